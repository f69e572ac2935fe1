/**
 * Which sections may hold a word: those that hold all terms that a text with the word in it must have. Never too few; what
 * remains is looked up in the text.
 */
import type { Dictionary } from './dictionary.ts';
import type { SearchIndex } from './open-index.ts';
import { cjkTerms, runsOf } from './tokens.ts';

/** Expanding a part of a word to more terms than this costs more than looking through the text. */
const mostExpansions = 4000;

/** Terms of which a section has to have at least one. */
interface Requirement {
  readonly dictionary: Dictionary;
  readonly terms: readonly number[];
}

/** Numbers of the sections that may contain the folded text `word`, ascending. */
export function candidates(index: SearchIndex, word: string): number[] {
  const needed = requirements(index, word);
  // A section that has met the first n requirements is marked n.
  const met = new Uint32Array(index.sectionCount);
  for (const [round, { dictionary, terms }] of needed.entries()) {
    for (const term of terms) {
      dictionary.visitSections(term, (section) => {
        if (met[section] === round) met[section] = round + 1;
      });
    }
  }
  const found: number[] = [];
  for (let section = 0; section < met.length; section += 1) if (met[section] === needed.length) found.push(section);
  return found;
}

function requirements(index: SearchIndex, word: string): Requirement[] {
  return runsOf(word).flatMap(({ text, isCjk, start }) => {
    const end = start + text.length;
    return isCjk
      ? cjkRequirements(index, text, end < word.length)
      : wordRequirement(index, text, start > 0, end < word.length);
  });
}

/** `endsHere`: something else follows in the query, so the run ends here in the text, too. */
function cjkRequirements({ cjk }: SearchIndex, run: string, endsHere: boolean): Requirement[] {
  const terms = cjkTerms(run);
  const certain = endsHere ? terms : terms.slice(0, -1);
  return certain.map((term) => ({ dictionary: cjk, terms: listOf(cjk.find(term)) }));
}

function wordRequirement({ words }: SearchIndex, run: string, beginsHere: boolean, endsHere: boolean): Requirement[] {
  if (beginsHere && endsHere) return [{ dictionary: words, terms: listOf(words.find(run)) }];
  // One letter is in most words.
  if (run.length < 2) return [];
  const terms = words.expand(run, beginsHere ? 'start' : endsHere ? 'end' : 'inside');
  return terms.length > mostExpansions ? [] : [{ dictionary: words, terms }];
}

function listOf(term: number | undefined): number[] {
  return term === undefined ? [] : [term];
}
