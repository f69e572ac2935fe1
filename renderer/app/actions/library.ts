import type { LibraryActions } from '../commands/library.ts';
import type { Around } from './around.ts';

export function libraryActions({ store }: Around): LibraryActions {
  return {
    showShelf: () =>
      store.setState(({ panels }) => ({
        panels: { ...panels, shelfOpen: true, drawerOpen: false, paletteOpen: false, shortcutsOpen: false },
      })),
  };
}
