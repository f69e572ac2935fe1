/** The terms by which lunr scores what was found for a word. */
import type { Dictionary } from './dictionary.ts';
import type { SearchIndex } from './open-index.ts';
import type { ScoredTerm } from './score.ts';
import { cjkTerms, identifiersOf, runsOf } from './tokens.ts';

/** A word that is a part of longer ones is scored by this many of them at most. */
export const mostExpansions = 16;

/** What a longer word counts: little beside the word itself, more where it is still being typed. */
export function longerBoost(hasWordItself: boolean): number {
  return hasWordItself ? 0.2 : 0.6;
}

/** The word's own terms, and those that its last and first letters may belong to. None twice. */
export function scoredTerms(index: SearchIndex, words: readonly string[]): ScoredTerm[] {
  const terms = new Map<string, ScoredTerm>();
  const add = (dictionary: Dictionary, number: number | undefined, boost: number): void => {
    if (number === undefined) return;
    const text = dictionary.term(number);
    if ((terms.get(text)?.boost ?? 0) < boost) terms.set(text, { dictionary, number, boost });
  };
  for (const word of words) {
    for (const { text, isCjk } of runsOf(word)) {
      if (isCjk) addCjk(index, text, add);
      else addWord(index, text, add);
    }
    for (const whole of identifiersOf(word)) add(index.words, index.words.find(whole), 1);
  }
  return Array.from(terms.values());
}

type Add = (dictionary: Dictionary, number: number | undefined, boost: number) => void;

function addCjk({ cjk }: SearchIndex, run: string, add: Add): void {
  const characters = Array.from(run);
  // The last term of a run is its last character, and says something only of a run of one.
  const terms = characters.length === 1 ? [run] : cjkTerms(run).slice(0, -1);
  for (const term of terms) add(cjk, cjk.find(term), 1);
  if (characters.length === 1) {
    for (const number of cjk.expand(run, 'inside').slice(0, mostExpansions)) add(cjk, number, longerBoost(false));
  }
}

function addWord({ words }: SearchIndex, run: string, add: Add): void {
  const itself = words.find(run);
  add(words, itself, 1);
  if (run.length < 2) return;
  const longer = words.expand(run, 'start');
  const found = longer.length > 0 ? longer : words.expand(run, 'inside');
  for (const number of found.slice(0, mostExpansions)) add(words, number, longerBoost(itself !== undefined));
}
