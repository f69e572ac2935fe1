import { describe, expect, it } from 'vitest';
import type { ChapterEntry } from '../../../core/book/model.ts';
import { aroundChapter, isJump, knownPoints, newestPoints } from '../../../renderer/app/trail.ts';

const contents = ['a', 'b', 'c'].map((id): ChapterEntry => ({
  kind: 'chapter',
  id,
  title: { zh: id },
  languages: ['zh'],
  headings: {},
  children: [],
}));
const points = (ids: string) => Array.from(ids, (chapterId) => ({ chapterId }));

describe('the way through a book', () => {
  it('keeps its 50 newest points, and where the reader is among them', () => {
    const long = { points: Array.from({ length: 60 }, (_, index) => ({ chapterId: `c${index}` })), at: 55 };
    const kept = newestPoints(long);
    expect(kept.points).toHaveLength(50);
    expect(kept.points[kept.at]).toEqual({ chapterId: 'c55' });
    expect(newestPoints({ points: points('ab'), at: 1 })).toEqual({ points: points('ab'), at: 1 });
  });

  it('forgets chapters that the book no longer has', () => {
    expect(knownPoints({ points: points('axbxc'), at: 2 }, contents)).toEqual({ points: points('abc'), at: 1 });
    expect(knownPoints({ points: points('x'), at: 0 }, contents)).toEqual({ points: [], at: 0 });
  });

  it('stands in the chapter that is open, whatever was kept of the last step', () => {
    expect(aroundChapter({ points: points('abc'), at: 1 }, 'b').at).toBe(1);
    expect(aroundChapter({ points: points('abc'), at: 2 }, 'b').at).toBe(1);
    expect(aroundChapter({ points: points('abacb'), at: 3 }, 'a').at).toBe(2);
    expect(aroundChapter({ points: points('abc'), at: 1 }, 'd')).toEqual({ points: points('abd'), at: 2 });
    expect(aroundChapter({ points: [], at: 0 }, 'a')).toEqual({ points: points('a'), at: 0 });
  });

  it('jumps by links and over chapters; to the next and previous chapter one reads on', () => {
    expect(isJump(contents, { chapterId: 'a' }, { chapterId: 'b' })).toBe(false);
    expect(isJump(contents, { chapterId: 'b' }, { chapterId: 'a' })).toBe(false);
    expect(isJump(contents, { chapterId: 'a' }, { chapterId: 'c' })).toBe(true);
    expect(isJump(contents, { chapterId: 'a' }, { chapterId: 'b', targetId: 'end' })).toBe(true);
    expect(isJump(contents, { chapterId: 'a' }, { chapterId: 'a', targetId: 'end' })).toBe(true);
  });
});
