/** What a file of marks would change, before anything is changed; and the change. */
import type { BookName, FileMark, ReadMarks } from '../../../core/marks/exchange/marks-file.ts';
import { problem, type Read } from '../../../core/marks/exchange/problem.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { Arrival } from '../../../core/marks/merge.ts';
import type { BookManifest } from '../../../core/book/model.ts';
import type { Places } from '../marks/find-places.ts';
import type { MarkStore } from '../store/mark-store.ts';
import { placeForeign } from './place-foreign.ts';

/** A book whose text is there to look for places in. */
export interface SearchedBook {
  readonly manifest: BookManifest;
  readonly places: Places;
}

/** Marks of one book, ready to be taken in. */
export interface Incoming {
  readonly book: BookName;
  readonly marks: readonly FileMark[];
}

export interface ImportPreview {
  readonly book: BookName;
  /** One for each mark, in the order of the file. */
  readonly arrivals: readonly Arrival[];
  /**
   * Ids of marks that come in and whose place is not in the book as it is now: they are kept among those that need one.
   * Undefined where the book is not there to look.
   */
  readonly notFound: readonly string[] | undefined;
}

/** What is taken where nobody says otherwise: what the reader wrote here last is never overwritten. */
export const takenByDefault: readonly Arrival[] = ['new', 'newer'];

/**
 * Makes a file's marks ready to come into a book. Marks of other programs are looked for in it; `book` is undefined where
 * its text is not there. Fails with other-book where ours say that they are in another, and with book-needed.
 */
export async function prepareImport(
  read: ReadMarks,
  into: BookName,
  book: SearchedBook | undefined,
): Promise<Read<Incoming>> {
  if (read.book && read.book.id !== into.id) return problem('other-book', read.book.id);
  const marks = [...read.marks];
  if (read.foreign.length > 0) {
    if (!book) return problem('book-needed', String(read.foreign.length));
    for (const mark of read.foreign) marks.push(await placeForeign(mark, book.manifest, book.places));
  }
  return { ok: true, value: { book: book ? nameOf(book) : (read.book ?? into), marks } };
}

/** Changes nothing. Fails with mark-conflict. */
export async function previewImport(
  { book: name, marks }: Incoming,
  store: MarkStore,
  book: SearchedBook | undefined,
): Promise<Result<ImportPreview>> {
  const arrivals = store.arrivals(name.id, marks);
  if (!arrivals.ok) return arrivals;
  const coming = marks.filter((_, at) => takenByDefault.includes(arrivals.value[at] ?? 'same'));
  const notFound = book && (await findLost(coming, book));
  return { ok: true, value: { book: name, arrivals: arrivals.value, notFound } };
}

async function findLost(marks: readonly FileMark[], { places }: SearchedBook): Promise<string[]> {
  const lost: string[] = [];
  for (const mark of marks) if ((await places.placementOf(mark)).kind === 'lost') lost.push(mark.id);
  return lost;
}

export function nameOf({ manifest: { id, edition, title } }: Pick<SearchedBook, 'manifest'>): BookName {
  return { id, edition, title };
}

/** How many of each there are. */
export function countArrivals(arrivals: readonly Arrival[]): Record<Arrival, number> {
  const counts = { new: 0, same: 0, newer: 0, older: 0, erased: 0 };
  for (const arrival of arrivals) counts[arrival] += 1;
  return counts;
}
