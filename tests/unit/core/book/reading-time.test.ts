import { describe, expect, it } from 'vitest';
import type { Chapter, ContentsEntry } from '../../../../core/book/model.ts';
import { bookMinutes, chapterTimes, minutesLeft, readingMinutes } from '../../../../core/book/reading-time.ts';

describe('readingMinutes', () => {
  it('counts Chinese by characters and other text by words', () => {
    expect(readingMinutes('机密'.repeat(200))).toBeCloseTo(1);
    expect(readingMinutes('word '.repeat(220))).toBeCloseTo(1);
    expect(readingMinutes('机密计算（confidential computing）')).toBeCloseTo(4 / 400 + 2 / 220);
    expect(readingMinutes('LD_LIBRARY_PATH it’s v1.2')).toBeCloseTo(3 / 220);
    expect(readingMinutes(' ，。—')).toBe(0);
  });
});

describe('chapterTimes', () => {
  it('knows what is left at the beginning of each block', () => {
    const block = (id: string, text: string) => ({ id, kind: 'paragraph' as const, html: '', text });
    const chapter: Chapter = {
      id: 'c',
      lang: 'zh',
      title: 'C',
      sections: [
        { id: 'c', depth: 1, title: 'C', blocks: [block('c.0', '一'.repeat(400))] },
        { id: 'd', depth: 2, title: 'D', blocks: [block('d.0', '一'.repeat(200)), block('d.1', '')] },
      ],
    };
    const times = chapterTimes(chapter);
    const { indexOf, minutesFrom } = times;
    expect([...indexOf]).toEqual([
      ['c.0', 0],
      ['d.0', 1],
      ['d.1', 2],
    ]);
    expect(minutesFrom).toEqual([1.5, 0.5, 0]);
    // A long block is not left all at once.
    expect([0, 0.5, 1].map((above) => minutesLeft(times, 'c.0', above))).toEqual([1.5, 1, 0.5]);
    expect(minutesLeft(times, 'd.1', 0.5)).toBe(0);
    expect(minutesLeft(times, undefined, 0)).toBe(1.5);
  });
});

describe('bookMinutes', () => {
  const chapter = (id: string, minutes?: Record<string, number>, children: ContentsEntry[] = []): ContentsEntry => ({
    kind: 'chapter',
    id,
    title: {},
    languages: ['zh'],
    ...(minutes ? { minutes } : {}),
    headings: {},
    children,
  });
  const contents: ContentsEntry[] = [
    chapter('a', { zh: 10, en: 8 }, [chapter('a-child', { zh: 5 })]),
    { kind: 'part', id: 'p', title: {}, children: [chapter('b', { zh: 20, en: 16 }), chapter('index')] },
  ];

  const shares: Readonly<Record<string, number>> = { 'a-child': 1, b: 0.25, index: 1 };
  const shareOf = (id: string): number => shares[id] ?? 0;

  it('adds up chapters and what was read of each, in the language or the one they have', () => {
    expect(bookMinutes(contents, 'zh', shareOf)).toEqual({ read: 10, total: 35 });
    expect(bookMinutes(contents, 'en', shareOf)).toEqual({ read: 9, total: 29 });
  });

  it('says nothing about a book that does not say how long it is', () => {
    expect(bookMinutes([chapter('index')], 'zh', shareOf)).toBeUndefined();
  });
});
