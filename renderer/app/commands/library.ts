/** The books. */
import { always, type Command } from './command.ts';

export type LibraryCommandId = 'shelf.show' | 'help.manual';

export interface LibraryActions {
  readonly showShelf: () => void;
  readonly openManual: () => void;
}

export function libraryCommands(actions: LibraryActions): Command<LibraryCommandId>[] {
  return [
    {
      id: 'shelf.show',
      labelKey: 'shelfShow',
      shortcuts: ['Mod+O'],
      isAvailable: always,
      run: actions.showShelf,
    },
    {
      id: 'help.manual',
      labelKey: 'manualOpen',
      shortcuts: ['F1'],
      isAvailable: always,
      run: actions.openManual,
    },
  ];
}
