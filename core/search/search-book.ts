/** A question to a book, which has an index for each of its languages. */
import type { SearchIndex } from './open-index.ts';
import { parseQuery, type ParsedQuery } from './parse-query.ts';
import { search, type Answer, type SearchOptions } from './search.ts';

export interface BookQuestion {
  /** What was typed. */
  readonly input: string;
  /** The languages that the reader reads; `lang:` in the query goes before them. None: all of the book. */
  readonly languages: readonly string[];
  /** Hits in each language; in the order by chapter, of all languages together. */
  readonly limit: number;
  /** Hits of these chapters alone; everything is counted all the same. None: of all chapters. */
  readonly chapterIds?: readonly string[] | undefined;
  /**
   * Hits by chapter instead of the best first, in all answers one after the other, without the first so many: what comes with
   * a greater number stands behind what has come before.
   */
  readonly byChapterFrom?: number | undefined;
}

/**
 * One answer for each language that was asked for. Where none of those has an exact hit and others of the book do, the
 * others answer: what is in the book is found, whatever language it is read in. Never throws.
 */
export function searchBook(
  indexes: readonly SearchIndex[],
  { input, languages, limit, chapterIds, byChapterFrom }: BookQuestion,
): Answer[] {
  const query = parseQuery(input);
  const named = query.languages.length > 0;
  const asked = named ? query.languages : languages;
  const isAsked = ({ lang }: SearchIndex): boolean => asked.length === 0 || asked.some((tag) => isOf(lang, tag));
  const ask = (some: readonly SearchIndex[]): Answer[] =>
    byChapterFrom === undefined
      ? some.map((index) => search(index, query, { limit, chapterIds }))
      : askInTurn(some, query, { limit, chapterIds, order: 'chapter', from: byChapterFrom });
  const answers = ask(indexes.filter(isAsked));
  if (named || answers.some(({ exactTotal, kind }) => exactTotal > 0 || kind === 'other-script')) return answers;
  const others = ask(indexes.filter((index) => !isAsked(index)));
  const better = others.filter(({ exactTotal }) => exactTotal > 0);
  return better.length > 0 ? better : answers;
}

/** The answers share one limit, and one number that the hits begin with. */
function askInTurn(indexes: readonly SearchIndex[], query: ParsedQuery, options: SearchOptions): Answer[] {
  let { limit, from = 0 } = options;
  return indexes.map((index) => {
    const answer = search(index, query, { ...options, limit, from });
    limit -= answer.hits.length;
    from = Math.max(0, from - answer.listed);
    return answer;
  });
}

/** `zh` asks for every Chinese. */
function isOf(lang: string, tag: string): boolean {
  return lang.toLowerCase() === tag.toLowerCase() || lang.toLowerCase().startsWith(`${tag.toLowerCase()}-`);
}
