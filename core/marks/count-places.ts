/** How many marks stand where in a book. */
import type { MarkPlacement } from '../contract/marks.ts';
import { blockParts } from './book-order.ts';

export interface PlaceCounts {
  readonly ofChapter: (chapterId: string) => number;
  /** Under the heading of a section itself, not under those below it. */
  readonly ofSection: (chapterId: string, sectionId: string) => number;
}

/** Marks on the whole book, and those that need a place, stand nowhere. */
export function countPlaces(marks: readonly { readonly placement: MarkPlacement }[]): PlaceCounts {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { placement } of marks) {
    if (placement.kind !== 'placed') continue;
    add(placement.chapterId);
    add(`${placement.chapterId}#${blockParts(placement.range.blockId).sectionId}`);
  }
  return {
    ofChapter: (chapterId) => counts.get(chapterId) ?? 0,
    ofSection: (chapterId, sectionId) => counts.get(`${chapterId}#${sectionId}`) ?? 0,
  };
}
