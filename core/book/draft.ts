/** A chapter between Markdown and bundle: sections and blocks as sanitised trees, pictures and code not yet put in. */
import type { Element } from 'hast';
import type { Fence } from './fence.ts';
import type { BlockKind } from './model.ts';
import type { Problem } from './report.ts';

/**
 * Whose rules a chapter follows. `recto`: our own format, ids are written and mistakes are errors. `gitbook`: other
 * people's books, ids come from the headings and everything that can be read is read.
 */
export type Dialect = 'recto' | 'gitbook';

export interface BlockDraft {
  readonly kind: BlockKind;
  /** 1-based line where the block starts. */
  readonly line: number;
  /** The Markdown of the block, for finding the line of a thing in it. */
  readonly source: string;
  /** Sanitised; code stands in it as placeholders that carry the index into `fences`. */
  readonly tree: Element;
  readonly fences: readonly Fence[];
}

export interface SectionDraft {
  readonly id: string;
  readonly depth: number;
  readonly title: string;
  readonly line: number;
  /** Heading first. */
  readonly blocks: readonly BlockDraft[];
}

/** Where the notes of a chapter stand, and which number each has. */
export interface FootnotePlaces {
  readonly blockId: string;
  /** Counted from 1. */
  readonly numbers: ReadonlyMap<string, number>;
}

export interface ChapterDraft {
  /** Path relative to the book's folder. */
  readonly file: string;
  readonly lang: string;
  readonly title: string;
  /** Never empty; the first has depth 1. */
  readonly sections: readonly SectionDraft[];
  /** What a link may name after `#`, and the section it then leads to. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Undefined for a chapter without notes. */
  readonly footnotes?: FootnotePlaces | undefined;
  readonly problems: readonly Problem[];
}

/** 1-based line in the file on which `needle` first stands in a block; the block's own where it is not found. */
export function lineOf(block: Pick<BlockDraft, 'line' | 'source'>, needle: string): number {
  const at = needle === '' ? -1 : block.source.indexOf(needle);
  return at < 0 ? block.line : block.line + countNewlines(block.source.slice(0, at));
}

export function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}
