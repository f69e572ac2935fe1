/** Every place of the book at which something stands that makes a section an exact hit: counted, and chapter by chapter. */
import { foldedRanges, isInScope, matchingSections, placesInBlock, wantedOf, type Wanted } from './match.ts';
import { indexInOneScript, queryInOneScript } from './one-script.ts';
import type { SearchIndex } from './open-index.ts';
import type { ParsedQuery } from './parse-query.ts';

/** One place where a word of the query stands. */
export interface Occurrence {
  readonly chapterId: string;
  readonly sectionId: string;
  readonly blockId: string;
  /** Code points of the block's text. */
  readonly start: number;
  readonly end: number;
}

/** `both`: also where it stands in the other script of Chinese. */
export type Scripts = 'as-typed' | 'both';

/** How many places `occurrences` gives for each chapter, in reading order; chapters without are left out. */
export function countOccurrences(
  book: SearchIndex,
  typed: ParsedQuery,
  scripts: Scripts = 'as-typed',
): { readonly chapterId: string; readonly count: number }[] {
  const { index, wanted } = put(book, typed, scripts);
  const counts = new Uint32Array(index.chapters.length);
  for (const section of matchingSections(index, wanted)) {
    const chapter = index.chapterAt[section] ?? 0;
    counts[chapter] = (counts[chapter] ?? 0) + countInSection(index, section, wanted);
  }
  return index.chapters.flatMap(({ id }, at) => (counts[at] ? [{ chapterId: id, count: counts[at] }] : []));
}

/** All places in reading order, those of one chapter if it is named. */
export function occurrences(
  book: SearchIndex,
  typed: ParsedQuery,
  scripts: Scripts = 'as-typed',
  onlyChapter?: string,
): Occurrence[] {
  const { index, wanted } = put(book, typed, scripts);
  const chapter = index.chapters.findIndex(({ id }) => id === onlyChapter);
  return matchingSections(index, wanted).flatMap((at) => {
    if (onlyChapter !== undefined && index.chapterAt[at] !== chapter) return [];
    const { id, firstBlock } = index.section(at);
    const chapterId = index.chapters[index.chapterAt[at] ?? 0]?.id ?? '';
    return index.foldedBlocks(at).flatMap((folded, block) => {
      if (!isInScope(index, firstBlock + block, wanted.scopes)) return [];
      return placesInBlock(() => index.blockText(firstBlock + block), folded, wanted.words).map(([start, end]) => ({
        chapterId,
        sectionId: id,
        blockId: `${id}.${block}`,
        start,
        end,
      }));
    });
  });
}

function put(book: SearchIndex, typed: ParsedQuery, scripts: Scripts): { index: SearchIndex; wanted: Wanted } {
  if (scripts === 'as-typed') return { index: book, wanted: wantedOf(typed) };
  return { index: indexInOneScript(book), wanted: wantedOf(queryInOneScript(typed)) };
}

function countInSection(index: SearchIndex, section: number, { words, scopes }: Wanted): number {
  // Nothing is found across the border between two blocks, so the section can be looked through as one text.
  if (scopes.size === 0) return countRanges(index.folded(section), words);
  const { firstBlock } = index.section(section);
  return index
    .foldedBlocks(section)
    .reduce((sum, text, at) => sum + (isInScope(index, firstBlock + at, scopes) ? countRanges(text, words) : 0), 0);
}

function countRanges(folded: string, words: readonly string[]): number {
  const [word, ...others] = words;
  if (word === undefined || word === '' || others.length > 0) return foldedRanges(folded, words).length;
  let count = 0;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) count += 1;
  return count;
}
