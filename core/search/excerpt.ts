/** The piece of a block that shows why it was found. */
import type { Ranges } from './match.ts';

export interface Excerpt {
  /** One line of the block's text; line ends and tabs are spaces, so it has as many code points as its original. */
  readonly text: string;
  /** Where the matches stand in `text`, in code points. */
  readonly ranges: Ranges;
  /** Whether the block's text goes on before and after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** How wide an excerpt is, in Latin letters; a Chinese character is two wide. */
const widthOfExcerpt = 150;
/** How much of it stands before the first match. */
const widthBefore = 40;

/** An excerpt of `text` with as many of its matches (code points, sorted) as fit; the first of those is always in it as a whole. */
export function excerptOf(text: string, ranges: Ranges): Excerpt {
  const points = Array.from(text);
  const anchor = densest(points, ranges);
  const [matchStart, matchEnd] = ranges[anchor] ?? [0, 0];
  const start = startBefore(points, matchStart);
  const end = Math.max(matchEnd, endAfter(points, start));
  return {
    text: points
      .slice(start, end)
      .map((point) => (/\s/.test(point) ? ' ' : point))
      .join(''),
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from - start, to - start] as const),
    cutBefore: start > 0,
    cutAfter: end < points.length,
  };
}

/** East Asian wide and full-width characters, as far as books have them. */
function widthOf(point: string): number {
  const code = point.codePointAt(0) ?? 0;
  if (code < 0x1100) return 1;
  const isWide =
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x20000 && code <= 0x3ffff);
  return isWide ? 2 : 1;
}

/** The match that begins the stretch of an excerpt's width with the most matches. */
function densest(points: readonly string[], ranges: Ranges): number {
  let [best, most] = [0, 0];
  for (const [at, [start]] of ranges.entries()) {
    const end = endAfter(points, start, widthOfExcerpt - widthBefore);
    let count = 0;
    while ((ranges[at + count]?.[1] ?? Infinity) <= end) count += 1;
    if (count > most) [best, most] = [at, count];
    // Long blocks of nothing but matches: the first is as good as any.
    if (at > 50) break;
  }
  return best;
}

function startBefore(points: readonly string[], match: number): number {
  let start = match;
  for (let width = 0; start > 0; start -= 1) {
    width += widthOf(points[start - 1] ?? '');
    if (width > widthBefore) break;
  }
  if (start === 0) return 0;
  // Not in the middle of a word, if a word begins soon.
  for (let at = start; at < match; at += 1) if (!isInsideWord(points, at)) return skipSpace(points, at, match);
  return start;
}

function skipSpace(points: readonly string[], from: number, match: number): number {
  let at = from;
  while (at < match && /\s/.test(points[at] ?? '')) at += 1;
  return at;
}

function endAfter(points: readonly string[], start: number, limit = widthOfExcerpt): number {
  let end = start;
  for (let width = 0; end < points.length; end += 1) {
    width += widthOf(points[end] ?? '');
    if (width > limit) break;
  }
  if (end === points.length) return end;
  for (let at = end; at > end - 20 && at > start; at -= 1) if (!isInsideWord(points, at)) return at;
  return end;
}

/** Whether a Latin word goes on from the code point before `at` to the one at it. */
function isInsideWord(points: readonly string[], at: number): boolean {
  return /^[\w-]{2}$/.test(`${points[at - 1] ?? ' '}${points[at] ?? ' '}`);
}
