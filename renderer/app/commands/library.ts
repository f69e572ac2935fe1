/** The books. */
import { always, type Command } from './command.ts';

export type LibraryCommandId = 'shelf.show';

export interface LibraryActions {
  readonly showShelf: () => void;
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
  ];
}
