/** What the places of marks are called, and in which order they stand in the book. */
import type { Anchor } from '../../anchor/anchor.ts';
import { isNowhere } from '../../anchor/nowhere.ts';
import { flattenChapters, localized } from '../../book/contents.ts';
import { headingPath } from '../../book/heading-path.ts';
import type { BookManifest } from '../../book/model.ts';
import { bookOrder } from '../book-order.ts';
import type { ColorMeanings } from '../mark.ts';
import type { BookName, FileMark } from './marks-file.ts';

export interface PlaceName {
  /** Chapter, then headings from the outermost down; empty for the whole book, and where no place was ever known. */
  readonly path: readonly string[];
  /** Smaller is earlier; the whole book comes first, what the book does not have any more last. */
  readonly rank: number;
}

export interface PlaceNames {
  /** The book's title. */
  readonly book: string;
  readonly place: (mark: Pick<FileMark, 'anchor'>) => PlaceName;
  /** What the reader takes colours to mean, where that is to be written as well. */
  readonly meanings?: ColorMeanings | undefined;
  /** Names of entries (block-ids.ts), by all marks of the book; else those of a file tell them apart. */
  readonly blockId?: (id: string) => string;
}

/** A book that is not there: ids have to do. */
export function namesFromIds(book: BookName): PlaceNames {
  return {
    book: Object.values(book.title)[0] ?? book.id,
    place: ({ anchor }) => ({
      path: anchor && !isNowhere(anchor) ? [...new Set([anchor.chapterId, anchor.sectionId])] : [],
      rank: anchor ? Infinity : -1,
    }),
  };
}

/** `lang` is that of the book's title; places are named in the language of their marks. */
export function placeNames(manifest: BookManifest, lang = manifest.languages[0] ?? ''): PlaceNames {
  const chapters = new Map(flattenChapters(manifest.contents).map((entry) => [entry.id, entry]));
  const orders = new Map(manifest.languages.map((each) => [each, bookOrder(manifest, each)]));
  const [anyOrder] = orders.values();
  const pathOf = (anchor: Anchor): readonly string[] => {
    const chapter = chapters.get(anchor.chapterId);
    if (!chapter) return [...new Set([anchor.chapterId, anchor.sectionId])];
    const headings = headingPath(chapter.headings[anchor.lang] ?? [], anchor.sectionId).map(({ title }) => title);
    return [localized(chapter.title, anchor.lang, manifest.languages), ...headings];
  };
  // Sections are few, marks may be many.
  const paths = new Map<string, readonly string[]>();
  return {
    book: localized(manifest.title, lang, manifest.languages),
    place: ({ anchor }) => {
      if (!anchor) return { path: [], rank: -1 };
      if (isNowhere(anchor)) return { path: [], rank: Infinity };
      const key = [anchor.lang, anchor.chapterId, anchor.sectionId].join(' ');
      const path = paths.get(key) ?? pathOf(anchor);
      paths.set(key, path);
      const rank = (orders.get(anchor.lang) ?? anyOrder)?.(anchor.chapterId, anchor.blockId);
      // An id that is not made like ours has no number in it.
      return { path, rank: rank === undefined || Number.isNaN(rank) ? Infinity : rank };
    },
  };
}

/** Sorted copies in the order of the book; marks of one place in the order of their making. */
export function inBookOrder(marks: readonly FileMark[], names: PlaceNames): FileMark[] {
  const ranked = marks.map((mark, at) => ({ mark, at, rank: names.place(mark).rank }));
  const order = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  ranked.sort(
    (a, b) => order(a.rank, b.rank) || order(a.mark.anchor?.start ?? 0, b.mark.anchor?.start ?? 0) || order(a.at, b.at),
  );
  return ranked.map(({ mark }) => mark);
}
