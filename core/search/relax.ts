/**
 * When no section holds all that was typed: the sections that come nearest, and what each of them lacks. lunr scores them
 * for any of the terms; those that have most of what is rare in the query come first.
 */
import { asksToCompare, comparingWords, contentOf, piecesOf, type Piece } from './content-words.ts';
import { correctionsOf } from './corrections.ts';
import type { Dictionary } from './dictionary.ts';
import type { SearchIndex } from './open-index.ts';
import type { ParsedQuery } from './parse-query.ts';
import { presence, type Form } from './presence.ts';
import { proseWorth } from './rank.ts';
import { sectionsUnder } from './titles.ts';
import { startsAWord } from './word-borders.ts';
import { longerBoost, mostExpansions } from './scored-terms.ts';
import { estimateScores, lunrScores, weighTerms, type ScoredTerm } from './score.ts';
import { cjkTerms, runsOf } from './tokens.ts';

/** A word that the book does not have, and words of the book that were looked for instead; folded. */
export interface Correction {
  readonly typed: string;
  readonly used: readonly string[];
}

export interface NearSection {
  readonly section: number;
  readonly score: number;
  /** What was typed and does not stand in the section; folded. */
  readonly missing: readonly string[];
  /** What stands there of it; folded, for marks and excerpts. */
  readonly present: readonly string[];
}

export interface NearSections {
  readonly sections: readonly NearSection[];
  readonly corrections: readonly Correction[];
}

/** The least share of a query's weight (its terms by rarity) that a section has to hold; less where its title has a part of it. */
const leastShare = 0.45;
const leastShareTitled = 0.3;
/** How many sections are scored by lunr and shown. */
const mostShown = 60;

/** A part of the query that a section has or has not; it has it with any of its terms. */
interface Unit {
  /** Folded, as it is looked for in titles; one of them is enough. */
  readonly forms: readonly string[];
  readonly terms: readonly ScoredTerm[];
  /** How much it counts beside its rarity, up to 1. */
  readonly factor: number;
}

/** What words that only ask count, and what pairs of characters do that belong to two words. */
const askingFactor = 0.2;
const crossingFactor = 0.4;

/** Sections that hold most of a query, the nearest first. */
export function nearSections(index: SearchIndex, query: ParsedQuery): NearSections {
  const corrections: Correction[] = [];
  const pieces = piecesOf(query);
  const units = pieces.flatMap((piece) => unitsOf(index, piece, corrections));
  if (asksToCompare(query)) units.push(comparingUnit(index));
  const terms = uniqueTerms(units);
  const weighed = weighTerms(index, terms);
  const idfs = new Map(weighed.map(({ text, idf }) => [text, idf]));
  const shares = sharesOf(index, units, idfs);
  const estimates = estimateScores(index, weighed);
  const near = Array.from(shares.keys())
    .filter((section) => comesNear(index, section, units, shares[section] ?? 0))
    .map((section) => ({ section, estimate: (estimates[section] ?? 0) * (shares[section] ?? 0) ** 2 }))
    .sort((a, b) => b.estimate - a.estimate)
    .slice(0, mostShown);
  const scores = lunrScores(
    index,
    weighed,
    near.map(({ section }) => section),
  );
  const forms = formsOf(pieces, corrections);
  return {
    corrections,
    sections: near
      .map(({ section }) => {
        const score = scores.get(section) ?? 0;
        const worth =
          (shares[section] ?? 0) ** 2 * headingWorth(index, section, units, idfs) * proseWorth(index, section);
        return { section, score, value: score * worth, ...presence(index.folded(section), forms) };
      })
      .sort((a, b) => b.value - a.value || a.section - b.section),
  };
}

function unitsOf(index: SearchIndex, { text: piece, asking }: Piece, corrections: Correction[]): Unit[] {
  return runsOf(piece).flatMap(({ text, isCjk, start }) => {
    if (isCjk) return cjkUnits(index, text, asking.slice(start, start + text.length));
    const factor = asking[start] ? askingFactor : 1;
    const found = wordTerms(index, text);
    if (found.length > 0) return [{ forms: [text, ...singularOf(text)], terms: found, factor }];
    const used = correctionsOf(index, text);
    if (used.length > 0) corrections.push({ typed: text, used });
    return [{ forms: used, terms: used.flatMap((word) => wordTerms(index, word)), factor }];
  });
}

function comparingUnit({ words, cjk }: SearchIndex): Unit {
  const terms = comparingWords.flatMap((word) => [...termOf(words, word), ...termOf(cjk, word)]);
  return { forms: comparingWords, terms, factor: 1 };
}

