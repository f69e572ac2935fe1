import { defaultSettings } from '../../../core/contract/default-settings.ts';
import { success } from '../../../core/contract/result.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { setKeys } from './settings-values.ts';
import type { Store } from './store.ts';

/**
 * A store for a start without anything that might be at fault: default settings, no place, no way. What is changed of them holds
 * until the end; what is kept on disk stays as it is. Marks are the reader's writing, and are read and kept as ever.
 */
export function safeStore(store: Store): Store {
  let settings: Settings = defaultSettings;
  return {
    ...store,
    settings: () => settings,
    saveSettings: (patch) => {
      settings = { ...settings, ...Object.fromEntries(setKeys(patch)) };
      return success(settings);
    },
    position: () => null,
    places: () => [],
    savePosition: () => success({}),
    trail: () => ({ points: [], at: 0 }),
    saveTrail: () => success({}),
    notesFolder: () => undefined,
    saveNotesFolder: () => success({}),
  };
}
