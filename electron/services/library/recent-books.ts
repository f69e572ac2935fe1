/** The books that were read last. */
import type { BookManifest } from '../../../core/book/model.ts';
import { manualId } from '../../../core/contract/manual-id.ts';
import type { Store } from '../store/store.ts';
import type { OpenBooks } from './open-books.ts';

export type RecentBook = Pick<BookManifest, 'id' | 'title' | 'languages'>;

const mostRecent = 10;

/** Newest first, ten at most; without the manual, and without those that were taken away or cannot be opened. */
export async function recentBooks(
  { places }: Pick<Store, 'places'>,
  { open }: Pick<OpenBooks, 'open'>,
): Promise<readonly RecentBook[]> {
  const found: RecentBook[] = [];
  for (const { bookId } of places()) {
    if (found.length === mostRecent) break;
    const book = bookId === manualId ? undefined : await open(bookId);
    if (!book?.ok) continue;
    const { id, title, languages } = book.value.manifest;
    found.push({ id, title, languages });
  }
  return found;
}
