/** Words that were mistyped: lunr's automata find the words of the book that are near to them. */
import lunr from 'lunr';
import type { Dictionary } from './dictionary.ts';
import type { SearchIndex } from './open-index.ts';

/** The part of lunr's TokenSet that its published types have as methods of an instance, or not at all. */
const tokenSets = lunr.TokenSet as unknown as {
  readonly fromArray: (sorted: string[]) => lunr.TokenSet;
  readonly fromFuzzyString: (text: string, distance: number) => lunr.TokenSet;
};

const plainWords = new WeakMap<Dictionary, lunr.TokenSet>();

/** Words of letters alone: names with digits and signs are not mistyped into each other. */
function plainWordsOf(dictionary: Dictionary): lunr.TokenSet {
  const known = plainWords.get(dictionary);
  if (known) return known;
  const words: string[] = [];
  for (let at = 0; at < dictionary.size; at += 1) {
    const term = dictionary.term(at);
    if (/^\p{Script=Latin}{4,24}$/u.test(term)) words.push(term);
  }
  // They come sorted, as lunr wants them.
  const made = tokenSets.fromArray(words);
  plainWords.set(dictionary, made);
  return made;
}

/** How many corrections of a word are tried. */
const mostCorrections = 3;

/**
 * Words of the book that may be meant by a word that it does not have, the most frequent first: one letter wrong,
 * missing, too many or two exchanged; in words of eight letters and more, two such mistakes.
 */
export function correctionsOf(index: SearchIndex, word: string): string[] {
  if (!/^\p{Script=Latin}{4,24}$/u.test(word)) return [];
  for (let distance = 1; distance <= (word.length < 8 ? 1 : 2); distance += 1) {
    const near = plainWordsOf(index.words).intersect(tokenSets.fromFuzzyString(word, distance)).toArray();
    if (near.length > 0) {
      return near
        .map((text) => ({ text, spread: spreadOf(index, text) }))
        .sort((a, b) => b.spread - a.spread)
        .slice(0, mostCorrections)
        .map(({ text }) => text);
    }
  }
  return [];
}

function spreadOf({ words }: SearchIndex, word: string): number {
  const at = words.find(word);
  return at === undefined ? 0 : words.postings(at).sections.length;
}
