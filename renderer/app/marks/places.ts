/** Where marks stand in the book, for their order and for their names. */
import { isNowhere } from '../../../core/anchor/nowhere.ts';
import { flattenChapters, localized } from '../../../core/book/contents.ts';
import { headingPath } from '../../../core/book/heading-path.ts';
import type { BookManifest } from '../../../core/book/model.ts';
import type { MarkPlacement, PlacedMark } from '../../../core/contract/marks.ts';
import { blockParts, bookOrder } from '../../../core/marks/book-order.ts';

type Placed = Extract<MarkPlacement, { kind: 'placed' }>;

/** Undefined for a mark on the whole book, and for one that needs a place. */
export function placeOf({ placement }: Pick<PlacedMark, 'placement'>): Placed | undefined {
  return placement.kind === 'placed' ? placement : undefined;
}

/** The order of the book for `sortMarks`: marks of the whole book first, those that need a place last. */
export function bookRank(
  manifest: BookManifest,
  lang: string,
): (mark: Pick<PlacedMark, 'placement'>) => number | undefined {
  const order = bookOrder(manifest, lang);
  // A place never changes, it is replaced: what was ranked for one list is ranked for the next.
  const known = new WeakMap<MarkPlacement, number>();
  return ({ placement }) => {
    if (placement.kind === 'book') return -1;
    if (placement.kind === 'lost') return undefined;
    const rank = known.get(placement) ?? order(placement.chapterId, placement.range.blockId);
    if (rank !== undefined) known.set(placement, rank);
    return rank;
  };
}

/** A place in words: chapter and headings, outermost first; nothing where no place was ever known. */
export function placeName(
  manifest: BookManifest,
  lang: string,
  place: { readonly chapterId: string; readonly blockId: string },
): string {
  const entry = flattenChapters(manifest.contents).find(({ id }) => id === place.chapterId);
  if (!entry) return isNowhere(place) ? '' : place.chapterId;
  const headings = entry.headings[lang] ?? Object.values(entry.headings)[0] ?? [];
  const path = headingPath(headings, blockParts(place.blockId).sectionId);
  return [localized(entry.title, lang, manifest.languages), ...path.map(({ title }) => title)].join(' › ');
}
