import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toOneScript } from '../../../../core/book/scripts.ts';
import { literalQuery, parseQuery } from '../../../../core/search/parse-query.ts';
import { occurrences } from '../../../../core/search/occurrences.ts';
import { ask, indexOf, placesOf, type TinyBook } from './tiny-corpus.ts';

const simplified: TinyBook = {
  机密计算: { 远程证明: ['远程证明让远端确信对面是一颗真CPU。'], 头发: ['理发店发了一张单子。'] },
};
const traditional: TinyBook = {
  機密計算: { 遠程證明: ['遠程證明讓遠端確信對面是一顆真CPU。'], 頭髮: ['理髮店發了一張單子，隨著風飄走。'] },
};
const names = [['远程证明', 'remote attestation']];
const [book, other] = [indexOf(simplified, names), indexOf(traditional)];

describe('a text in one script', () => {
  it('is as long as before, and stays as it is when it is turned again', () => {
    expect(toOneScript('機密計算、遠程證明與機密容器')).toBe('机密计算、远程证明与机密容器');
    expect(toOneScript('机密计算 attestation 発')).toBe('机密计算 attestation 発');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('機', '機密', '薴', '𠵾', '著', 'a', '发', '髮', '㗲') }),
        (text) => {
          const one = toOneScript(text);
          expect(one.length).toBe(text.length);
          expect(toOneScript(one)).toBe(one);
        },
      ),
    );
  });
});

describe('a query in the other script', () => {
  it.each([
    ['機密計算 in a Simplified book', book, '機密計算', ['c0/s0']],
    ['遠程證明, a phrase', book, '"遠程證明"', ['c0/s1']],
    ['机密计算 in a Traditional book', other, '机密计算', ['c0/s0']],
    ['远程证明, a phrase', other, '“远程证明”', ['c0/s1']],
    ['two words, one in each', other, '远程 證明', ['c0/s1']],
  ])('finds %s, and says so', (_, index, query, places) => {
    const answer = ask(index, query);
    expect(placesOf(answer)).toEqual(places);
    expect(answer).toMatchObject({ kind: 'other-script', exactTotal: 0 });
    expect(answer.hits.every(({ exact, otherScript }) => !exact && otherScript === true)).toBe(true);
  });

  it('marks the words as they are written', () => {
    const [hit] = ask(other, '远程证明').hits;
    const [[start, end] = [0, 0]] = hit!.excerpt.ranges;
    expect(Array.from(hit!.excerpt.text).slice(start, end).join('')).toBe('遠程證明');
  });

  it('leaves what was typed in the script of the book exact, and adds what only folding brings together', () => {
    expect(ask(book, '机密计算')).toMatchObject({ kind: 'exact', exactTotal: 1 });
    const answer = ask(other, '髮');
    expect(answer.hits.map(({ exact, otherScript }) => [exact, otherScript])).toEqual([[true, undefined]]);
    const both = ask(indexOf({ 书: { 甲: ['发布'], 乙: ['發布'] } }), '发布');
    expect(both).toMatchObject({ kind: 'exact', total: 2, exactTotal: 1 });
    expect(both.hits.map(({ sectionId, exact, otherScript }) => [sectionId, exact, otherScript])).toEqual([
      ['s1', true, undefined],
      ['s2', false, true],
    ]);
  });

  it('is as good as in this one: questions, other names, exclusion, filters', () => {
    expect(placesOf(ask(book, '什麼是機密計算？'))[0]).toBe('c0/s0');
    expect(ask(book, '遠程證明 -確信').total).toBe(0);
    expect(placesOf(ask(book, '遠程證明 in:title'))).toEqual(['c0/s1']);
    const english = indexOf({ Book: { One: ['remote attestation'] } }, names, 'en');
    expect(ask(english, '遠程證明').hits[0]).toMatchObject({ sectionId: 's1', via: 'remote attestation' });
  });

  it('finds its places', () => {
    const places = occurrences(book, parseQuery('遠程證明'), 'both');
    expect(places.map(({ blockId, start, end }) => [blockId, start, end])).toEqual([
      ['s1.0', 0, 4],
      ['s1.1', 0, 4],
    ]);
    expect(occurrences(book, literalQuery('遠程證明'))).toEqual([]);
  });
});
