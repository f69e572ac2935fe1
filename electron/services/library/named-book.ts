/** A book that is named at the start, `--book BOOK`: a bundle folder, a folder or zip that is compiled first, or an id. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatProblem } from '../../../core/book/report.ts';
import { manualId } from '../../../core/contract/manual-id.ts';
import { isId } from '../../../core/book/slug.ts';
import type { Services, ServicesOptions } from '../host-services.ts';

type Folders = Pick<ServicesOptions, 'bookFolder' | 'moreFolders'>;

/** The bundles that come with Recto: the edition, and the manual. */
export function ownBooks(folder: string): Folders {
  return { bookFolder: join(folder, 'cncc'), moreFolders: [join(folder, manualId)] };
}

/** The same folders, where `book` is a bundle with that one first: it is read where it stands. */
export async function withNamedBundle(folders: Folders, book: string | undefined, cwd: string): Promise<Folders> {
  if (book === undefined || !(await isPlace(book, cwd))) return folders;
  const folder = resolve(cwd, book);
  const isBundle = (await stat(join(folder, 'integrity.json')).catch(() => undefined)) !== undefined;
  const isThere = (await stat(folder).catch(() => undefined)) !== undefined;
  if (isThere && !isBundle) return folders;
  return { bookFolder: folder, moreFolders: [folders.bookFolder, ...(folders.moreFolders ?? [])] };
}

/**
 * Has the first page show the book that was named: compiles it where it is a source. Returns what is to be told to whoever has
 * named it, line by line; the first is that nothing came of it, where that is so.
 */
export async function openNamedBook(
  services: Services,
  folders: Folders,
  book: string,
  cwd: string,
): Promise<string[]> {
  const { library, openFirst } = services;
  if (!(await isPlace(book, cwd))) {
    openFirst(book);
    return [];
  }
  const path = resolve(cwd, book);
  if (folders.bookFolder === path) {
    openFirst(null);
    return [];
  }
  const added = await library.add({ path });
  if (!added.ok) return [`${path} cannot be put on the shelf: ${Object.values(added.error.details).join(', ')}`];
  const arrival = added.value;
  if (arrival.outcome === 'declined' || arrival.outcome === 'ask') return [];
  const lines = arrival.report.problems.map((problem) => formatProblem(problem));
  if (arrival.outcome === 'refused') return [`${path} is no book that can be read.`, ...lines];
  openFirst(arrival.book.id);
  return lines;
}

/** An id names a book on the shelf, unless there is a file of that name. */
async function isPlace(book: string, cwd: string): Promise<boolean> {
  return !isId(book) || (await stat(resolve(cwd, book)).catch(() => undefined)) !== undefined;
}
