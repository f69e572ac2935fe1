/** Search on whole books: the edition, and the original whitepaper where `../shared/reference/whitepaper` is there. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import lunr from 'lunr';
import { Converter } from 'opencc-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBook } from '../../build/compile/compile.ts';
import { toOneScript } from '../../core/book/scripts.ts';
import { foldText } from '../../core/search/fold.ts';
import { matchingSections } from '../../core/search/match.ts';
import { openIndex, type SearchIndex } from '../../core/search/open-index.ts';
import { literalQuery, parseQuery } from '../../core/search/parse-query.ts';
import { lunrScores, weighTerms } from '../../core/search/score.ts';
import { scoredTerms } from '../../core/search/scored-terms.ts';
import { searchPath } from '../../core/search/search-file.ts';
import { countOccurrences, occurrences } from '../../core/search/occurrences.ts';
import { search, type Hit } from '../../core/search/search.ts';
import { identifiersOf, runsOf } from '../../core/search/tokens.ts';
import { fullLunrIndex } from '../unit/core/search/full-lunr-index.ts';
import { makeFolder, removeFolders } from './compile-books.ts';
import { heldOutAnswers } from './held-out-queries.ts';
import { expectedAnswers, type ExpectedAnswer } from './search-queries.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const whitepaper = fileURLToPath(new URL('../../../shared/reference/whitepaper', import.meta.url));
const skipped = existsSync(whitepaper) ? '' : ' (skipped: ../shared/reference/whitepaper is absent)';

interface Book {
  readonly name: string;
  readonly source: string;
  readonly languages: readonly string[];
}
const edition: Book = { name: 'the edition', source: content, languages: ['zh', 'en'] };
const reference: Book = { name: `the reference whitepaper${skipped}`, source: whitepaper, languages: ['zh'] };

afterAll(removeFolders);

const compiled = new Map<string, Promise<SearchIndex[]>>();

/** The book's indexes, one a language; compiled once. */
function compileIndexes(book: Book): Promise<SearchIndex[]> {
  const made = compiled.get(book.source) ?? compileAndOpen(book);
  compiled.set(book.source, made);
  return made;
}

async function compileAndOpen({ source, languages }: Book): Promise<SearchIndex[]> {
  const target = join(await makeFolder(), 'book');
  await compileBook(source, target);
  return Promise.all(languages.map(async (lang) => openIndex(await readFile(join(target, searchPath(lang))))));
}

/** Folded blocks of each section, folded here and not by the compiler. */
function blocksOf(index: SearchIndex): string[][] {
  return Array.from({ length: index.sectionCount }, (_, section) => {
    const { firstBlock, blockCount } = index.section(section);
    return Array.from({ length: blockCount }, (_unused, at) => foldText(index.blockText(firstBlock + at)));
  });
}

/** Terms that stand in many sections. */
function termsBySize(dictionary: SearchIndex['words']): string[] {
  return Array.from({ length: dictionary.size }, (_, at) => at)
    .filter((at) => dictionary.postings(at).sections.length > 20)
    .map(dictionary.term);
}

function scan(blocks: readonly (readonly string[])[], wanted: string): number[] {
  return blocks.flatMap((texts, section) => (texts.some((text) => text.includes(wanted)) ? [section] : []));
}

function placeOf(index: SearchIndex, section: number): string {
  const { chapter, id } = index.section(section);
  return `${index.chapters[chapter]?.id ?? ''}/${id}`;
}

function sectionAt(index: SearchIndex, { chapterId, sectionId }: Hit): number {
  const place = `${chapterId}/${sectionId}`;
  return Array.from({ length: index.sectionCount }, (_, at) => at).find((at) => placeOf(index, at) === place) ?? -1;
}

