/** The program itself. */
import { always, type Command } from './command.ts';

export type ProgramCommandId = 'window.new' | 'settings.show' | 'shortcuts.show' | 'about.show';

export interface ProgramActions {
  readonly openWindow: () => void;
  readonly showSettings: () => void;
  readonly showShortcuts: () => void;
  readonly showAbout: () => void;
}

export function programCommands(actions: ProgramActions): Command<ProgramCommandId>[] {
  return [
    {
      id: 'window.new',
      labelKey: 'windowNew',
      shortcuts: ['Mod+Shift+N'],
      isAvailable: always,
      run: actions.openWindow,
    },
    {
      id: 'settings.show',
      labelKey: 'settingsShow',
      shortcuts: ['Mod+,'],
      isAvailable: always,
      run: actions.showSettings,
    },
    {
      id: 'shortcuts.show',
      labelKey: 'shortcutsShow',
      shortcuts: ['?', 'Mod+/'],
      isAvailable: always,
      run: actions.showShortcuts,
    },
    {
      id: 'about.show',
      labelKey: 'aboutShow',
      shortcuts: [],
      isAvailable: always,
      run: actions.showAbout,
    },
  ];
}
