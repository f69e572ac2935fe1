/** The truth: which sections hold what is asked for, and where. The index proposes, the folded text decides. */
import { candidates, type Candidates } from './candidates.ts';
import { foldWithMap } from './fold.ts';
import type { SearchIndex } from './open-index.ts';
import type { ParsedQuery, Scope } from './parse-query.ts';

/** What has to stand in a section. Texts are folded. */
export interface Wanted {
  readonly words: readonly string[];
  readonly excluded: readonly string[];
  readonly scopes: ReadonlySet<Scope>;
}

export function wantedOf({ words, excluded, scopes }: ParsedQuery): Wanted {
  return { words: words.map(({ text }) => text), excluded, scopes };
}

/** Numbers of the sections that hold all words, and nothing that is excluded, in reading order. */
export function matchingSections(index: SearchIndex, { words, excluded, scopes }: Wanted): number[] {
  if (words.length === 0) return [];
  const proposed = words.map((word) => candidates(index, word));
  const open = words.filter((_, at) => scopes.size > 0 || !proposed[at]?.certain);
  const common = inAll(index, proposed);
  if (open.length === 0 && excluded.length === 0) return common;
  return common.filter(
    (section) =>
      open.every((word) => holds(index, section, word, scopes)) &&
      !excluded.some((word) => index.folded(section).includes(word)),
  );
}

/** The sections that are among those of every list, ascending. */
function inAll({ sectionCount }: SearchIndex, lists: readonly Candidates[]): number[] {
  // A section that is in the first n lists is marked n.
  const marks = new Uint16Array(sectionCount);
  for (const [round, { sections }] of lists.entries()) {
    for (const section of sections) if (marks[section] === round) marks[section] = round + 1;
  }
  return (lists.at(-1)?.sections ?? []).filter((section) => marks[section] === lists.length);
}

/** Whether a section holds a folded text, in the blocks that `scopes` allow. */
export function holds(index: SearchIndex, section: number, word: string, scopes: ReadonlySet<Scope>): boolean {
  if (!index.folded(section).includes(word)) return false;
  if (scopes.size === 0) return true;
  const { firstBlock } = index.section(section);
  return index
    .foldedBlocks(section)
    .some((text, at) => isInScope(index, firstBlock + at, scopes) && text.includes(word));
}

/** Notes are not in the book: a search in notes alone finds nothing in it. */
export function isInScope(index: SearchIndex, block: number, scopes: ReadonlySet<Scope>): boolean {
  if (scopes.size === 0) return true;
  const kind = index.blockKind(block);
  return (scopes.has('code') && kind === 'code') || (scopes.has('title') && kind === 'heading');
}

/** Sorted, apart from each other; UTF-16 units of a folded text or code points of a text, as the function says. */
export type Ranges = readonly (readonly [start: number, end: number])[];

/** Where the words stand in a folded text, in UTF-16 units of it; what overlaps is one. */
export function foldedRanges(folded: string, words: readonly string[]): Ranges {
  const found: [number, number][] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
  }
  return merge(found);
}

/** Where the words stand in the text of a block, in code points of it; `folded` is its folded text. What overlaps is one. */
export function blockRanges(text: string, folded: string, words: readonly string[]): Ranges {
  return merge(placesInBlock(() => text, folded, words).map(([start, end]) => [start, end]));
}

/**
 * The same, as many as there are in the folded text: two of them may be the same character, one that is folded to several
 * (㏄ holds two of c). `readText` is asked only where there are any.
 */
export function placesInBlock(readText: () => string, folded: string, words: readonly string[]): Ranges {
  const ranges = foldedRanges(folded, words);
  if (ranges.length === 0) return ranges;
  const text = readText();
  // Mostly folding changes nothing but case: then a place in one is the same place in the other.
  if (text.length === folded.length && text.toLowerCase() === folded && !/[\ud800-\udfff]/.test(folded)) return ranges;
  const { original } = foldWithMap(text);
  return ranges.map(([start, end]) => original(start, end));
}

function merge(ranges: [number, number][]): Ranges {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
