/**
 * The order of what was found. Each section has a tier, by where the words stand in it, and within a tier lunr's score,
 * raised where the words stand close together or under a title that has them.
 */
import { isOneAscii } from './ascii-sets.ts';
import { onlyRun } from './candidates.ts';
import type { SearchIndex } from './open-index.ts';
import { startsAWord } from './word-borders.ts';
import { estimateScores, lunrScores, weighTerms, type ScoredTerm } from './score.ts';

/** Tiers, the best last. */
export const tiers = ['inside-words', 'text', 'trail', 'title-words', 'title-part', 'title'] as const;

export interface RankedSection {
  readonly section: number;
  /** An index into `tiers`. */
  readonly tier: number;
  /** lunr's score; of sections far down the list, a value of the same size. */
  readonly score: number;
}

/** How many sections lunr scores; those beyond were behind all of them by the estimate. */
const scoredByLunr = 60;

/** Sections that hold all `words`, best first. */
export function rankSections(
  index: SearchIndex,
  sections: readonly number[],
  words: readonly string[],
  terms: readonly ScoredTerm[],
): RankedSection[] {
  const weighed = weighTerms(index, terms);
  const estimates = estimateScores(index, weighed);
  const tier = tiersOf(index, words);
  const found = inOrder(sections.map((section) => ({ section, tier: tier(section), score: estimates[section] ?? 0 })));
  const best = found.slice(0, scoredByLunr);
  const scores = lunrScores(
    index,
    weighed,
    best.map(({ section }) => section),
  );
  return [
    ...best
      .map((entry) => ({ ...entry, score: scores.get(entry.section) ?? 0 }))
      .map((entry) => ({ entry, value: entry.score * nearness(index, entry.section, words) }))
      .sort((a, b) => b.entry.tier - a.entry.tier || b.value - a.value || a.entry.section - b.entry.section)
      .map(({ entry }) => entry),
    ...found.slice(scoredByLunr),
  ];
}

/** Sorted: the higher tier, then the higher score, then as in the book; tier by tier, for they are few. */
function inOrder(found: readonly RankedSection[]): RankedSection[] {
  const byTier = tiers.map((): RankedSection[] => []);
  for (const one of found) byTier[one.tier]?.push(one);
  return byTier.toReversed().flatMap((ofTier) => ofTier.sort((a, b) => b.score - a.score || a.section - b.section));
}

const [insideWords, inText] = [tiers.indexOf('inside-words'), tiers.indexOf('text')];

/**
 * The tier of a section that holds all words. Of a word of one character or a part of a word the index knows without the text
 * whether it begins a word there, and whether it may in the title; where it knows of all of them, most texts are not looked at.
 */
function tiersOf(index: SearchIndex, words: readonly string[]): (section: number) => number {
  const whole = words.join(' ');
  const known = words.map((word) => startsOf(index, word)).filter((starts) => starts !== undefined);
  if (known.length < words.length) return (section) => tierOf(index, section, words, whole);
  return (section) => {
    if (known.some(({ titled }) => titled(section))) return tierOf(index, section, words, whole);
    return known.every(({ starts }) => starts(section)) ? inText : insideWords;
  };
}

interface Starts {
  readonly starts: (section: number) => boolean;
  readonly titled: (section: number) => boolean;
}

function startsOf(index: SearchIndex, word: string): Starts | undefined {
  if (isOneAscii(word)) {
    return {
      starts: (section) => index.ascii('starts', word, section),
      titled: (section) => index.ascii('titled', word, section),
    };
  }
  const run = onlyRun(word);
  if (!run || (run.isCjk && Array.from(word).length > 2)) return undefined;
  const dictionary = run.isCjk ? index.cjk : index.words;
  const flags = new Uint8Array(index.sectionCount);
  // Before a character of CJK there is always a border.
  for (const term of dictionary.expand(word, run.isCjk ? 'inside' : 'start')) {
    dictionary.visitSections(term, (section, _, inTitle) => {
      flags[section] = (flags[section] ?? 0) | (inTitle > 0 ? 3 : 1);
    });
  }
  return { starts: (section) => ((flags[section] ?? 0) & 1) > 0, titled: (section) => ((flags[section] ?? 0) & 2) > 0 };
}

