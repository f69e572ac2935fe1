/** Words in titles: what a section stands under is not its text, but it is what people have in mind. */
import { candidates, isCandidate } from './candidates.ts';
import { holds, type Wanted } from './match.ts';
import type { SearchIndex } from './open-index.ts';
import { startsAWord } from './word-borders.ts';

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
  known: readonly number[],
): Map<number, string[]> {
  const found = new Map<number, string[]>();
  if (words.length < 2) return found;
  const passed = new Uint8Array(index.sectionCount);
  for (const section of known) passed[section] = 1;
  const holding = words.map((word) => candidates(index, word));
  for (const section of words.flatMap((word) => sectionsUnder(index, [word]))) {
    if (passed[section] === 1) continue;
    passed[section] = 1;
    const title = index.foldedTitle(section);
    if (!words.some((word) => startsAWord(title, word))) continue;
    const missing = words.filter((word, at) => {
      const proposed = holding[at];
      return !proposed || !isCandidate(proposed, section) || !holds(index, section, word, scopes);
    });
    const trail = index.foldedTrail(section);
    if (missing.length === words.length || !missing.every((word) => startsAWord(trail, word))) continue;
    if (excluded.some((word) => index.folded(section).includes(word))) continue;
    found.set(section, missing);
  }
  return found;
}
