/** Words in titles: what a section stands under is not its text, but it is what people have in mind. */
import { candidates } from './candidates.ts';
import { holds, type Wanted } from './match.ts';
import type { SearchIndex } from './open-index.ts';

/** Whether `word` stands in `text` and, where it begins with a letter, not in the middle of a word. */
export function startsAWord(text: string, word: string): boolean {
  const isFree = !continuesWord(word.charCodeAt(0));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isFree || at === 0 || !continuesWord(text.charCodeAt(at - 1))) return true;
  }
  return false;
}

/** Whether `word` stands in `text` as a word of its own: with no letter or digit before it or behind it. */
export function standsAlone(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const begins = at === 0 || !continuesWord(word.charCodeAt(0)) || !continuesWord(text.charCodeAt(at - 1));
    const end = at + word.length;
    const ends =
      end === text.length || !continuesWord(word.charCodeAt(word.length - 1)) || !continuesWord(text.charCodeAt(end));
    if (begins && ends) return true;
  }
  return false;
}

const letterOrDigit = /[[\p{L}\p{N}]--\p{Script=Han}]/v;

/** Whether a UTF-16 unit is a letter or digit of a script that has words. */
function continuesWord(unit: number): boolean {
  if (unit >= 0x80) return letterOrDigit.test(String.fromCharCode(unit));
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

interface Heading {
  readonly trail: string;
  readonly sections: number[];
}

const headings = new WeakMap<SearchIndex, readonly Heading[]>();

/** Sections by the titles that they stand under; many stand under the same. */
function headingsOf(index: SearchIndex): readonly Heading[] {
  const known = headings.get(index);
  if (known) return known;
  const byTrail = new Map<string, Heading>();
  for (let section = 0; section < index.sectionCount; section += 1) {
    const trail = index.foldedTrail(section);
    if (trail === '') continue;
    const heading = byTrail.get(trail) ?? { trail, sections: [] };
    heading.sections.push(section);
    byTrail.set(trail, heading);
  }
  const made = Array.from(byTrail.values());
  headings.set(index, made);
  return made;
}

/** Sections that stand under a title with one of these folded words. */
export function sectionsUnder(index: SearchIndex, words: readonly string[]): number[] {
  return headingsOf(index)
    .filter(({ trail }) => words.some((word) => startsAWord(trail, word)))
    .flatMap(({ sections }) => sections);
}

/**
 * Sections that hold at least one of several words in their title, and the others in their text or in the titles that they
 * stand under; each with the words that only stand above it. Sections of `known` are left out.
 */
export function sectionsInContext(
  index: SearchIndex,
  { words, excluded, scopes }: Wanted,
  known: ReadonlySet<number>,
): Map<number, string[]> {
  const found = new Map<number, string[]>();
  if (words.length < 2) return found;
  const under = new Set(words.flatMap((word) => sectionsUnder(index, [word])));
  const holding = words.map((word) => new Set(candidates(index, word)));
  for (const section of under) {
    if (known.has(section)) continue;
    const title = index.foldedTitle(section);
    if (!words.some((word) => startsAWord(title, word))) continue;
    const missing = words.filter((word, at) => !holding[at]?.has(section) || !holds(index, section, word, scopes));
    const trail = index.foldedTrail(section);
    if (missing.length === words.length || !missing.every((word) => startsAWord(trail, word))) continue;
    if (excluded.some((word) => index.folded(section).includes(word))) continue;
    found.set(section, missing);
  }
  return found;
}
