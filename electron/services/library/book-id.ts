/** Which id a book gets in the library: the same one as ever for the same book, and never that of another. */
import { flattenChapters } from '../../../core/book/contents.ts';
import type { BookManifest } from '../../../core/book/model.ts';

/** A book that has an id already. */
export interface TakenId {
  readonly id: string;
  /** Undefined for a book that is part of Recto: nothing takes its place. */
  readonly lang: string | undefined;
  readonly chapterIds: readonly string[];
}

/** The id is the name of a folder; letters of other scripts take up to four bytes of the 255 that a name may have. */
const longest = 60;

/**
 * An id for a new book. Notes hang on it, so a book of the same name whose chapters are mostly the same is taken for a newer
 * state of that book, and gets its id; any other gets a number behind its own.
 */
export function chooseBookId(manifest: BookManifest, taken: readonly TakenId[]): string {
  const wanted = fileName(Array.from(manifest.id).slice(0, longest).join(''));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${String(number)}`;
    const other = taken.find((book) => book.id === id);
    if (other === undefined || isSameBook(manifest, other)) return id;
  }
}

function isSameBook({ languages, contents }: BookManifest, { lang, chapterIds }: TakenId): boolean {
  if (lang !== languages[0]) return false;
  const known = new Set(chapterIds);
  const chapters = flattenChapters(contents);
  return chapters.filter(({ id }) => known.has(id)).length * 2 >= Math.max(chapters.length, chapterIds.length);
}

/** Windows knows no files of these names. */
function fileName(id: string): string {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(id) ? `${id}-1` : id;
}
