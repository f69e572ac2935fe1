import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOccurrences, occurrences } from '../../../../core/search/occurrences.ts';
import { literalQuery, parseQuery } from '../../../../core/search/parse-query.ts';
import { indexOf } from './tiny-corpus.ts';

const text = fc.string({
  unit: fc.constantFrom('e', 'E', 'é', '证', '明', '證', '㏄', 'ﬁ', '，', ' ', 'i', 'c', '😀'),
});
const titled = fc.dictionary(fc.constantFrom('甲', 'e 乙', '证明'), fc.array(text, { maxLength: 3 }));
const book = fc.record({ 书: titled, e: titled });
const query = fc.oneof(
  fc.constantFrom('e', '证', '证明', 'c', 'fi', 'i', '，').map(literalQuery),
  fc.constantFrom('e c', '证 e', '证 证明', 'in:title e', 'e -证', 'in:code e', '').map(parseQuery),
);

describe('the places of what was found', () => {
  it('are as many as are counted, chapter by chapter, in either way of writing', () => {
    fc.assert(
      fc.property(book, query, fc.constantFrom('as-typed', 'both'), (tiny, asked, scripts) => {
        const index = indexOf(tiny);
        const places = occurrences(index, asked, scripts);
        const counted = countOccurrences(index, asked, scripts);
        expect(counted).toEqual(
          Array.from(
            Map.groupBy(places, ({ chapterId }) => chapterId),
            ([chapterId, own]) => ({ chapterId, count: own.length }),
          ),
        );
        expect(counted.flatMap(({ chapterId }) => occurrences(index, asked, scripts, chapterId))).toEqual(places);
      }),
      { numRuns: 600 },
    );
  });

  it('may be the same character, where one stands for several', () => {
    const index = indexOf({ 书: { 一: ['1 ㏄'] } });
    expect(occurrences(index, literalQuery('c')).map(({ start, end }) => [start, end])).toEqual([
      [2, 3],
      [2, 3],
    ]);
    expect(occurrences(index, literalQuery('c'), 'as-typed', 'nowhere')).toEqual([]);
  });
});
