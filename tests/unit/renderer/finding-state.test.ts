import { describe, expect, it } from 'vitest';
import { nearestPlace, placeInChapter } from '../../../renderer/state/finding.ts';

const summary = {
  total: 7,
  otherScript: false,
  chapters: [
    { chapterId: 'b', first: 0, count: 3 },
    { chapterId: 'd', first: 3, count: 4 },
  ],
};
const order = ['a', 'b', 'c', 'd', 'e'];

describe('places of the whole book', () => {
  it('have a chapter, and a number in it', () => {
    expect([0, 2, 3, 6].map((at) => placeInChapter(summary, at))).toEqual([
      { chapterId: 'b', index: 0 },
      { chapterId: 'b', index: 2 },
      { chapterId: 'd', index: 0 },
      { chapterId: 'd', index: 3 },
    ]);
    expect(placeInChapter(summary, 7)).toBeUndefined();
  });

  it.each([
    ['a', 0, 6],
    ['b', 3, 6],
    ['c', 3, 2],
    ['d', 0, 2],
    ['e', 0, 6],
  ] as const)('from %s the next one is %i, the one before %i', (chapterId, next, previous) => {
    expect(nearestPlace(summary, order, chapterId, 'next')).toBe(next);
    expect(nearestPlace(summary, order, chapterId, 'previous')).toBe(previous);
  });

  it('may be none at all', () => {
    expect(nearestPlace({ total: 0, otherScript: false, chapters: [] }, order, 'b', 'next')).toBeUndefined();
  });
});
