import { ShortcutSheet } from '../features/shortcuts/ShortcutSheet.tsx';
import { keysMessagesFor } from '../i18n/keys.ts';
import { useMessages, useUiLanguage } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import { commandAreas } from './commands/command.ts';
import { defaultKeys } from './keys.ts';
import type { Services } from './services.ts';

export interface ShortcutsPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

/** The sheet of keys, connected with commands and settings. Loaded when it is asked for. */
export function ShortcutsPane({ services, onClose }: ShortcutsPaneProps) {
  const { commands, mac, changeSettings, blockActions } = services;
  const { commands: names, close } = useMessages();
  const words = keysMessagesFor(useUiLanguage());
  const changed = useAppState((state) => state.settings.keys);
  const host = useAppState((state) => state.program.host);
  const groups = commandAreas.map((area) => ({
    title: words.areas[area],
    rows: Object.values(commands)
      .filter((command) => command.area === area && (command.onlyIn ?? host) === host)
      .map(({ id, labelKey }) => ({ id, label: names[labelKey] })),
  }));

  return (
    <ShortcutSheet
      words={words}
      closeLabel={close}
      groups={groups}
      defaults={defaultKeys(commands)}
      changed={changed}
      mac={mac}
      host={host}
      onChange={(keys) => changeSettings({ keys: { ...keys } as Record<string, string[]> })}
      saveFile={blockActions.saveFile}
      onClose={onClose}
    />
  );
}
