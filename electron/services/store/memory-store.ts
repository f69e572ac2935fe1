/** The store where nothing can be kept: reading goes on, and every save says that it is lost when Recto ends. */
import type { Position } from '../../../core/contract/position.ts';
import type { Failure } from '../../../core/contract/result.ts';
import type { Trail } from '../../../core/contract/trail.ts';
import { defaultSettings } from '../../../core/contract/default-settings.ts';
import { changed } from './settings-values.ts';
import type { Store } from './store.ts';

/** `reason` is what every save fails with; what was to be saved is still remembered until the store is closed. */
export function memoryStore(reason: Failure): Store {
  let settings = defaultSettings;
  const positions = new Map<string, Position>();
  const trails = new Map<string, Trail>();
  return {
    settings: () => settings,
    saveSettings: (patch) => {
      settings = changed(settings, patch);
      return { ok: false, error: reason };
    },
    position: (bookId) => positions.get(bookId) ?? null,
    savePosition: (position) => {
      positions.set(position.bookId, position);
      return { ok: false, error: reason };
    },
    trail: (bookId) => trails.get(bookId) ?? { points: [], at: 0 },
    saveTrail: (trail, book) => {
      trails.set(book.id, trail);
      return { ok: false, error: reason };
    },
    close: () => {
      positions.clear();
      trails.clear();
    },
  };
}
