/** Where the terms of a glossary stand in a text. */
import type { Term } from './model.ts';

/** Offsets in code points, end exclusive. */
export interface TermOccurrence {
  readonly termId: string;
  readonly start: number;
  readonly end: number;
}

/** A term by all the names it is looked for. */
export interface NamedTerm {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * The names under which a term stands in texts of a language: its name, its other names, its abbreviation and what that
 * stands for. Chinese texts give the English name beside a term, so English names count in every language.
 */
export function namesOf(term: Term, lang: string): string[] {
  const names = [term.names[lang], ...(term.aliases[lang] ?? []), term.abbr, term.full, term.names.en];
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];
}

/**
 * All occurrences of the terms, in the order of the text; none overlap. From the left, the longest name wins, and of
 * equal names that of the term that comes first.
 *
 * A name that begins or ends with a letter or digit of an alphabet stands there only as a whole word; in the middle of
 * Chinese text that is plain (“TEE是”). A name with a capital is found as it is written, one without also with a capital
 * at its start. English names are found in the plural too.
 */
export function findTerms(text: string, terms: readonly Term[], lang: string): TermOccurrence[] {
  return createTermFinder(terms.map((term) => ({ id: term.id, names: namesOf(term, lang) })))(text);
}

/** `findTerms` for many texts: what the terms alone decide is done once. */
export function createTermFinder(terms: readonly NamedTerm[]): (text: string) => TermOccurrence[] {
  const byFirst = new Map<string, Candidate[]>();
  for (const { id, names } of terms) {
    for (const form of new Set(names.flatMap(formsOf))) {
      const characters = Array.from(form);
      const [first] = characters;
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ termId: id, characters });
      byFirst.set(first, list);
    }
  }
  // Sorting is stable: terms of equal names stay in their order.
  for (const list of byFirst.values()) list.sort((a, b) => b.characters.length - a.characters.length);

  return (text) => {
    const characters = Array.from(text);
    const found: TermOccurrence[] = [];
    for (let start = 0; start < characters.length;) {
      const here = byFirst.get(characters[start] ?? '')?.find((candidate) => standsAt(candidate, characters, start));
      if (here === undefined) {
        start++;
        continue;
      }
      const end = start + here.characters.length;
      found.push({ termId: here.termId, start, end });
      start = end;
    }
    return found;
  };
}

interface Candidate {
  readonly termId: string;
  readonly characters: readonly string[];
}

/** Letters of alphabets and digits; Chinese characters are words of their own. */
const wordCharacter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]$/u;

/** Every way in which a name is written. */
function formsOf(name: string): string[] {
  const forms = [name];
  const [first = '', ...rest] = Array.from(name);
  if (name === name.toLowerCase() && first.toUpperCase().length === first.length) {
    forms.push([first.toUpperCase(), ...rest].join(''));
  }
  return /[A-Za-z]$/.test(name) ? forms.flatMap((form) => [form, `${form}s`]) : forms;
}

function standsAt({ characters }: Candidate, text: readonly string[], start: number): boolean {
  const end = start + characters.length;
  if (end > text.length || !characters.every((character, at) => text[start + at] === character)) return false;
  return !joins(text[start - 1], text[start]) && !joins(text[end - 1], text[end]);
}

function joins(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && wordCharacter.test(left) && wordCharacter.test(right);
}
