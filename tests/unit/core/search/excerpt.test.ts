import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../../core/search/excerpt.ts';

const marked = ({ text, ranges }: ReturnType<typeof excerptOf>): string[] =>
  ranges.map(([start, end]) => Array.from(text).slice(start, end).join(''));

describe('an excerpt', () => {
  it('is the whole of a short text, on one line', () => {
    const excerpt = excerptOf('one\ntwo\tthree', [[4, 7]]);
    expect(excerpt).toEqual({ text: 'one two three', ranges: [[4, 7]], cutBefore: false, cutAfter: false });
  });

  it('stands around the place with the most matches', () => {
    const text = `word ${'filler '.repeat(60)}word word word ${'filler '.repeat(60)}`;
    const ranges = [...text.matchAll(/word/g)].map(({ index }) => [index, index + 4] as const);
    const excerpt = excerptOf(text, ranges);
    expect(marked(excerpt)).toEqual(['word', 'word', 'word']);
    expect(excerpt).toMatchObject({ cutBefore: true, cutAfter: true });
  });

  it('is as wide in Chinese as in English, and begins and ends between words', () => {
    const chinese = excerptOf('机'.repeat(300), [[150, 152]]);
    expect(Array.from(chinese.text).length).toBeLessThanOrEqual(75);
    const english = excerptOf('attestation '.repeat(60), [[300, 311]]);
    expect(english.text.length).toBeLessThanOrEqual(150);
    expect(english.text).toMatch(/^attestation.*attestation ?$/);
  });

  it('holds a match that is longer than an excerpt', () => {
    const excerpt = excerptOf('x'.repeat(1000), [[100, 600]]);
    expect(marked(excerpt)).toEqual(['x'.repeat(500)]);
  });
});
