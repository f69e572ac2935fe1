import { describe, expect, it } from 'vitest';
import { filterMarks, sortMarks, type MarkFilter } from '../../../../core/marks/select.ts';
import { someAnchor, someMark } from './some-marks.ts';

const marks = [
  someMark({ id: 'a', sequence: 1, clock: 9, color: 'yellow', tags: ['sgx', 'todo'], state: 'open', createdAt: 100 }),
  someMark({
    id: 'b',
    sequence: 2,
    clock: 3,
    color: 'blue',
    kind: 'note',
    body: '见ＳＧＸ手册',
    tags: ['sgx'],
    createdAt: 200,
  }),
  someMark({
    id: 'c',
    sequence: 3,
    clock: 5,
    color: null,
    kind: 'bookmark',
    target: 'book',
    anchor: null,
    createdAt: 50,
  }),
  someMark({
    id: 'd',
    sequence: 4,
    clock: 4,
    color: 'blue',
    anchor: { ...someAnchor, chapterId: 'occlum', lang: 'en', start: 1 },
  }),
];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

describe('a filter', () => {
  const cases: [MarkFilter, string][] = [
    [{}, 'abcd'],
    [{ colors: [], tags: [], text: '  ' }, 'abcd'],
    [{ colors: ['blue'] }, 'bd'],
    [{ colors: ['blue', 'yellow'] }, 'abd'],
    [{ colors: ['blue'], kinds: ['note'] }, 'b'],
    [{ tags: ['sgx'] }, 'ab'],
    [{ tags: ['sgx', 'todo'] }, 'a'],
    [{ states: ['open'] }, 'a'],
    [{ chapterIds: ['occlum'] }, 'd'],
    [{ langs: ['zh'] }, 'ab'],
    [{ from: 100, to: 200 }, 'ab'],
    [{ text: 'sgx 手册' }, 'b'],
    [{ text: 'TODO' }, 'a'],
    [{ text: '内存' }, 'abd'],
    [{ text: 'nowhere' }, ''],
  ];
  it.each(cases)('%j lets through "%s"', (filter, expected) => {
    expect(ids(filterMarks(marks, filter))).toBe(expected);
  });
});

describe('the order', () => {
  const rank = ({ target, anchor }: (typeof marks)[number]) =>
    target === 'book' ? -1 : anchor?.chapterId === 'occlum' ? 0 : 1;

  it('of the book begins with the marks of the whole book', () => {
    expect(ids(sortMarks(marks, 'book', rank))).toBe('cdab');
  });

  it('of the book ends with what has no place', () => {
    expect(ids(sortMarks(marks, 'book', (mark) => (mark.id === 'c' ? undefined : rank(mark))))).toBe('dabc');
  });

  it('of making and of changing is not that of the clock on the wall', () => {
    expect(ids(sortMarks(marks, 'newest', rank))).toBe('dcba');
    expect(ids(sortMarks(marks, 'changed', rank))).toBe('acdb');
  });
});
