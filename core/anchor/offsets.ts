/** Between code points, which is what offsets are stored in, and the UTF-16 units that strings are cut by. */

/** The UTF-16 offset of a code point; undefined beyond the end of the text. */
export function unitOffset(text: string, codePoint: number): number | undefined {
  if (!hasPairs(text)) return codePoint <= text.length ? codePoint : undefined;
  let unit = 0;
  for (let count = 0; count < codePoint; count += 1) {
    const point = text.codePointAt(unit);
    if (point === undefined) return undefined;
    unit += point > 0xffff ? 2 : 1;
  }
  return unit;
}

/** How many code points stand before a UTF-16 offset, which must not lie inside a pair. */
export function pointOffset(text: string, unit: number): number {
  const before = text.slice(0, unit);
  return hasPairs(before) ? Array.from(before).length : before.length;
}

/** Whether the unit at `at` is the second half of a pair: nothing may be cut there. */
export function isInsidePair(text: string, at: number): boolean {
  const second = text.charCodeAt(at);
  const first = text.charCodeAt(at - 1);
  return second >= 0xdc00 && second <= 0xdfff && first >= 0xd800 && first <= 0xdbff;
}

function hasPairs(text: string): boolean {
  return /[\ud800-\udbff]/.test(text);
}
