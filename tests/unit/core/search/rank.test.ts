import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../core/search/fold.ts';
import { matchingSections } from '../../../../core/search/match.ts';
import { rankSections, tierOf } from '../../../../core/search/rank.ts';
import { scoredTerms } from '../../../../core/search/scored-terms.ts';
import { indexOf } from './tiny-corpus.ts';

const piece = fc.constantFrom(
  '机',
  '机密',
  '密',
  'e',
  'Enclave',
  'sgx-2',
  '2',
  '-',
  '/opt',
  '（',
  'TEE',
  ' ',
  'é',
  'ing',
  '的',
);
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
const book = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 });
const asked = fc.oneof(
  piece,
  fc.constantFrom('s', 'g', 'en', 'enc', 'ee', '2', 'o', 'op', '机密机', 'g-', 'in', 'cl', '密的', '/', '(', 'é'),
);

describe('what the index knows without the text', () => {
  it('is what the text says: which sections hold words, and in what way', () => {
    fc.assert(
      fc.property(book, fc.array(asked, { minLength: 1, maxLength: 3 }), (sections, queries) => {
        const index = indexOf({
          书: Object.fromEntries(sections.map(([title, body], at) => [`${title}${at}`, [body]])),
        });
        const words = queries.map((query) => foldText(query).trim()).filter((word) => word !== '');
        fc.pre(words.length > 0);
        const all = Array.from({ length: index.sectionCount }, (_, at) => at);
        const found = matchingSections(index, { words, excluded: [], scopes: new Set() });
        expect(found).toEqual(all.filter((section) => words.every((word) => index.folded(section).includes(word))));
        for (const { section, tier } of rankSections(index, found, words, scoredTerms(index, words))) {
          expect(tier).toBe(tierOf(index, section, words, words.join(' ')));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
