/** A chapter as one string, so that a quote may run over blocks; and the way between it and offsets in blocks. */
import type { Chapter } from '../book/model.ts';
import { isInsidePair, pointOffset, unitOffset } from './offsets.ts';
import { textHash } from './text-hash.ts';

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

/** Blocks by id, made once for each chapter: thousands of anchors may ask for them. */
const blocksById = new WeakMap<ChapterText, ReadonlyMap<string, BlockSpan>>();

export function blockOf(chapter: ChapterText, id: string): BlockSpan | undefined {
  const known = blocksById.get(chapter) ?? new Map(chapter.blocks.map((block) => [block.id, block]));
  blocksById.set(chapter, known);
  return known.get(id);
}

function offsetOf(chapter: ChapterText, blockId: string, codePoint: number): number | undefined {
  const block = blockOf(chapter, blockId);
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

const hashes = new WeakMap<ChapterText, Map<string, string>>();

/** `textHash` of all sections that blocks `from` to `to` stand in; undefined where one of them is missing. */
export function sectionsHash(chapter: ChapterText, from: string, to: string): string | undefined {
  const first = blockOf(chapter, from)?.sectionId;
  const last = blockOf(chapter, to)?.sectionId;
  if (first === undefined || last === undefined) return undefined;
  const known = hashes.get(chapter) ?? new Map<string, string>();
  hashes.set(chapter, known);
  const key = `${first} ${last}`;
  const hash = known.get(key) ?? textHash(sectionsText(chapter, first, last));
  known.set(key, hash);
  return hash;
}

function sectionsText({ blocks, text }: ChapterText, first: string, last: string): string {
  const start = blocks.find(({ sectionId }) => sectionId === first);
  const end = blocks.findLast(({ sectionId }) => sectionId === last);
  return text.slice(start?.start, end?.end);
}
