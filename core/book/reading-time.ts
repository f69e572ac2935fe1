/** How long reading takes, from the text alone. */
import { flattenChapters } from './contents.ts';
import type { Chapter, ChapterEntry, ContentsEntry } from './model.ts';

/** Quiet reading of technical prose; people differ more than these numbers do. */
const hanPerMinute = 400;
const wordsPerMinute = 220;

/** Minutes, not rounded, that a text takes: Chinese characters and words of other scripts, counted apart. */
export function readingMinutes(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_.-]*/gu)?.length ?? 0;
  return han / hanPerMinute + words / wordsPerMinute;
}

/** The blocks of a chapter with the time that is left at the beginning of each. */
export interface ChapterTimes {
  readonly indexOf: ReadonlyMap<string, number>;
  /** Minutes from the beginning of block n to the end of the chapter. */
  readonly minutesFrom: readonly number[];
}

export function chapterTimes(chapter: Chapter): ChapterTimes {
  const blocks = chapter.sections.flatMap((section) => section.blocks);
  const minutesFrom: number[] = [];
  let left = 0;
  for (const block of blocks.toReversed()) {
    left += readingMinutes(block.text);
    minutesFrom.unshift(left);
  }
  return { indexOf: new Map(blocks.map((block, index) => [block.id, index])), minutesFrom };
}

/**
 * Minutes of the whole book in `lang` (a chapter that lacks it counts in another) and of what comes before a chapter.
 * Undefined where the book does not say how long its chapters take.
 */
export function bookMinutes(
  contents: readonly ContentsEntry[],
  chapterId: string,
  lang: string,
): { readonly before: number; readonly own: number; readonly total: number } | undefined {
  const chapters = flattenChapters(contents);
  const at = chapters.findIndex(({ id }) => id === chapterId);
  const minutes = chapters.map((chapter) => minutesIn(chapter, lang));
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
  const total = sum(minutes);
  return at < 0 || total === 0 ? undefined : { before: sum(minutes.slice(0, at)), own: minutes[at] ?? 0, total };
}

function minutesIn({ minutes = {} }: ChapterEntry, lang: string): number {
  return minutes[lang] ?? Object.values(minutes)[0] ?? 0;
}
