/** What is being looked for: the bar that goes from place to place, and the question of the search panel. */
import type { Occurrence } from '../../core/search/occurrences.ts';
import type { FindSummary } from '../search/protocol.ts';

/** Where "search everywhere" looks. */
export type SearchScope = 'all' | 'title' | 'code' | 'notes';

export interface FindingState {
  /** Whether the bar is there. */
  readonly open: boolean;
  /** Goes up with each wish to type into the bar. */
  readonly asked: number;
  readonly input: string;
  /** Whether the input is one text; else it is a query of the search panel. */
  readonly literal: boolean;
  /** Undefined while it is being found. */
  readonly summary: FindSummary | undefined;
  /** The places of the chapter on the page, and their chapter and language. */
  readonly here: { readonly chapterId: string; readonly lang: string; readonly places: readonly Occurrence[] };
  /** The number of the place that was gone to, among all of the book; undefined before the first. */
  readonly current: number | undefined;
  /** What the search panel asked last: it opens with it again. */
  readonly panel: { readonly input: string; readonly scope: SearchScope };
}

export const nothingSought: FindingState = {
  open: false,
  asked: 0,
  input: '',
  literal: true,
  summary: undefined,
  here: { chapterId: '', lang: '', places: [] },
  current: undefined,
  panel: { input: '', scope: 'all' },
};

/** The chapter that holds the place with that number, and the place's number within it. */
export function placeInChapter(summary: FindSummary, at: number): { chapterId: string; index: number } | undefined {
  const chapter = summary.chapters.find(({ first, count }) => at >= first && at < first + count);
  return chapter && { chapterId: chapter.chapterId, index: at - chapter.first };
}

/**
 * The first place to go to from a chapter that has none at hand: the first one behind it in reading order, or the last one
 * before it; round the book at its ends. `order` are the ids of all chapters.
 */
export function nearestPlace(
  { total, chapters }: FindSummary,
  order: readonly string[],
  chapterId: string,
  direction: 'next' | 'previous',
): number | undefined {
  if (total === 0) return undefined;
  const here = order.indexOf(chapterId);
  if (direction === 'next') return chapters.find((chapter) => order.indexOf(chapter.chapterId) > here)?.first ?? 0;
  const before = chapters.filter((chapter) => order.indexOf(chapter.chapterId) < here).at(-1);
  return before ? before.first + before.count - 1 : total - 1;
}
