/** How much of a book was read, section by section: what is kept, and what it comes to. */
import { flattenChapters } from '../book/contents.ts';
import type { ChapterEntry, ContentsEntry } from '../book/model.ts';

export type ReadState = 'unread' | 'started' | 'done';

/** A section of which something is known; one that was never looked at has none. */
export interface SectionRead {
  readonly chapterId: string;
  readonly sectionId: string;
  /** How much of it was read, 0 to 1, by the time that reading it takes; 1 alone is done. */
  readonly share: number;
  /** What part of its chapter it is, 0 to 1, by the same measure, when this was kept. */
  readonly weight: number;
  /** Whether the reader said so, or it came by reading. */
  readonly byHand: boolean;
}

export interface ReadSummary {
  readonly ofSection: (chapterId: string, sectionId: string) => ReadState;
  /** Done when every section is. */
  readonly ofChapter: (chapterId: string) => ReadState;
  /** 0 to 1. */
  readonly chapterShare: (chapterId: string) => number;
}

/** What the weights of a chapter come to is not exactly 1. */
const nearlyAll = 0.995;

export function readStateOf(share: number): ReadState {
  if (share >= 1) return 'done';
  return share > 0 ? 'started' : 'unread';
}

/**
 * Sections that the book does not have any more count for nothing; one that is new in this edition keeps its chapter from
 * being done.
 */
export function summarizeReads(contents: readonly ContentsEntry[], reads: readonly SectionRead[]): ReadSummary {
  const chapters = new Map(flattenChapters(contents).map((entry) => [entry.id, entry]));
  const ofChapters = new Map<string, Map<string, SectionRead>>();
  for (const read of reads) {
    const sections = ofChapters.get(read.chapterId) ?? new Map<string, SectionRead>();
    ofChapters.set(read.chapterId, sections.set(read.sectionId, read));
  }
  const shareOf = (chapterId: string): number => {
    let share = 0;
    for (const { weight, share: own } of ofChapters.get(chapterId)?.values() ?? []) share += weight * own;
    return Math.min(1, share >= nearlyAll ? 1 : share);
  };
  const states = new Map<string, ReadState>();
  const stateOfChapter = (chapterId: string): ReadState => {
    const entry = chapters.get(chapterId);
    const sections = ofChapters.get(chapterId);
    const share = shareOf(chapterId);
    const isWhole = share === 1 && entry !== undefined && hasAll(entry, (id) => sections?.get(id)?.share === 1);
    if (isWhole) return 'done';
    return share > 0 ? 'started' : 'unread';
  };
  return {
    ofSection: (chapterId, sectionId) => readStateOf(ofChapters.get(chapterId)?.get(sectionId)?.share ?? 0),
    ofChapter: (chapterId) => {
      const state = states.get(chapterId) ?? stateOfChapter(chapterId);
      states.set(chapterId, state);
      return state;
    },
    chapterShare: shareOf,
  };
}

/** Whether all headings are done in one of the chapter's languages: ids of a book may differ between them. */
function hasAll({ headings }: ChapterEntry, isDone: (sectionId: string) => boolean): boolean {
  const lists = Object.values(headings);
  return lists.length === 0 || lists.some((list) => list.every(({ id }) => isDone(id)));
}

/** Of two rows of one section, from two places, what a reader would want: what was read anywhere was read. */
export function laterRead(here: SectionRead | undefined, other: SectionRead): SectionRead {
  return here === undefined || other.share > here.share ? other : here;
}
