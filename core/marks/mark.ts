/** What a mark is: a bookmark, a highlight or a note that a reader made in a book. Values only; no schema library. */
import type { Anchor } from '../anchor/anchor.ts';
import type { BlockKind } from '../book/model.ts';

export const markKinds = ['bookmark', 'highlight', 'note'] as const;
export type MarkKind = (typeof markKinds)[number];

/** A section also stands for its chapter, where it is the one with the chapter's title. */
export const markTargets = ['text', 'block', 'section', 'book'] as const;
export type MarkTarget = (typeof markTargets)[number];

/** The colours of the W3C's annotations for books, by their names there. */
export const markColors = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'] as const;
export type MarkColor = (typeof markColors)[number];

/** What the reader takes colours to mean; a colour without a meaning goes by its own name. */
export type ColorMeanings = Readonly<Partial<Record<MarkColor, string>>>;

export const markStyles = ['solid', 'underline', 'strikethrough', 'outline'] as const;
export type MarkStyle = (typeof markStyles)[number];

export const markStates = ['open', 'verify', 'done'] as const;
export type MarkState = (typeof markStates)[number];

/** What the reader wrote and chose; all of it can be changed. */
export interface MarkContent {
  /** A name of the reader's own. */
  readonly label: string | null;
  /** Markdown. */
  readonly body: string | null;
  readonly color: MarkColor | null;
  readonly style: MarkStyle | null;
  readonly state: MarkState | null;
  /** In the reader's order, none twice. */
  readonly tags: readonly string[];
}

export interface Mark extends MarkContent {
  /** A UUID; the same mark has the same id in every file it is exported to. */
  readonly id: string;
  readonly bookId: string;
  /** A note has a body; a bookmark may have one; a highlight has none. */
  readonly kind: MarkKind;
  readonly target: MarkTarget;
  /** Null for the whole book. Of a block or section it holds the beginning. */
  readonly anchor: Anchor | null;
  /** What the block is, for a mark on a block. */
  readonly blockKind: BlockKind | null;
  /** The edition of the book in which the anchor was made. */
  readonly edition: string;
  /** Milliseconds since 1970 by the clock of the time: shown, never compared. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** When it was put into the bin; null outside. */
  readonly deletedAt: number | null;
  /**
   * What decides which of two changes came later, whatever clocks say (core/marks/clock.ts). Greater is later.
   */
  readonly clock: number;
  /** Counts the changes in this store; who changes a mark names the one it has seen. */
  readonly revision: number;
  /** Order of making in this store, never used twice. */
  readonly sequence: number;
}
