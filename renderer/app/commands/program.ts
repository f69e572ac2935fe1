/** The program itself. */
import { always, type Command } from './command.ts';

import type { WindowView } from '../../../core/contract/window-view.ts';

export type ProgramCommandId = WindowView | 'window.new' | 'settings.show' | 'shortcuts.show' | 'about.show';

export interface ProgramActions {
  readonly openWindow: () => void;
  readonly showSettings: () => void;
  readonly showShortcuts: () => void;
  readonly showAbout: () => void;
  /** Whether the window is the program's own, and not a browser's tab. */
  readonly ownsWindow: () => boolean;
  readonly changeView: (as: WindowView) => void;
}

export function programCommands(actions: ProgramActions, mac: boolean): Command<ProgramCommandId>[] {
  const { ownsWindow } = actions;
  const view = (
    id: WindowView,
    labelKey: Command['labelKey'],
    shortcuts: readonly string[],
  ): Command<ProgramCommandId> => ({
    id,
    labelKey,
    // In a browser they are the browser's.
    shortcuts: ownsWindow() ? shortcuts : [],
    onlyIn: 'electron',
    repeats: true,
    isAvailable: ownsWindow,
    run: () => actions.changeView(id),
  });
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
    view('zoom.in', 'zoomIn', ['Mod+=', 'Mod+Plus']),
    view('zoom.out', 'zoomOut', ['Mod+-']),
    view('zoom.reset', 'zoomReset', ['Mod+0']),
    view('window.fullScreen', 'fullScreen', mac ? [] : ['F11']),
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
