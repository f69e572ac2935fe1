import { describe, expect, it } from 'vitest';
import type { ContentsEntry } from '../../../../core/book/model.ts';
import { laterRead, summarizeReads, type SectionRead } from '../../../../core/reading/section-read.ts';

const contents: ContentsEntry[] = [
  {
    kind: 'part',
    id: 'p',
    title: {},
    children: [
      {
        kind: 'chapter',
        id: 'a',
        title: {},
        languages: ['zh'],
        headings: { zh: [{ id: 'one', depth: 2, title: '一' }], en: [{ id: 'eins', depth: 2, title: 'one' }] },
        children: [],
      },
    ],
  },
];

const read = (sectionId: string, share: number, weight: number): SectionRead => {
  return { chapterId: 'a', sectionId, share, weight, byHand: false };
};

describe('what was read', () => {
  it('is nothing at first', () => {
    const { ofChapter, ofSection, chapterShare } = summarizeReads(contents, []);
    expect([ofChapter('a'), ofSection('a', 'one'), chapterShare('a')]).toEqual(['unread', 'unread', 0]);
    expect(ofChapter('elsewhere')).toBe('unread');
  });

  it('adds up to a chapter by what each section is of it', () => {
    const half = summarizeReads(contents, [read('a', 1, 0.2), read('one', 0.5, 0.8)]);
    expect(half.chapterShare('a')).toBeCloseTo(0.6);
    expect([half.ofChapter('a'), half.ofSection('a', 'a'), half.ofSection('a', 'one')]).toEqual([
      'started',
      'done',
      'started',
    ]);
    const whole = summarizeReads(contents, [read('a', 1, 0.2), read('one', 1, 0.799)]);
    expect([whole.ofChapter('a'), whole.chapterShare('a')]).toEqual(['done', 1]);
  });

  it('of one language is that of the chapter, where ids differ', () => {
    expect(summarizeReads(contents, [read('a', 1, 0.2), read('eins', 1, 0.8)]).ofChapter('a')).toBe('done');
  });

  it('does not make a chapter done that has a new section in this edition', () => {
    const { ofChapter, chapterShare } = summarizeReads(contents, [read('a', 1, 0.2), read('old', 1, 0.8)]);
    expect(ofChapter('a')).toBe('started');
    expect(chapterShare('a')).toBe(1);
  });

  it('in two places is the greater', () => {
    expect(laterRead(undefined, read('one', 0, 1)).share).toBe(0);
    expect(laterRead(read('one', 0.5, 1), read('one', 0.4, 1)).share).toBe(0.5);
    expect(laterRead(read('one', 0.5, 1), read('one', 0.6, 1)).share).toBe(0.6);
  });
});
