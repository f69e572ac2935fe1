import { describe, expect, it } from 'vitest';
import type { Chapter, ContentsEntry } from '../../../../core/book/model.ts';
import { bookMinutes, chapterTimes, readingMinutes } from '../../../../core/book/reading-time.ts';

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
    const { indexOf, minutesFrom } = chapterTimes(chapter);
    expect([...indexOf]).toEqual([
      ['c.0', 0],
      ['d.0', 1],
      ['d.1', 2],
    ]);
    expect(minutesFrom).toEqual([1.5, 0.5, 0]);
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

  it('adds up chapters in reading order, in the language or the one they have', () => {
    expect(bookMinutes(contents, 'b', 'zh')).toEqual({ before: 15, own: 20, total: 35 });
    expect(bookMinutes(contents, 'b', 'en')).toEqual({ before: 13, own: 16, total: 29 });
    expect(bookMinutes(contents, 'index', 'zh')).toEqual({ before: 35, own: 0, total: 35 });
  });

  it('says nothing about a book that does not say how long it is, or a chapter it does not have', () => {
    expect(bookMinutes([chapter('index')], 'index', 'zh')).toBeUndefined();
    expect(bookMinutes(contents, 'elsewhere', 'zh')).toBeUndefined();
  });
});