/** The same, by looking at title, titles above and text. */
export function tierOf(index: SearchIndex, section: number, words: readonly string[], whole: string): number {
  const title = index.foldedTitle(section);
  if (title === whole) return tiers.indexOf('title');
  if (startsAWord(title, whole)) return tiers.indexOf('title-part');
  const inTitle = words.filter((word) => startsAWord(title, word));
  if (inTitle.length === words.length) return tiers.indexOf('title-words');
  if (inTitle.length > 0) {
    const trail = index.foldedTrail(section);
    if (words.every((word) => inTitle.includes(word) || startsAWord(trail, word))) return tiers.indexOf('trail');
  }
  const text = index.folded(section);
  return tiers.indexOf(words.every((word) => startsAWord(text, word)) ? 'text' : 'inside-words');
}

/** What a title counts that says nothing but the words; lunr's score has counted it threefold already. */
const fittingTitleWorth = 0.5;

/**
 * 1 for words far from each other, up to 1.5 for words side by side; more for a title that says little else, and for one
 * under titles that have a word, too.
 */
function nearness(index: SearchIndex, section: number, words: readonly string[]): number {
  const trail = index.foldedTrail(section);
  const title = index.foldedTitle(section);
  const said = words.filter((word) => title.includes(word)).reduce((sum, word) => sum + word.length, 0);
  const above =
    proseWorth(index, section) *
    (words.some((word) => startsAWord(trail, word)) ? 1.15 : 1) *
    (1 + fittingTitleWorth * (said / (title.length + 1)));
  if (words.length < 2) return above;
  const length = words.reduce((sum, word) => sum + word.length + 1, 0);
  return above * (1 + 0.5 * Math.min(1, length / narrowest(index.folded(section), words)));
}

const lists = new WeakMap<SearchIndex, Map<number, boolean>>();

/** Of a section's letters, one in so many begins an address where the section is a list of sources. */
const lettersAnAddress = 250;
const listWorth = 0.6;

/** 1, and less for a list of sources: it names what others say. */
export function proseWorth(index: SearchIndex, section: number): number {
  const known = lists.get(index) ?? new Map<number, boolean>();
  lists.set(index, known);
  let isList = known.get(section);
  if (isList === undefined) {
    const text = index.folded(section);
    isList = (text.split('://').length - 1) * lettersAnAddress > text.length;
    known.set(section, isList);
  }
  return isList ? listWorth : 1;
}

/** So many places of a word are looked at; where there are more, the words are near each other anyway. */
const mostPlaces = 100;

/** The length of the shortest piece of a text that holds all words. */
function narrowest(text: string, words: readonly string[]): number {
  const places: { which: number; start: number }[] = [];
  for (const [which, word] of words.entries()) {
    let start = text.indexOf(word);
    for (let count = 0; start >= 0 && count < mostPlaces; count += 1) {
      places.push({ which, start });
      start = text.indexOf(word, start + word.length);
    }
  }
  places.sort((a, b) => a.start - b.start);
  // A window over the places, as narrow at its beginning as it can be while every word is still in it.
  const inside = words.map(() => 0);
  let [first, missing, best] = [0, words.length, Infinity];
  for (const { which, start } of places) {
    if (inside[which] === 0) missing -= 1;
    inside[which] = (inside[which] ?? 0) + 1;
    if (missing > 0) continue;
    let from = places[first];
    while (from && (inside[from.which] ?? 0) > 1) {
      inside[from.which] = (inside[from.which] ?? 0) - 1;
      first += 1;
      from = places[first];
    }
    best = Math.min(best, start + (words[which] ?? '').length - (from?.start ?? 0));
  }
  return best;
}
