import { describe, expect, it } from 'vitest';
import type { ChapterEntry } from '../../../../core/book/model.ts';
import { bookOrder } from '../../../../core/marks/book-order.ts';

function chapter(id: string, headings: readonly string[], children: readonly ChapterEntry[] = []): ChapterEntry {
  const list = headings.map((heading) => ({ id: heading, depth: 2, title: heading }));
  return { kind: 'chapter', id, title: { en: id }, languages: ['en'], headings: { en: list }, children };
}

describe('the order of the book', () => {
  const order = bookOrder(
    { contents: [chapter('one', ['a', 'b'], [chapter('two', ['c'])]), chapter('three', [])] },
    'en',
  );

  it('is that of chapters, sections and blocks', () => {
    const places = [
      ['one', 'one.0'],
      ['one', 'one.10'],
      ['one', 'a.2'],
      ['one', 'b.0'],
      ['two', 'two.1'],
      ['two', 'c.3'],
      ['three', 'three.0'],
    ] as const;
    const ranks = places.map(([chapterId, blockId]) => order(chapterId, blockId) ?? NaN);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(places.length);
  });

  it('has no place for what the book does not have', () => {
    expect(order('four', 'a.1')).toBeUndefined();
    expect(order('one', 'gone.1')).toBe(order('one', 'one.1'));
  });
});
