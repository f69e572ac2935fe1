/** Books on the shelf of a data folder, before Recto starts on it. */
import { join } from 'node:path';
import { createLibrary, type Library } from '../../electron/services/library/library.ts';
import { openBooks } from '../../electron/services/library/open-books.ts';
import type { CompileLimits } from '../../electron/services/library/compile-source.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { repository } from './electron-binary.ts';

const threadFile = join(repository, 'electron', 'services', 'library', 'compiler-thread.ts');

export interface OpenedLibrary {
  readonly library: Library;
  readonly close: () => void;
}

/** The library of a data folder, as a host has it; `ownFolders` are the bundles that come with Recto. */
export async function openLibrary(
  dataFolder: string,
  ownFolders: readonly string[] = [],
  limits?: CompileLimits,
): Promise<OpenedLibrary> {
  const { store } = openStore(dataFolder);
  const booksFolder = join(dataFolder, 'books');
  const books = await openBooks(ownFolders, booksFolder);
  const library = createLibrary({ books, store, booksFolder, threadFile, limits, onProgress: () => undefined });
  return { library, close: () => store.close() };
}

/** Puts books on the shelf; throws where one is no book. */
export async function putOnShelf(dataFolder: string, sources: readonly string[]): Promise<void> {
  if (sources.length === 0) return;
  const { library, close } = await openLibrary(dataFolder);
  try {
    for (const path of sources) {
      const added = await library.add({ path });
      if (!added.ok || added.value.outcome !== 'added') throw new Error(`${path}: ${JSON.stringify(added)}`);
    }
  } finally {
    close();
  }
}
