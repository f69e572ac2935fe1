/**
 * Which sections may hold a word: those that hold all terms that a text with the word in it must have. Never too few; where the
 * terms do not say for certain, the text is looked at.
 */
import { isOneAscii } from './ascii-sets.ts';
import type { Dictionary } from './dictionary.ts';
import type { SearchIndex } from './open-index.ts';
import { cjkTerms, runsOf, type Run } from './tokens.ts';

/** Expanding a part of a word to more terms than this costs more than looking through the text. */
const mostExpansions = 4000;

export interface Candidates {
  /** Ascending. */
  readonly sections: readonly number[];
  /** Whether each of them holds the word; else only those in whose text it is. */
  readonly certain: boolean;
}

/** Terms of which a section has to have at least one. */
interface Requirement {
  readonly dictionary: Dictionary;
  readonly terms: readonly number[];
}

/** How many words are remembered: who types on asks for the words before anew with each letter. */
const mostKnown = 12;
const known = new WeakMap<SearchIndex, Map<string, Candidates>>();

/** Sections that may contain the folded text `word`. */
export function candidates(index: SearchIndex, word: string): Candidates {
  const words = known.get(index) ?? new Map<string, Candidates>();
  known.set(index, words);
  const found = words.get(word) ?? findCandidates(index, word);
  // The one that was asked for last goes to the end, the one that was not for longest is forgotten.
  words.delete(word);
  words.set(word, found);
  const [oldest] = words.keys();
  if (words.size > mostKnown && oldest !== undefined) words.delete(oldest);
  return found;
}

/** Whether a section is among candidates. */
export function isCandidate({ sections }: Candidates, section: number): boolean {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle] ?? 0) < section) low = middle + 1;
    else high = middle;
  }
  return sections[low] === section;
}

function findCandidates(index: SearchIndex, word: string): Candidates {
  if (isOneAscii(word))
    return { sections: where(index, (section) => index.ascii('held', word, section)), certain: true };
  const only = onlyTerms(index, word);
  const needed = only ? [only] : requirements(index, word);
  // A section that has met the first n requirements is marked n.
  const met = new Uint8Array(index.sectionCount);
  for (const [round, { dictionary, terms }] of needed.entries()) {
    for (const term of terms) {
      dictionary.visitSections(term, (section) => {
        if (met[section] === round) met[section] = round + 1;
      });
    }
  }
  return { sections: where(index, (section) => met[section] === needed.length), certain: only !== undefined };
}

function where({ sectionCount }: SearchIndex, holds: (section: number) => boolean): number[] {
  const found: number[] = [];
  for (let section = 0; section < sectionCount; section += 1) if (holds(section)) found.push(section);
  return found;
}

/** A word that is one run, and nothing else. */
export function onlyRun(word: string): Run | undefined {
  const [run, ...others] = runsOf(word);
  return others.length === 0 && run?.text === word ? run : undefined;
}

/**
 * All terms that hold a word, where a text holds the word if and only if it has one of them: a part of a word, and one or two
 * characters of CJK.
 */
function onlyTerms(index: SearchIndex, word: string): Requirement | undefined {
  const run = onlyRun(word);
  if (!run) return undefined;
  if (!run.isCjk) return { dictionary: index.words, terms: index.words.expand(word, 'inside') };
  const length = Array.from(word).length;
  if (length > 2) return undefined;
  return {
    dictionary: index.cjk,
    terms: length === 1 ? index.cjk.expand(word, 'inside') : listOf(index.cjk.find(word)),
  };
}

/** More than these would not fit the marks, and longer words are as well found by a part of them. */
const mostRequirements = 250;

function requirements(index: SearchIndex, word: string): Requirement[] {
  return runsOf(word)
    .flatMap(({ text, isCjk, start }) => {
      const end = start + text.length;
      return isCjk
        ? cjkRequirements(index, text, end < word.length)
        : wordRequirement(index, text, start > 0, end < word.length);
    })
    .slice(0, mostRequirements);
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
