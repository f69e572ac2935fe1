/** A chapter as one string, so that a quote may run over blocks; and the way between it and offsets in blocks. */
import type { Chapter } from '../book/model.ts';
import { isInsidePair, pointOffset, unitOffset } from './offsets.ts';

/** A piece of text by its first and its last block. Offsets are code points into a block's text; `end` is exclusive. */
export interface TextRange {
  readonly blockId: string;
  readonly start: number;
  readonly endBlockId: string;
  readonly end: number;
}

/** The place of a block in the text of its chapter, in UTF-16 units, end exclusive. */
export interface BlockSpan {
  readonly id: string;
  readonly sectionId: string;
  readonly start: number;
  readonly end: number;
}

export interface ChapterText {
  readonly chapterId: string;
  readonly lang: string;
  /** The texts of all blocks, a line feed between each two. */
  readonly text: string;
  /** In reading order. */
  readonly blocks: readonly BlockSpan[];
}

/** A span of `ChapterText.text` in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function chapterText(chapter: Pick<Chapter, 'id' | 'lang'> & { readonly sections: Sections }): ChapterText {
  const blocks: BlockSpan[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const section of chapter.sections) {
    for (const { id, text } of section.blocks) {
      blocks.push({ id, sectionId: section.id, start, end: start + text.length });
      texts.push(text);
      start += text.length + 1;
    }
  }
  return { chapterId: chapter.id, lang: chapter.lang, text: texts.join('\n'), blocks };
}

type Sections = readonly {
  readonly id: string;
  readonly blocks: readonly { readonly id: string; readonly text: string }[];
}[];

/** Where a range stands in the text; undefined where the chapter has no such blocks or offsets. */
export function spanOf(chapter: ChapterText, range: TextRange): Span | undefined {
  const start = offsetOf(chapter, range.blockId, range.start);
  const end = offsetOf(chapter, range.endBlockId, range.end);
  return start === undefined || end === undefined || end < start ? undefined : { start, end };
}

function offsetOf(chapter: ChapterText, blockId: string, codePoint: number): number | undefined {
  const block = chapter.blocks.find(({ id }) => id === blockId);
  if (!block) return undefined;
  const unit = unitOffset(chapter.text.slice(block.start, block.end), codePoint);
  return unit === undefined ? undefined : block.start + unit;
}

/**
 * The range of a span that holds at least one character of a block. The feeds between blocks are left out at both ends,
 * and no pair of units is cut.
 */
export function rangeOf(chapter: ChapterText, span: Span): TextRange | undefined {
  const first = chapter.blocks.find((block) => block.end > span.start && block.end > block.start);
  const last = chapter.blocks.findLast((block) => block.start < span.end && block.end > block.start);
  if (!first || !last) return undefined;
  let start = Math.max(first.start, span.start);
  let end = Math.min(last.end, span.end);
  if (isInsidePair(chapter.text, start)) start -= 1;
  if (isInsidePair(chapter.text, end)) end += 1;
  if (end <= start) return undefined;
  return {
    blockId: first.id,
    start: pointOffset(chapter.text.slice(first.start, first.end), start - first.start),
    endBlockId: last.id,
    end: pointOffset(chapter.text.slice(last.start, last.end), end - last.start),
  };
}

/** The text of all sections that blocks `from` to `to` stand in; undefined where one of them is missing. */
export function sectionsText(chapter: ChapterText, from: string, to: string): string | undefined {
  const first = chapter.blocks.find(({ id }) => id === from);
  const last = chapter.blocks.find(({ id }) => id === to);
  if (!first || !last) return undefined;
  const start = chapter.blocks.find(({ sectionId }) => sectionId === first.sectionId);
  const end = chapter.blocks.findLast(({ sectionId }) => sectionId === last.sectionId);
  return start && end && chapter.text.slice(start.start, end.end);
}
