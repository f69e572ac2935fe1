import { flattenChapters } from '../../core/book/contents.ts';
import type { Chapter } from '../../core/book/model.ts';
import { bookMinutes, chapterTimes, minutesLeft, type ChapterTimes } from '../../core/book/reading-time.ts';
import { readSummary } from '../state/reads.ts';
import { useAppState } from '../state/store-context.ts';

export interface Share {
  /** 0 to 100, whole. */
  readonly percent: number;
  /** Minutes left, whole, rounded up. */
  readonly minutes: number;
}

export interface ReadingProgress {
  /** By the place at which one is, in the time that reading takes. */
  readonly chapter: Share;
  /** By what was read, wherever one is. Undefined where the book does not say how long it is. */
  readonly book: Share | undefined;
  readonly chapterNumber: number;
  readonly chapterCount: number;
}

/** Counting the words of a chapter takes a moment, and several places ask. */
const known = new WeakMap<Chapter, ChapterTimes>();

function timesOf(chapter: Chapter): ChapterTimes {
  const times = known.get(chapter) ?? chapterTimes(chapter);
  known.set(chapter, times);
  return times;
}

/** How far one is in chapter and book; undefined where no chapter is shown. */
export function useProgress(): ReadingProgress | undefined {
  const { contents } = useAppState((state) => state.reading.manifest);
  const shown = useAppState((state) => state.reading.shown);
  const summary = useAppState(readSummary);
  const { blockId, above, atEnd } = useAppState((state) => state.progress);
  if (shown.kind === 'failure') return undefined;
  const { chapter } = shown;
  const times = timesOf(chapter);
  const [all = 0] = times.minutesFrom;
  const left = atEnd ? 0 : minutesLeft(times, blockId, above);
  const chapters = flattenChapters(contents);
  const book = bookMinutes(contents, chapter.lang, summary.chapterShare);
  return {
    chapter: { percent: Math.round(100 * (1 - left / (all || 1))), minutes: Math.ceil(left) },
    book: book && {
      // What is not quite there yet is not all, and what was begun is something.
      percent: Math.floor((100 * book.read) / book.total),
      minutes: Math.ceil(book.total - book.read),
    },
    chapterNumber: chapters.findIndex(({ id }) => id === chapter.id) + 1,
    chapterCount: chapters.length,
  };
}
