import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../core/search/fold.ts';
import { matchingSections } from '../../../../core/search/match.ts';
import { literalQuery } from '../../../../core/search/parse-query.ts';
import { occurrences } from '../../../../core/search/occurrences.ts';
import { search } from '../../../../core/search/search.ts';
import { chaptersOf, indexOf, type TinyBook } from './tiny-corpus.ts';

const syllable = fc.constantFrom(
  ...[
    '机密',
    '容器',
    '远程证明',
    '度',
    '量',
    '的',
    '、',
    '，',
    '⽣',
    'ＳＧＸ',
    'SGX',
    'sgx',
    'LD_LIBRARY_PATH',
    '/opt/csv',
    '--annotation',
  ],
  ...[
    'attestation-agent',
    'linux',
    'Unix',
    'enclave',
    'a',
    'b',
    '1',
    ' ',
    '  ',
    '\n',
    '-',
    '_',
    '.',
    ':',
    '😀',
    '𠀀',
    '𪜈',
    'e\u0301',
    'ﬁ',
    '\u200b',
  ],
);
const text = fc.array(syllable, { maxLength: 14 }).map((parts) => parts.join(''));
const section = fc.array(text, { maxLength: 4 });
const book: fc.Arbitrary<TinyBook> = fc
  .array(section, { minLength: 1, maxLength: 12 })
  .map((sections) => ({ 书: Object.fromEntries(sections.map((blocks, at) => [`节 ${at}`, blocks])) }));

/** The oracle: sections one of whose blocks contains the text, by looking through all of them. */
function scan(tiny: TinyBook, wanted: string): number[] {
  return chaptersOf(tiny)
    .flatMap(({ sections }) => sections)
    .flatMap(({ blocks }, at) => (blocks.some((block) => foldText(block.text).includes(wanted)) ? [at] : []));
}

describe('what is found', () => {
  it('is what a scan finds, for any piece of the text and for pieces of other texts', () => {
    fc.assert(
      fc.property(book, text, fc.nat(), fc.integer({ min: 1, max: 20 }), (tiny, other, from, length) => {
        const index = indexOf(tiny);
        const all = Array.from(
          Object.values(tiny['书'] ?? {})
            .flat()
            .map(foldText)
            .join(''),
        );
        const start = all.length === 0 ? 0 : from % all.length;
        for (const wanted of [
          all
            .slice(start, start + length)
            .join('')
            .trim(),
          foldText(other).trim(),
        ]) {
          // No query holds a line end.
          if (wanted === '' || wanted.includes('\n')) continue;
          const found = matchingSections(index, { words: [wanted], excluded: [], scopes: new Set() });
          expect(found).toEqual(scan(tiny, wanted));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('is what a scan finds for several words, and without those that are excluded', () => {
    fc.assert(
      fc.property(book, fc.array(syllable, { minLength: 1, maxLength: 3 }), syllable, (tiny, raw, not) => {
        const words = raw.map((word) => foldText(word).trim()).filter((word) => word !== '');
        const excluded = [foldText(not).trim()].filter((word) => word !== '');
        if (words.length === 0) return;
        const all = words.map((word) => new Set(scan(tiny, word)));
        const without = new Set(excluded.flatMap((word) => scan(tiny, word)));
        const expected = [...(all[0] ?? [])].filter((at) => all.every((set) => set.has(at)) && !without.has(at));
        expect(matchingSections(indexOf(tiny), { words, excluded, scopes: new Set() })).toEqual(expected);
      }),
      { numRuns: 800 },
    );
  });

  it('has an excerpt that holds the match, and offsets that point at it', () => {
    fc.assert(
      fc.property(book, fc.nat(), fc.integer({ min: 1, max: 12 }), (tiny, from, length) => {
        const blocks = Object.values(tiny['书'] ?? {}).flat();
        const block = blocks[from % Math.max(1, blocks.length)] ?? '';
        const points = Array.from(block);
        const start = from % Math.max(1, points.length);
        const query = literalQuery(points.slice(start, start + length).join(''));
        const wanted = query.words[0]?.text;
        if (wanted === undefined) return;
        const index = indexOf(tiny);
        const texts = new Map<string, string>(
          chaptersOf(tiny).flatMap(({ sections }) =>
            sections.flatMap((one) => one.blocks.map(({ text: plain }, at) => [`${one.id}.${at}`, plain] as const)),
          ),
        );
        for (const hit of search(index, query, { limit: 100 }).hits.filter(({ exact }) => exact)) {
          const plain = Array.from(texts.get(hit.blockId) ?? '');
          expect(hit.ranges.length).toBeGreaterThan(0);
          for (const [first, last] of hit.ranges) {
            expect(foldText(plain.slice(first, last).join(''))).toContain(wanted);
          }
          const shown = Array.from(hit.excerpt.text);
          expect(hit.excerpt.ranges.length).toBeGreaterThan(0);
          for (const [first, last] of hit.excerpt.ranges) {
            expect(foldText(shown.slice(first, last).join(''))).toContain(wanted);
          }
        }
        for (const { blockId, start: first, end } of occurrences(index, query)) {
          expect(
            foldText(
              Array.from(texts.get(blockId) ?? '')
                .slice(first, end)
                .join(''),
            ),
          ).toContain(wanted);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('finds Latin words beside Chinese punctuation and characters', () => {
    const index = indexOf({ 书: { 一: ['在 windows、linux、Unix 上'], 二: ['用户在UNiX命令行'] } });
    const find = (word: string) => matchingSections(index, { words: [word], excluded: [], scopes: new Set() });
    expect(find('linux')).toEqual([1]);
    expect(find('unix')).toEqual([1, 2]);
  });
});
