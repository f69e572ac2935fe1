/** Thousands of marks in the chapters of a compiled book, as a diligent reader would leave them. */
import { makeAnchor } from '../../core/anchor/anchor.ts';
import { chapterText, rangeOf, type ChapterText } from '../../core/anchor/chapter-text.ts';
import { flattenChapters } from '../../core/book/contents.ts';
import type { FileMark } from '../../core/marks/exchange/marks-file.ts';
import { markColors } from '../../core/marks/mark.ts';
import type { Book } from '../../electron/services/library/book.ts';

const words = 'enclave report key 内存 机密 度量 attestation driver 内核 check again 再读 why version'.split(' ');
const tags = ['TDX', 'SGX', 'to read', '待查', 'ops'];

/** Chapters in every language of the book; with `chapterId` that one alone. */
export async function chapterTexts(book: Book, chapterId?: string): Promise<ChapterText[]> {
  const { manifest } = book;
  const entries = flattenChapters(manifest.contents).filter(({ id }) => chapterId === undefined || id === chapterId);
  const texts: ChapterText[] = [];
  for (const { id, languages } of entries) {
    for (const lang of languages) {
      const chapter = await book.chapter(id, lang);
      if (chapter.ok) texts.push(chapterText(chapter.value));
    }
  }
  return texts;
}

/** Highlights of 5 to 84 characters; six in ten have a note of 5 to 44 words, half of these a tag. The same every time. */
export function manyMarks(texts: readonly ChapterText[], count: number, edition: string): FileMark[] {
  const random = seeded(count);
  const pick = <T>(values: readonly T[]): T => values[random(values.length)]!;
  const marks: FileMark[] = [];
  while (marks.length < count) {
    const text = pick(texts);
    const start = random(Math.max(1, text.text.length - 90));
    const range = rangeOf(text, { start, end: start + 5 + random(80) });
    const anchor = range && makeAnchor(text, range);
    if (!anchor) continue;
    const number = marks.length;
    const hasNote = random(10) < 6;
    marks.push({
      id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
      kind: hasNote ? 'note' : 'highlight',
      target: 'text',
      label: null,
      body: hasNote ? Array.from({ length: 5 + random(40) }, () => pick(words)).join(' ') : null,
      color: pick(markColors),
      style: null,
      state: null,
      tags: hasNote && random(2) === 0 ? [pick(tags)] : [],
      createdAt: 1_700_000_000_000 + number * 1000,
      modifiedAt: 1_700_000_000_000 + number * 1000,
      deletedAt: null,
      clock: 1_700_000_000_000 + number,
      edition,
      blockKind: null,
      anchor,
    });
  }
  return marks;
}

/** Whole numbers below a bound; a linear congruential generator, good enough to scatter marks. */
function seeded(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
