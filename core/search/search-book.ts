/** A question to a book, which has an index for each of its languages. */
import type { SearchIndex } from './open-index.ts';
import { parseQuery } from './parse-query.ts';
import { search, type Answer } from './search.ts';

export interface BookQuestion {
  /** What was typed. */
  readonly input: string;
  /** The languages that the reader reads; `lang:` in the query goes before them. None: all of the book. */
  readonly languages: readonly string[];
  /** Hits in each language. */
  readonly limit: number;
  /** Hits of these chapters alone; everything is counted all the same. None: of all chapters. */
  readonly chapterIds?: readonly string[] | undefined;
}

/**
 * One answer for each language that was asked for. Where none of those has an exact hit and others of the book do, the
 * others answer: what is in the book is found, whatever language it is read in. Never throws.
 */
export function searchBook(
  indexes: readonly SearchIndex[],
  { input, languages, limit, chapterIds }: BookQuestion,
): Answer[] {
  const query = parseQuery(input);
  const named = query.languages.length > 0;
  const asked = named ? query.languages : languages;
  const isAsked = ({ lang }: SearchIndex): boolean => asked.length === 0 || asked.some((tag) => isOf(lang, tag));
  const answers = indexes.filter(isAsked).map((index) => search(index, query, { limit, chapterIds }));
  if (named || answers.some(({ exactTotal }) => exactTotal > 0)) return answers;
  const others = indexes.filter((index) => !isAsked(index)).map((index) => search(index, query, { limit, chapterIds }));
  const better = others.filter(({ exactTotal }) => exactTotal > 0);
  return better.length > 0 ? better : answers;
}

/** `zh` asks for every Chinese. */
function isOf(lang: string, tag: string): boolean {
  return lang.toLowerCase() === tag.toLowerCase() || lang.toLowerCase().startsWith(`${tag.toLowerCase()}-`);
}
