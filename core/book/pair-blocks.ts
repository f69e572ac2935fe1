/** A chapter and its translation, block beside block. They are aligned by ids alone: never by their number or by length. */
import type { Block, Chapter } from './model.ts';

/** One block in the languages that have it; at least one of the two is there. */
export interface Pair {
  readonly id: string;
  readonly main: Block | undefined;
  readonly translation: Block | undefined;
  readonly shape: Shape;
}

/**
 * How the two stand to each other: `two` texts, or the same thing in both languages (code, a rule), shown `once`. A figure's
 * drawing is shown once with both captions; `wide-two` are drawings that may stand side by side where the columns are wide.
 */
export type Shape = 'two' | 'once' | 'one-drawing' | 'wide-two';

export interface PairedSection {
  readonly id: string;
  readonly pairs: readonly Pair[];
}

/** The blocks of a chapter without its translation. */
export function oneLanguage({ sections }: Chapter): PairedSection[] {
  return sections.map(({ id, blocks }) => ({
    id,
    pairs: blocks.map((main) => ({ id: main.id, main, translation: undefined, shape: 'two' })),
  }));
}

/**
 * The sections and blocks of both, in the order of the main language. What only the translation has stands after what it
 * follows there.
 */
export function pairBlocks(main: Chapter, translation: Chapter): PairedSection[] {
  return merge(main.sections, translation.sections).map(({ id, main: ours, translation: theirs }) => ({
    id,
    pairs: merge(ours?.blocks ?? [], theirs?.blocks ?? []).map((pair) => ({ ...pair, shape: shapeOf(pair) })),
  }));
}

interface Merged<T> {
  readonly id: string;
  readonly main: T | undefined;
  readonly translation: T | undefined;
}

function merge<T extends { readonly id: string }>(main: readonly T[], translation: readonly T[]): Merged<T>[] {
  const translations = new Map(translation.map((item) => [item.id, item]));
  const known = new Set(main.map(({ id }) => id));
  /** What the main language lacks, by the id that it follows; '' is the beginning. */
  const lacking = new Map<string, T[]>();
  let follows = '';
  for (const item of translation) {
    if (known.has(item.id)) follows = item.id;
    else lacking.set(follows, [...(lacking.get(follows) ?? []), item]);
  }
  const after = (id: string): Merged<T>[] =>
    (lacking.get(id) ?? []).map((item) => ({ id: item.id, main: undefined, translation: item }));
  return [
    ...after(''),
    ...main.flatMap((item) => [{ id: item.id, main: item, translation: translations.get(item.id) }, ...after(item.id)]),
  ];
}

function shapeOf({ main, translation }: Merged<Block>): Shape {
  if (!main || main.kind !== translation?.kind) return 'two';
  if (main.html === translation.html || (main.kind === 'code' && main.text === translation.text)) return 'once';
  if (main.kind !== 'figure') return 'two';
  const widths = [drawingWidth(main.html), drawingWidth(translation.html)];
  return widths.every((width) => width !== undefined && width <= widestInColumn) ? 'wide-two' : 'one-drawing';
}

/** A drawing of this width (CSS pixels) can still be read in one of two columns of a wide window. */
const widestInColumn = 720;

/** Width of a figure's drawing; undefined for a picture: it is most likely the same in both languages. */
function drawingWidth(html: string): number | undefined {
  const width = /<svg\b[^>]*?\swidth="([\d.]+)"/.exec(html)?.[1];
  return width === undefined ? undefined : Number(width);
}
