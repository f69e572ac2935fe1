/** Which marks a list shows, and in which order. */
import { fold } from '../book/fold.ts';
import type { Mark, MarkColor, MarkKind, MarkState } from './mark.ts';

/** Facets combine with AND; within a facet any of its values will do, but a mark has to have every tag. */
export interface MarkFilter {
  readonly kinds?: readonly MarkKind[];
  readonly colors?: readonly MarkColor[];
  readonly states?: readonly MarkState[];
  readonly tags?: readonly string[];
  readonly chapterIds?: readonly string[];
  readonly langs?: readonly string[];
  /** By the day it was made: milliseconds since 1970, both included. */
  readonly from?: number;
  readonly to?: number;
  /** Words that all have to stand in the quote, the note, the name or a tag, in any order. */
  readonly text?: string;
}

/** The marks a filter lets through, in the order they came. A filter without facets lets all through. */
export function filterMarks<M extends Mark>(marks: readonly M[], filter: MarkFilter): M[] {
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return marks.filter(
    (mark) =>
      any(filter.kinds, mark.kind) &&
      any(filter.colors, mark.color) &&
      any(filter.states, mark.state) &&
      (filter.tags ?? []).every((tag) => mark.tags.includes(tag)) &&
      any(filter.chapterIds, mark.anchor?.chapterId) &&
      any(filter.langs, mark.anchor?.lang) &&
      mark.createdAt >= (filter.from ?? -Infinity) &&
      mark.createdAt <= (filter.to ?? Infinity) &&
      holdsAll(mark, words),
  );
}

function any<T>(wanted: readonly T[] | undefined, value: T | null | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return value !== null && value !== undefined && wanted.includes(value);
}

function holdsAll(mark: Mark, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldMark(mark);
  return words.every((word) => text.includes(word));
}

/** A mark never changes, it is replaced; so what it says is folded once, not with every key of a search. */
const foldedTexts = new WeakMap<Mark, string>();

/** All that is searched of a mark, as it is compared (core/book/fold.ts); made once for each. */
export function foldMark(mark: Mark): string {
  const known = foldedTexts.get(mark);
  if (known !== undefined) return known;
  const folded = fold([mark.anchor?.quote ?? '', mark.body ?? '', mark.label ?? '', ...mark.tags].join('\n'));
  foldedTexts.set(mark, folded);
  return folded;
}

export const markOrders = ['book', 'newest', 'changed'] as const;
export type MarkOrder = (typeof markOrders)[number];

/** Where a mark stands in the book; undefined for one that has no place. Compared as it is, smaller is earlier. */
export type BookRank<M> = (mark: M) => number | undefined;

/**
 * Sorted copies. `book`: marks of the whole book first, then in reading order, at last those without a place; `newest`
 * and `changed`: the latest first, by sequence and clock, not by the hour of the day.
 */
export function sortMarks<M extends Mark>(marks: readonly M[], order: MarkOrder, rank: BookRank<M>): M[] {
  if (order === 'newest') return marks.toSorted((a, b) => b.sequence - a.sequence);
  if (order === 'changed') return marks.toSorted((a, b) => b.clock - a.clock);
  // Each is ranked once: a comparison is made for it some twenty times.
  const ranked = marks.map((mark) => ({ mark, rank: rank(mark) ?? Infinity, start: mark.anchor?.start ?? 0 }));
  ranked.sort((a, b) => {
    if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
    return a.start - b.start || a.mark.sequence - b.mark.sequence;
  });
  return ranked.map(({ mark }) => mark);
}
