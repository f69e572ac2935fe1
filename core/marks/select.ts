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
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Words that all have to stand in the quote, the note, the name or a tag, in any order. */
  readonly text?: string;
}

/** What a filter asks, one test for each facet in use. */
export type Facet = 'kinds' | 'colors' | 'states' | 'tags' | 'chapterIds' | 'langs' | 'date' | 'text';
export interface FacetTest {
  readonly facet: Facet;
  readonly passes: (mark: Mark) => boolean;
}

/** The tests of a filter, the cheapest first; none for a facet in which nothing is chosen. */
export function facetTests(filter: MarkFilter): FacetTest[] {
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const { kinds = [], colors = [], states = [], tags = [], chapterIds = [], langs = [] } = filter;
  const { from = -Infinity, to = Infinity } = filter;
  const tests: (FacetTest & { readonly isUsed: boolean })[] = [
    { facet: 'kinds', isUsed: kinds.length > 0, passes: ({ kind }) => kinds.includes(kind) },
    { facet: 'colors', isUsed: colors.length > 0, passes: ({ color }) => color !== null && colors.includes(color) },
    { facet: 'states', isUsed: states.length > 0, passes: ({ state }) => state !== null && states.includes(state) },
    { facet: 'tags', isUsed: tags.length > 0, passes: (mark) => tags.every((tag) => mark.tags.includes(tag)) },
    {
      facet: 'chapterIds',
      isUsed: chapterIds.length > 0,
      passes: ({ anchor }) => anchor !== null && chapterIds.includes(anchor.chapterId),
    },
    {
      facet: 'langs',
      isUsed: langs.length > 0,
      passes: ({ anchor }) => anchor !== null && langs.includes(anchor.lang),
    },
    {
      facet: 'date',
      isUsed: from > -Infinity || to < Infinity,
      passes: ({ createdAt }) => createdAt >= from && createdAt <= to,
    },
    { facet: 'text', isUsed: words.length > 0, passes: (mark) => holdsAll(mark, words) },
  ];
  return tests.filter(({ isUsed }) => isUsed);
}

/** The marks a filter lets through, in the order they came. A filter without facets lets all through. */
export function filterMarks<M extends Mark>(marks: readonly M[], filter: MarkFilter): M[] {
  const tests = facetTests(filter);
  return marks.filter((mark) => tests.every(({ passes }) => passes(mark)));
}

function holdsAll(mark: Mark, words: readonly string[]): boolean {
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
