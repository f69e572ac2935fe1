/** An anchor: what a mark is fastened to, and enough to find it again in a text that has changed. */
import { blockOf, rangeOf, sectionsHash, spanOf, type ChapterText, type TextRange } from './chapter-text.ts';
import { isInsidePair } from './offsets.ts';

export interface Anchor extends TextRange {
  readonly chapterId: string;
  /** The section of the first block. */
  readonly sectionId: string;
  readonly lang: string;
  /** The exact words; blocks are joined by a line feed. Never empty. */
  readonly quote: string;
  /** Up to 32 characters of the chapter before and after the quote; less only at its two ends. */
  readonly prefix: string;
  readonly suffix: string;
  /** `textHash` of the sections the range lies in: where it is equal, the offsets hold. */
  readonly sectionHash: string;
}

/** Characters of context on each side, in UTF-16 units. */
export const contextLength = 32;

/** An anchor for a range of a chapter; undefined where the chapter has no such range, or no character in it. */
export function makeAnchor(chapter: ChapterText, range: TextRange): Anchor | undefined {
  const wanted = spanOf(chapter, range);
  const exact = wanted && rangeOf(chapter, wanted);
  const span = exact && spanOf(chapter, exact);
  const sectionHash = exact && sectionsHash(chapter, exact.blockId, exact.endBlockId);
  const block = exact && blockOf(chapter, exact.blockId);
  if (!span || !block || sectionHash === undefined) return undefined;
  return {
    ...exact,
    chapterId: chapter.chapterId,
    sectionId: block.sectionId,
    lang: chapter.lang,
    quote: chapter.text.slice(span.start, span.end),
    prefix: textBefore(chapter.text, span.start),
    suffix: textAfter(chapter.text, span.end),
    sectionHash,
  };
}

/** As much of a block's beginning as tells it from others. */
const blockQuotePoints = 240;

/** An anchor for a whole block: its beginning. Undefined for a block without text, a rule or a picture. */
export function makeBlockAnchor(chapter: ChapterText, blockId: string): Anchor | undefined {
  const block = blockOf(chapter, blockId);
  if (!block) return undefined;
  const points = Array.from(chapter.text.slice(block.start, block.end)).length;
  return makeAnchor(chapter, { blockId, start: 0, endBlockId: blockId, end: Math.min(points, blockQuotePoints) });
}

function textBefore(text: string, end: number): string {
  const start = Math.max(0, end - contextLength);
  return text.slice(isInsidePair(text, start) ? start + 1 : start, end);
}

function textAfter(text: string, start: number): string {
  const end = Math.min(text.length, start + contextLength);
  return text.slice(start, isInsidePair(text, end) ? end - 1 : end);
}
