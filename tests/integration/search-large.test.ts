/** A book of ten megabytes and 250 chapters, from the texts of the edition and of the original whitepaper where that is there. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBook } from '../../build/compile/compile.ts';
import { flattenChapters } from '../../core/book/contents.ts';
import { chapterPath, chapterSchema } from '../../core/book/model.ts';
import { buildIndex, type SearchChapter } from '../../core/search/build-index.ts';
import { foldText } from '../../core/search/fold.ts';
import { matchingSections } from '../../core/search/match.ts';
import { openIndex, type SearchIndex } from '../../core/search/open-index.ts';
import { parseQuery } from '../../core/search/parse-query.ts';
import { search, type Hit } from '../../core/search/search.ts';
import { searchBook } from '../../core/search/search-book.ts';
import { largeBook } from '../helpers/large-book.ts';
import { makeFolder, removeFolders } from './compile-books.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const whitepaper = fileURLToPath(new URL('../../../shared/reference/whitepaper', import.meta.url));

afterAll(removeFolders);

async function chaptersOf(source: string): Promise<SearchChapter[]> {
  const target = join(await makeFolder(), 'book');
  const { manifest } = await compileBook(source, target);
  const paths = flattenChapters(manifest?.contents ?? []).flatMap(({ id, languages }) =>
    languages.map((lang) => join(target, chapterPath(lang, id))),
  );
  return Promise.all(paths.map(async (path) => chapterSchema.parse(JSON.parse(await readFile(path, 'utf8')))));
}

describe('a book of ten megabytes', () => {
  let index: SearchIndex;
  let folded: string[][] = [];

  beforeAll(async () => {
    const sources = [...(await chaptersOf(content)), ...(existsSync(whitepaper) ? await chaptersOf(whitepaper) : [])];
    const chapters = largeBook(sources, 10e6, 250);
    expect(chapters).toHaveLength(250);
    index = openIndex(buildIndex({ lang: 'zh', chapters, names: [] }));
    // Folded here, and not by the index.
    folded = chapters.flatMap(({ sections }) => sections.map(({ blocks }) => blocks.map(({ text }) => foldText(text))));
  }, 600_000);

  it('gives exactly the sections that hold a piece of its text, or what is typed first', () => {
    const texts = folded.flat();
    const pieces = fc
      .sample(fc.tuple(fc.nat(texts.length - 1), fc.nat(), fc.integer({ min: 1, max: 12 })), { numRuns: 150, seed: 10 })
      .map(([block, from, length]) => {
        const points = Array.from(texts[block] ?? '');
        const start = from % Math.max(1, points.length);
        return points
          .slice(start, start + length)
          .join('')
          .trim();
      })
      .filter((piece) => piece !== '' && !piece.includes('\n'));
    for (const wanted of ['e', 'a', '1', '-', '/', '的', '机', 'th', 'co', 'con', 'sgx', 'ing', ...pieces]) {
      const expected = folded.flatMap((blocks, at) => (blocks.some((text) => text.includes(wanted)) ? [at] : []));
      expect(matchingSections(index, { words: [wanted], excluded: [], scopes: new Set() }), wanted).toEqual(expected);
      const { total, exactTotal, hits } = search(index, parseQuery(`"${wanted}"`), { limit: 20 });
      if (!wanted.includes('"'))
        expect([exactTotal, hits.length], wanted).toEqual([expected.length, Math.min(20, total)]);
    }
  }, 300_000);

  it('gives page after page in the order by chapter, every section once', () => {
    const pages: Hit[] = [];
    for (;;) {
      const question = { input: 'attestation', languages: [], limit: 100, byChapterFrom: pages.length };
      const [answer] = searchBook([index], question);
      pages.push(...(answer?.hits ?? []));
      if (pages.length >= (answer?.listed ?? 0)) {
        expect(pages.length).toBe(answer?.total);
        break;
      }
    }
    const places = pages.map(({ chapterId, sectionId }) => `${chapterId}/${sectionId}`);
    expect(places.length).toBeGreaterThan(500);
    expect(new Set(places).size).toBe(places.length);
    // No chapter comes up a second time.
    const chapters = pages.map(({ chapterId }) => chapterId).filter((id, at, all) => id !== all[at - 1]);
    expect(new Set(chapters).size).toBe(chapters.length);
  });
});
