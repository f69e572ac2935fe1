import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../core/search/fold.ts';
import { estimateScores, lunrScores, weighTerms } from '../../../../core/search/score.ts';
import { scoredTerms } from '../../../../core/search/scored-terms.ts';
import { fullLunrIndex } from './full-lunr-index.ts';
import { indexOf } from './tiny-corpus.ts';

const word = fc.constantFrom(
  '机密',
  '容器',
  '远程证明',
  'sgx',
  'enclave',
  'attestation-agent',
  'LD_LIBRARY_PATH',
  '证明',
  '的',
);
const sections = fc.array(fc.array(word, { minLength: 1, maxLength: 20 }), { minLength: 2, maxLength: 15 });

describe('scores', () => {
  it('are those of a lunr index of the whole book', () => {
    fc.assert(
      fc.property(sections, fc.array(word, { minLength: 1, maxLength: 3 }), (texts, query) => {
        const index = indexOf({
          书: Object.fromEntries(texts.map((words, at) => [`${at} ${words[0] ?? ''}`, [words.join(' ')]])),
        });
        const terms = weighTerms(index, scoredTerms(index, query.map(foldText)));
        if (terms.length === 0) return;
        const all = Array.from({ length: index.sectionCount }, (_, at) => at);
        const ours = lunrScores(index, terms, all);
        const theirs = fullLunrIndex(index).query((asked) => {
          for (const { text, boost } of terms)
            asked.term(text, { boost, usePipeline: false, wildcard: lunr.Query.wildcard.NONE });
        });
        expect(ours.size).toBe(theirs.length);
        for (const { ref, score } of theirs) expect(ours.get(Number(ref))).toBeCloseTo(score, 12);
        // The estimate that picks which sections lunr sees is the same number, up to rounding.
        const estimates = estimateScores(index, terms);
        for (const { ref, score } of theirs) expect(estimates[Number(ref)]).toBeCloseTo(score, 9);
      }),
      { numRuns: 300 },
    );
  });
});
