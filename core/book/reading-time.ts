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

/** Minutes to the end of the chapter from a place in it; `above` is how much of the block is behind the reader, 0 to 1. */
export function minutesLeft(
  { indexOf, minutesFrom }: ChapterTimes,
  blockId: string | undefined,
  above: number,
): number {
  const at = indexOf.get(blockId ?? '') ?? 0;
  const here = minutesFrom[at] ?? 0;
  return here - above * (here - (minutesFrom[at + 1] ?? 0));
}

/**
 * Minutes of the whole book in `lang` (a chapter that lacks it counts in another) and of what was read of it; `shareOf`
 * gives how much of a chapter that is, 0 to 1. Undefined where the book does not say how long its chapters take.
 */
export function bookMinutes(
  contents: readonly ContentsEntry[],
  lang: string,
  shareOf: (chapterId: string) => number,
): { readonly read: number; readonly total: number } | undefined {
  let read = 0;
  let total = 0;
  for (const chapter of flattenChapters(contents)) {
    const minutes = minutesIn(chapter, lang);
    total += minutes;
    read += minutes * shareOf(chapter.id);
  }
  return total === 0 ? undefined : { read, total };
}

function minutesIn({ minutes = {} }: ChapterEntry, lang: string): number {
  return minutes[lang] ?? Object.values(minutes)[0] ?? 0;
}
