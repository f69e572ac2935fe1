import { describe, expect, it } from 'vitest';
import { headingPath } from '../../../../core/book/heading-path.ts';

const headings = [
  ['a', 2],
  ['a1', 3],
  ['a2', 3],
  ['deep', 5],
  ['b', 2],
].map(([id, depth]) => ({ id: String(id), depth: Number(depth), title: String(id).toUpperCase() }));

describe('headingPath', () => {
  it.each([
    ['a', 'a'],
    ['a2', 'a a2'],
    ['deep', 'a a2 deep'],
    ['b', 'b'],
    ['gone', ''],
  ])('leads to %s by: %s', (id, expected) => {
    expect(
      headingPath(headings, id)
        .map((heading) => heading.id)
        .join(' '),
    ).toBe(expected);
  });
});
