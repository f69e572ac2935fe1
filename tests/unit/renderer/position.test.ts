import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAtLine, fractionAbove, type Box } from '../../../renderer/features/reading/position.ts';

/** Boxes below each other without gaps, the first starting at `top`. */
function column(top: number, heights: readonly number[]): Box[] {
  let at = top;
  return heights.map((height) => {
    const box = { top: at, bottom: at + height };
    at += height;
    return box;
  });
}

const at = (boxes: readonly Box[]) => (index: number) => boxes[index]!;
const heights = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 });

describe('boxAtLine', () => {
  it('finds the box that the line runs through', () => {
    const boxes = column(-100, [60, 80, 200]);
    expect(boxAtLine(3, at(boxes), 60)).toBe(2);
    expect(boxAtLine(3, at(boxes), 30)).toBe(1);
  });

  it('takes the box that begins at the line, not the one that ends there', () => {
    expect(boxAtLine(2, at(column(0, [50, 50])), 50)).toBe(1);
    expect(boxAtLine(2, at(column(0.3, [50, 50])), 50)).toBe(1);
  });

  it('takes the first box when all are below and the last when all are above', () => {
    const boxes = column(500, [10, 10, 10]);
    expect(boxAtLine(3, at(boxes), 60)).toBe(0);
    expect(boxAtLine(3, at(boxes), 900)).toBe(2);
  });

  it('has no answer for an empty chapter', () => {
    expect(boxAtLine(0, at([]), 60)).toBe(-1);
  });

  it('agrees with a search from the top', () => {
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 0, max: 100 }),
        (list, top, line) => {
          const boxes = column(top, list);
          const slow = boxes.findIndex((box) => box.bottom > line + 0.5);
          expect(boxAtLine(boxes.length, at(boxes), line)).toBe(slow < 0 ? boxes.length - 1 : slow);
        },
      ),
    );
  });
});

describe('fractionAbove', () => {
  it('is nothing of a box without height', () => {
    expect(fractionAbove({ top: 10, bottom: 10 }, 50)).toBe(0);
  });
});