describe.each([edition, reference])('$name', (book) => {
  describe.skipIf(!existsSync(book.source))('searched', () => {
    let indexes: SearchIndex[] = [];
    beforeAll(async () => {
      indexes = await compileIndexes(book);
    });

    it('has a place for every block, in reading order', () => {
      for (const index of indexes) {
        const blocks = blocksOf(index);
        expect(blocks.flat().length).toBeGreaterThan(500);
        blocks.forEach((texts, section) => expect(index.foldedBlocks(section)).toEqual(texts));
      }
    });

    it('gives exactly the sections that hold a piece of its text', () => {
      for (const index of indexes) {
        const blocks = blocksOf(index);
        const texts = blocks.flat();
        const samples = fc.sample(fc.tuple(fc.nat(texts.length - 1), fc.nat(), fc.integer({ min: 1, max: 24 })), {
          numRuns: 1500,
          seed: 6,
        });
        for (const [block, from, length] of samples) {
          const points = Array.from(texts[block] ?? '');
          const start = from % Math.max(1, points.length);
          const wanted = points
            .slice(start, start + length)
            .join('')
            .trim();
          if (wanted === '' || wanted.includes('\n')) continue;
          expect(matchingSections(index, { words: [wanted], excluded: [], scopes: new Set() }), wanted).toEqual(
            scan(blocks, wanted),
          );
        }
      }
    });

    it('gives them for Chinese, for beginnings of words and for identifiers, as exact hits and only those', () => {
      for (const index of indexes) {
        const blocks = blocksOf(index);
        const texts = blocks.flat();
        const runs = texts.flatMap(runsOf);
        const chinese = runs.filter(({ isCjk, text }) => isCjk && text.length > 1).map(({ text }) => text);
        const words = runs.filter(({ isCjk, text }) => !isCjk && text.length > 2).map(({ text }) => text);
        const identifiers = texts.flatMap(identifiersOf);
        const seed = { numRuns: 150, seed: 7 };
        const asked = [
          ...fc.sample(fc.constantFrom(...chinese), seed).map((text) => text.slice(0, 2 + (text.length % 4))),
          ...fc.sample(fc.constantFrom(...words), seed).map((text) => text.slice(0, 3 + (text.length % 5))),
          ...fc.sample(fc.constantFrom(...identifiers), seed),
        ];
        for (const query of asked) {
          const exact = search(index, parseQuery(`"${query}"`), { limit: Infinity }).hits.filter((hit) => hit.exact);
          const found = exact.map(({ chapterId, sectionId }) => `${chapterId}/${sectionId}`);
          const expected = scan(blocks, query).map((section) => placeOf(index, section));
          expect(found.sort(), query).toEqual(expected.sort());
        }
      }
    });

    it('gives the same for Chinese that is typed in Traditional characters', () => {
      const traditional = Converter({ from: 'cn', to: 'tw' });
      for (const index of indexes) {
        const blocks = blocksOf(index).map((texts) => texts.map(toOneScript));
        const runs = blocks.flat().flatMap(runsOf);
        const chinese = runs.filter(({ isCjk, text }) => isCjk && text.length > 1).map(({ text }) => text);
        const samples = fc.sample(fc.constantFrom(...chinese), { numRuns: 300, seed: 9 });
        let turned = 0;
        for (const text of samples.map((sample, at) => sample.slice(0, 2 + (at % 4)))) {
          const query = traditional(text);
          const { hits } = search(index, parseQuery(`"${query}"`), { limit: Infinity });
          const found = hits.filter((hit) => hit.exact || hit.otherScript);
          const wanted = toOneScript(foldText(query));
          expect(found.map(({ chapterId, sectionId }) => `${chapterId}/${sectionId}`).sort(), query).toEqual(
            scan(blocks, wanted)
              .map((section) => placeOf(index, section))
              .sort(),
          );
          if (query !== text) turned += 1;
          for (const hit of found) expect(hit.exact, query).toBe(index.folded(sectionAt(index, hit)).includes(query));
        }
        expect(turned).toBeGreaterThan(100);
      }
    });

    it('points at every match, and shows it', () => {
      for (const index of indexes) {
        const plain = new Map<string, string>();
        for (let at = 0; at < index.sectionCount; at += 1) {
          const { chapter, id, firstBlock, blockCount } = index.section(at);
          for (let block = 0; block < blockCount; block += 1) {
            plain.set(`${index.chapters[chapter]?.id ?? ''} ${id}.${block}`, index.blockText(firstBlock + block));
          }
        }
        for (const input of ['证明', 'sgx', 'attestation', '容器', '-', 'ＴＤＸ', 'the', '/', '。']) {
          const query = literalQuery(input);
          const wanted = query.words[0]?.text ?? '';
          const places = occurrences(index, query);
          const folded = Array.from(plain.values(), foldText).join('\n');
          expect(places.length, input).toBe(folded.split(wanted).length - 1);
          const counts = Map.groupBy(places, ({ chapterId }) => chapterId);
          expect(countOccurrences(index, query), input).toEqual(
            Array.from(counts, ([chapterId, own]) => ({ chapterId, count: own.length })),
          );
          for (const [chapterId, own] of counts)
            expect(occurrences(index, query, 'as-typed', chapterId), input).toEqual(own);
          for (const { chapterId, blockId, start, end } of places) {
            const points = Array.from(plain.get(`${chapterId} ${blockId}`) ?? '');
            expect(foldText(points.slice(start, end).join(''))).toContain(wanted);
          }
          for (const { excerpt } of search(index, query, { limit: 50 }).hits) {
            const [[start, end] = [0, 0]] = excerpt.ranges;
            expect(foldText(Array.from(excerpt.text).slice(start, end).join(''))).toContain(wanted);
          }
        }
      }
    });

    it('answers what is pasted: thousands of characters, hundreds of words, signs of other languages', () => {
      for (const index of indexes) {
        const page = Array.from({ length: 40 }, (_, at) => index.folded(at + 20)).join(' ');
        const letters = Array.from({ length: 500 }, (_, at) => String.fromCharCode(97 + (at % 26))).join(' ');
        const pasted = [
          page.slice(0, 10_000),
          page.replace(/[^\p{Script=Han}]/gu, '').slice(0, 10_000),
          page.replace(/[^a-z ]/g, ''),
          '机密计算'.repeat(2500),
          'e\u0301\u0301'.repeat(3000),
          letters,
          `"${letters}`,
          '"'.repeat(999),
          '-sgx '.repeat(200),
          'in:code lang:zh '.repeat(50),
          '.*+?^${}()|[\\]/',
          'sgx\0tdx',
          '\udc00sgx\ud800',
          '\u202eשלום\u202c sgx',
        ];
        for (const input of pasted) {
          for (const query of [parseQuery(input), parseQuery(`${input}?`), literalQuery(input)]) {
            const { hits, total } = search(index, query, { limit: 20 });
            expect(hits.length).toBe(Math.min(20, total));
            for (const { exact, excerpt } of hits)
              expect(excerpt.ranges.length > 0 || !exact, input.slice(0, 40)).toBe(true);
            const counted = countOccurrences(index, query).reduce((sum, { count }) => sum + count, 0);
            expect(counted).toBe(occurrences(index, query).length);
          }
        }
      }
    }, 60_000);

    it('has the scores of a lunr index of the whole book', () => {
      let compared = 0;
      for (const index of indexes) {
        const full = fullLunrIndex(index);
        const all = Array.from({ length: index.sectionCount }, (_, section) => section);
        const known = [...termsBySize(index.words), ...termsBySize(index.cjk)];
        const queries = fc.sample(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 3 }), {
          numRuns: 60,
          seed: 8,
        });
        for (const words of [['机密容器'], ['远程', '证明'], ['attest'], ...queries]) {
          const terms = weighTerms(index, scoredTerms(index, words));
          const ours = lunrScores(index, terms, all);
          const theirs = full.query((query) => {
            const options = { usePipeline: false, wildcard: lunr.Query.wildcard.NONE };
            for (const { text, boost } of terms) query.term(text, { ...options, boost });
          });
          if (terms.length === 0) continue;
          expect(ours.size).toBe(theirs.length);
          for (const { ref, score } of theirs) expect(ours.get(Number(ref))).toBeCloseTo(score, 11);
          compared += theirs.length;
        }
      }
      expect(compared).toBeGreaterThan(2000);
    });
  });
});

