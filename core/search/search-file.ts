/** Where a bundle keeps its search indexes, and what of the glossary goes into them. */
import type { Term } from '../book/model.ts';

/** Path inside a bundle of the index of one language, with forward slashes. */
export function searchPath(lang: string): string {
  return `search/${lang}.bin`;
}

/** All names of each term, in all languages; each name once. */
export function namesOfTerms(terms: readonly Pick<Term, 'names' | 'abbr' | 'full' | 'aliases'>[]): string[][] {
  return terms.map(({ names, abbr, full, aliases }) => [
    ...new Set(
      [...Object.values(names), abbr, full, ...Object.values(aliases).flat()].filter((name) => name !== undefined),
    ),
  ]);
}
