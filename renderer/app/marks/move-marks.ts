/** From mark to mark. */
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { sortMarks } from '../../../core/marks/select.ts';
import { bookRank, placeOf } from './places.ts';
import type { MarksOptions } from './keep-marks.ts';
import { spotsOn } from './spots.ts';

export interface Moves {
  /** Goes to the next mark in the book from where one reads. */
  readonly step: (direction: 'next' | 'previous') => void;
  /** Resolves to whether it has a place to go to, when that is on the page. */
  readonly goTo: (mark: PlacedMark) => Promise<boolean>;
}

export function moveMarks({ page, store, reader, announce, words }: Omit<MarksOptions, 'host' | 'saveFile'>): Moves {
  const { chapter, currentBlock } = spotsOn(page, store);

  /** The next bookmark, highlight or note after or before the reading line, by its place among all. */
  function neighbour(direction: 'next' | 'previous'): PlacedMark | undefined {
    const { reading, marks } = store.getState();
    const rank = bookRank(reading.manifest, reading.lang);
    const placed = marks.list.filter((mark) => placeOf(mark) !== undefined);
    const sorted = sortMarks(placed, 'book', rank);
    const here = chapter();
    const blockId = currentBlock();
    if (!here || blockId === undefined) return sorted[0];
    const range = { blockId, start: 0, endBlockId: blockId, end: 0 };
    const at = rank({ placement: { kind: 'placed', chapterId: here.id, range } }) ?? 0;
    return direction === 'next'
      ? sorted.find((mark) => (rank(mark) ?? 0) > at)
      : sorted.findLast((mark) => (rank(mark) ?? 0) < at);
  }

  const goTo: Moves['goTo'] = async (mark) => {
    const place = placeOf(mark);
    if (place) await reader.open({ chapterId: place.chapterId, targetId: place.range.blockId });
    return place !== undefined;
  };

  return {
    goTo,
    step(direction) {
      const mark = neighbour(direction);
      if (mark) void goTo(mark);
      else announce(words().none);
    },
  };
}
