import { manualId } from '../../../core/contract/manual-id.ts';
import type { LibraryActions } from '../commands/library.ts';
import type { Around } from './around.ts';

export function libraryActions({ store }: Around, openBook: (bookId: string) => void): LibraryActions {
  return {
    showShelf: () =>
      store.setState(({ panels }) => ({
        panels: { ...panels, shelfOpen: true, drawerOpen: false, paletteOpen: false, shortcutsOpen: false },
      })),
    openManual: () => openBook(manualId),
  };
}
