/**
 * Where a reader is, as arithmetic. Blocks stand below each other without gaps (their spacing is inside their boxes),
 * so every height on the page belongs to exactly one of them. All lengths are CSS pixels in the window.
 */

export interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** A point of a block and the height in the window where it is to stay; `line` is the reading line. */
export interface Hold {
  readonly blockId: string;
  /** Which point, as point-in-block.ts counts: 0 is the block's top, 1 its bottom. */
  readonly fraction: number;
  readonly height: number | 'line';
}

/**
 * Index of the box that the line runs through: the first whose bottom is below it. The last one when all are above,
 * -1 when there are none. `boxAt` is asked about log n boxes only.
 */
export function boxAtLine(count: number, boxAt: (index: number) => Box, line: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    // Half a pixel: a block placed at the line must not lose to the one above it by rounding.
    if (boxAt(middle).bottom > line + 0.5) high = middle;
    else low = middle + 1;
  }
  return count === 0 ? -1 : low;
}

/** How much of a box is above the line, 0 to 1. */
export function fractionAbove(box: Box, line: number): number {
  const height = box.bottom - box.top;
  if (height <= 0) return 0;
  return Math.min(1, Math.max(0, (line - box.top) / height));
}
