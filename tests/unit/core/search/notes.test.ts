import { describe, expect, it } from 'vitest';
import { searchNotes, type SearchedMark } from '../../../../core/search/notes.ts';
import { parseQuery } from '../../../../core/search/parse-query.ts';
import { someAnchor, someMark } from '../marks/some-marks.ts';

const marks: readonly SearchedMark[] = [
  someMark({ id: 'quote', clock: 1 }),
  someMark({ id: 'body', kind: 'note', body: '读完这一章再看**机密内存**的实现。\n问同事：ＳＧＸ够用吗？', clock: 2 }),
  someMark({ id: 'tag', tags: ['机密内存', 'todo'], clock: 3 }),
  someMark({ id: 'english', anchor: { ...someAnchor, lang: 'en', quote: 'Protected Memory' }, body: 'ask about swap' }),
  someMark({ id: 'book', anchor: null, target: 'book', kind: 'note', body: 'SGX deployment plan' }),
];

function found(input: string, limit = 10): string[] {
  return searchNotes(marks, parseQuery(input), limit).hits.map(({ markId }) => markId);
}

describe('marks', () => {
  it('are found by name and tag first, then by the note, then by the marked words', () => {
    expect(found('机密内存')).toEqual(['tag', 'body', 'quote']);
    expect(found('机密内存 in:notes')).toEqual(['tag', 'body', 'quote']);
  });

  it('hold every word somewhere, and none that is excluded', () => {
    expect(found('机密内存 sgx')).toEqual(['body']);
    expect(found('机密 -sgx')).toEqual(['tag', 'quote']);
    expect(found('“再看 机密内存”')).toEqual([]);
    expect(found('swap protected')).toEqual(['english']);
    expect(found('#todo')).toEqual(['tag']);
  });

  it('answer only where the query does not look elsewhere', () => {
    expect(found('机密内存 in:code')).toEqual([]);
    expect(found('机密内存 in:title')).toEqual([]);
    expect(found('sgx lang:en')).toEqual([]);
    expect(found('memory lang:en')).toEqual(['english']);
    expect(found('sgx').sort()).toEqual(['body', 'book']);
    expect(found('in:notes')).toEqual([]);
  });

  it('are counted, however few are asked for', () => {
    const { total, hits } = searchNotes(marks, parseQuery('机密内存'), 1);
    expect({ total, shown: hits.length }).toEqual({ total: 3, shown: 1 });
  });

  it('show where the words stand, in code points, and in whose words', () => {
    const [hit] = searchNotes(marks, parseQuery('sgx 机密'), 10).hits;
    expect(hit).toMatchObject({ markId: 'body', field: 'body', lang: undefined });
    const { text } = hit!.excerpt;
    expect(hit!.excerpt.ranges.map(([start, end]) => Array.from(text).slice(start, end).join(''))).toEqual([
      '机密',
      'ＳＧＸ',
    ]);
    expect(searchNotes(marks, parseQuery('protected'), 10).hits[0]).toMatchObject({ field: 'quote', lang: 'en' });
    expect(searchNotes(marks, parseQuery('todo'), 10).hits[0]?.excerpt.text).toBe('#机密内存 #todo');
  });

  it('are found in the other script of Chinese, which is said', () => {
    const { hits } = searchNotes(marks, parseQuery('機密內存'), 10);
    expect(hits.map(({ markId, otherScript }) => [markId, otherScript])).toEqual([
      ['tag', true],
      ['body', true],
      ['quote', true],
    ]);
    expect(searchNotes(marks, parseQuery('机密内存'), 10).hits.some(({ otherScript }) => otherScript)).toBe(false);
  });

  it('that were changed are found as they are now', () => {
    const edited = marks.map((mark) => (mark.id === 'tag' ? { ...mark, tags: ['done'] } : mark));
    const ids = (input: string): string[] =>
      searchNotes(edited, parseQuery(input), 10).hits.map(({ markId }) => markId);
    expect(ids('todo')).toEqual([]);
    expect(ids('done')).toEqual(['tag']);
  });
});