/** How far down the answers to queries stand, from 1; 0 for those that are not found. */
async function ranksOf(queries: readonly ExpectedAnswer[]): Promise<number[]> {
  const [zh, en] = await compileIndexes(edition);
  return queries.map(({ lang, query, answers }) => {
    const index = lang === 'zh' ? zh : en;
    if (index === undefined) throw new Error(`The edition has no index for ${lang}.`);
    const { hits } = search(index, parseQuery(query), { limit: 100 });
    return hits.findIndex(({ chapterId, sectionId }) => answers.includes(`${chapterId}/${sectionId}`)) + 1;
  });
}

function qualityOf(ranks: readonly number[]) {
  const share = (most: number): number => ranks.filter((rank) => rank > 0 && rank <= most).length / ranks.length;
  const meanReciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
  return { meanReciprocal, first: share(1), firstThree: share(3) };
}

describe('what readers of the edition ask', () => {
  it('is answered, mostly at once', async () => {
    const ranks = await ranksOf(expectedAnswers);
    expect(ranks.length).toBeGreaterThanOrEqual(80);
    const { meanReciprocal, first, firstThree } = qualityOf(ranks);
    expect(meanReciprocal).toBeGreaterThanOrEqual(0.95);
    expect(first).toBeGreaterThanOrEqual(0.9);
    expect(firstThree).toBeGreaterThanOrEqual(0.98);
  });

  it('is answered as well where the ranking was not made with the query at hand', async () => {
    const ranks = await ranksOf(heldOutAnswers);
    expect(ranks.length).toBeGreaterThanOrEqual(40);
    // A floor below what was measured when they were first asked after the ranking had last been changed (0.869, 0.769, 0.981).
    const { meanReciprocal, first, firstThree } = qualityOf(ranks);
    expect(meanReciprocal).toBeGreaterThanOrEqual(0.85);
    expect(first).toBeGreaterThanOrEqual(0.75);
    expect(firstThree).toBeGreaterThanOrEqual(0.96);
  });
});
