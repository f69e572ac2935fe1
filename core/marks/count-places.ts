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
  // Blocks are some thousands, marks may be a hundred thousand, counted anew with each change.
  const ofBlock = new Map<string, Map<string, number>>();
  for (const { placement } of marks) {
    if (placement.kind !== 'placed') continue;
    const { chapterId, range } = placement;
    const blocks = ofBlock.get(chapterId) ?? new Map<string, number>();
    ofBlock.set(chapterId, blocks);
    blocks.set(range.blockId, (blocks.get(range.blockId) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count);
  for (const [chapterId, blocks] of ofBlock) {
    for (const [blockId, count] of blocks) {
      add(chapterId, count);
      add(`${chapterId}#${blockParts(blockId).sectionId}`, count);
    }
  }
  return {
    ofChapter: (chapterId) => counts.get(chapterId) ?? 0,
    ofSection: (chapterId, sectionId) => counts.get(`${chapterId}#${sectionId}`) ?? 0,
  };
}