/** Where words begin, as far as the engine's own dictionary of Chinese knows; only the order of near hits depends on it. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function cjkUnits({ cjk }: SearchIndex, run: string, asking: readonly boolean[]): Unit[] {
  const borders = new Set(Array.from(segmenter.segment(run), ({ index }) => index));
  const characters = Array.from(run);
  if (characters.length === 1) {
    return [{ forms: [run], terms: termOf(cjk, run), factor: asking[0] ? askingFactor : 1 }];
  }
  let at = 0;
  return cjkTerms(run)
    .slice(0, -1)
    .map((pair) => {
      const [first = ''] = Array.from(pair);
      const [start, middle, end] = [at, at + first.length, at + pair.length];
      at = middle;
      const asks = asking.slice(start, end).some((flag) => flag);
      return {
        forms: [pair],
        terms: termOf(cjk, pair),
        factor: asks ? askingFactor : borders.has(middle) ? crossingFactor : 1,
      };
    });
}

/** The word, its singular where it looks like a plural, and longer words that begin with either. */
function wordTerms({ words }: SearchIndex, word: string): ScoredTerm[] {
  return [word, ...singularOf(word)].flatMap((form, at) => {
    const exact = termOf(words, form, at === 0 ? 1 : 0.8);
    const longer = form.length < 3 ? [] : words.expand(form, 'start').slice(0, mostExpansions);
    const boost = longerBoost(exact.length > 0);
    return [...exact, ...longer.map((number) => ({ dictionary: words, number, boost }))];
  });
}

function singularOf(word: string): string[] {
  return /^[a-z]{3,}[^s\W]s$/.test(word) ? [word.slice(0, -1)] : [];
}

function termOf(dictionary: Dictionary, term: string, boost = 1): ScoredTerm[] {
  const number = dictionary.find(term);
  return number === undefined ? [] : [{ dictionary, number, boost }];
}

function uniqueTerms(units: readonly Unit[]): ScoredTerm[] {
  const unique = new Map<string, ScoredTerm>();
  for (const { terms, factor } of units) {
    for (const term of terms) {
      const text = term.dictionary.term(term.number);
      const boost = term.boost * factor;
      if ((unique.get(text)?.boost ?? 0) < boost) unique.set(text, { ...term, boost });
    }
  }
  return Array.from(unique.values());
}

/** What a unit weighs: the rarity of its own term, the first. Nothing where the book does not have it. */
function weightOf({ terms, factor }: Unit, idfs: ReadonlyMap<string, number>): number {
  const [own] = terms;
  return own === undefined ? 0 : factor * (idfs.get(own.dictionary.term(own.number)) ?? 0);
}

/** What it counts that title and titles above have all of a query between them. */
const coveredWorth = 0.6;

function comesNear(index: SearchIndex, section: number, units: readonly Unit[], share: number): boolean {
  if (share >= leastShare) return true;
  if (share < leastShareTitled) return false;
  const title = index.foldedTitle(section);
  return units.some(({ forms, factor }) => factor === 1 && forms.some((form) => startsAWord(title, form)));
}

/** What words in the titles above count beside words in the title itself, and how much all of them weigh in the end. */
const trailWorth = 1;
const headingPower = 2;

/** What a unit counts for a section that has it only in the titles above it. */
const trailShare = 0.7;

/** For each section the share of the query's weight that it holds. */
function sharesOf(index: SearchIndex, units: readonly Unit[], idfs: ReadonlyMap<string, number>): Float64Array {
  const shares = new Float64Array(index.sectionCount);
  const total = units.reduce((sum, unit) => sum + weightOf(unit, idfs), 0);
  if (total === 0) return shares;
  const counted = new Int32Array(index.sectionCount).fill(-1);
  for (const [which, unit] of units.entries()) {
    const share = weightOf(unit, idfs) / total;
    for (const { dictionary, number } of unit.terms) {
      dictionary.visitSections(number, (section) => {
        if (counted[section] === which) return;
        counted[section] = which;
        shares[section] = (shares[section] ?? 0) + share;
      });
    }
    if (share === 0) continue;
    for (const section of sectionsUnder(index, unit.forms)) {
      if (counted[section] !== which) shares[section] = (shares[section] ?? 0) + share * trailShare;
    }
  }
  return shares;
}

/** 1, and more for a section whose title, or whose chapter's, holds much of the query and little else. */
function headingWorth(
  index: SearchIndex,
  section: number,
  units: readonly Unit[],
  idfs: ReadonlyMap<string, number>,
): number {
  const title = index.foldedTitle(section);
  const trail = index.foldedTrail(section);
  let [total, inTitle, inTrail, letters] = [0, 0, 0, 0];
  for (const unit of units) {
    const weight = weightOf(unit, idfs);
    total += weight;
    const form = unit.forms.find((text) => startsAWord(title, text));
    if (form !== undefined) {
      inTitle += weight;
      letters += form.length;
    } else if (unit.forms.some((text) => startsAWord(trail, text))) inTrail += weight;
  }
  if (total === 0) return 1;
  const fit = Math.min(1, letters / Math.max(1, title.length));
  const headings = (1 + (inTitle / total) * (1 + fit) + trailWorth * (inTrail / total)) ** headingPower;
  // A section on one part of the question in the chapter on the other: rather that than the chapter's own beginning.
  const covered = inTitle > 0 && inTrail > 0 ? ((inTitle + inTrail) / total) ** 2 : 0;
  return headings * (1 + coveredWorth * covered);
}

function formsOf(pieces: readonly Piece[], corrections: readonly Correction[]): Form[] {
  return pieces.flatMap(contentOf).map((piece) => {
    const used = corrections.find(({ typed }) => piece.includes(typed));
    const corrected = used?.used.map((text) => piece.replace(used.typed, text)) ?? [];
    return { piece, texts: [piece, ...singularOf(piece), ...corrected] };
  });
}
