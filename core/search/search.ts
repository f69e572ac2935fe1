/** A question to the index of a book in one language, and its answer. */
import { isQuestion } from './content-words.ts';
import { correctionsOf } from './corrections.ts';
import { excerptOf, type Excerpt } from './excerpt.ts';
import { foldText } from './fold.ts';
import { blockRanges, isInScope, matchingSections, wantedOf, type Ranges, type Wanted } from './match.ts';
import type { SearchIndex } from './open-index.ts';
import { indexInOneScript, isInOtherScript, queryInOneScript } from './one-script.ts';
import { namesByPinyin, synonymsOf } from './other-names.ts';
import type { ParsedQuery, Scope } from './parse-query.ts';
import { rankSections } from './rank.ts';
import { nearSections, type Correction } from './relax.ts';
import { scoredTerms } from './scored-terms.ts';
import { sectionsInContext } from './titles.ts';
import { standsAlone } from './word-borders.ts';

/** A section that was found. */
export interface Hit {
  readonly lang: string;
  readonly chapterId: string;
  readonly sectionId: string;
  readonly title: string;
  /** Titles that the section stands under, the chapter's first. */
  readonly trail: readonly string[];
  /** Whether the section holds all that was typed. */
  readonly exact: boolean;
  /** What was typed and is not in the section; folded. Words that only ask are not counted. */
  readonly missing: readonly string[];
  /** The other name by which it was found: a synonym, or what its pinyin or initials stand for. */
  readonly via?: string;
  /** Whether it holds what was typed only where Simplified and Traditional characters count as the same. */
  readonly otherScript?: true;
  /** lunr's score. Where words stand in titles goes before it, so scores need not fall from hit to hit. */
  readonly score: number;
  /** The block that is shown, with every match in it, in code points of its text. */
  readonly blockId: string;
  readonly ranges: Ranges;
  readonly excerpt: Excerpt;
}

/**
 * `exact`: sections that hold all that was typed (others may follow, marked). `other-script`: no section does as it was typed,
 * but in the other script of Chinese. `near`: no section does, these come nearest.
 * `other-name`: found by other names alone. `nothing`: not found, or nothing was asked.
 */
export type AnswerKind = 'exact' | 'other-script' | 'near' | 'other-name' | 'nothing';

export interface Answer {
  readonly lang: string;
  readonly kind: AnswerKind;
  /** Sections found; `hits` may hold fewer. */
  readonly total: number;
  /** How many of them are exact. */
  readonly exactTotal: number;
  /** How many of them hold it in the other script of Chinese alone. */
  readonly otherScriptTotal: number;
  /** How many of them stand in the chapters that were asked for. */
  readonly listed: number;
  /** Those that were asked for, in the order that was asked for. */
  readonly hits: readonly Hit[];
  /** Sections found in each chapter, in reading order; chapters without are left out. */
  readonly chapters: readonly { readonly chapterId: string; readonly count: number }[];
  readonly corrections: readonly Correction[];
}

/** A hit before its block and excerpt have been looked up. */
interface Found {
  readonly section: number;
  readonly score: number;
  readonly exact: boolean;
  readonly missing: readonly string[];
  readonly via?: string;
  readonly otherScript?: true;
  /** Folded texts that are marked in it, as they stand in the texts of `index`. */
  readonly marked: readonly string[];
  readonly index: SearchIndex;
}

interface FoundSections {
  readonly kind: AnswerKind;
  readonly found: readonly Found[];
  readonly corrections: readonly Correction[];
}

export interface SearchOptions {
  readonly limit: number;
  /** Hits of these chapters alone; `total` and `chapters` count everything. Undefined: of all chapters. */
  readonly chapterIds?: readonly string[] | undefined;
  /** `best`: the best first. `chapter`: by chapter, that of the best hit first, in each the best first. Default: `best`. */
  readonly order?: 'best' | 'chapter' | undefined;
  /** So many hits of that order are passed over. Default: none. */
  readonly from?: number | undefined;
}

/** Answers a query from one index; the languages that it names are the caller's business. Never throws. */
export function search(index: SearchIndex, query: ParsedQuery, options: SearchOptions): Answer {
  const { limit, chapterIds, order = 'best', from = 0 } = options;
  const { kind, found, corrections } = findInBothScripts(index, query);
  const asked = chapterIds ? found.filter(({ section }) => chapterIds.includes(chapterOf(index, section))) : found;
  const listed = order === 'best' ? asked : byChapter(index, asked);
  return {
    lang: index.lang,
    kind: found.length === 0 ? 'nothing' : kind,
    total: found.length,
    exactTotal: count(found, ({ exact }) => exact),
    otherScriptTotal: count(found, ({ otherScript }) => otherScript === true),
    listed: listed.length,
    hits: listed.slice(from, from + limit).map((one) => toHit(one, query.scopes)),
    chapters: countByChapter(index, found),
    corrections,
  };
}

function count(found: readonly Found[], which: (one: Found) => boolean): number {
  let counted = 0;
  for (const one of found) if (which(one)) counted += 1;
  return counted;
}

/** What was typed in Simplified characters is found in a Traditional text as well, and the other way round. */
function findInBothScripts(index: SearchIndex, query: ParsedQuery): FoundSections {
  const asTyped = findSections(index, query);
  if (!isInOtherScript(index, query.words)) return asTyped;
  const other = findSections(indexInOneScript(index), queryInOneScript(query));
  const seen = new Set(asTyped.found.filter(({ exact }) => exact).map(({ section }) => section));
  const fresh = other.found
    .filter(({ section, exact }) => !seen.has(section) && (exact || seen.size === 0))
    .map((found): Found => (found.exact ? { ...found, exact: false, otherScript: true } : found));
  if (fresh.length === 0) return asTyped;
  if (seen.size === 0) {
    const kind = fresh.some(({ otherScript }) => otherScript) ? 'other-script' : other.kind;
    return { ...other, kind, found: fresh };
  }
  const added = new Set(fresh.map(({ section }) => section));
  const isExact = ({ exact }: Found): boolean => exact;
  const rest = asTyped.found.filter((found) => !isExact(found) && !added.has(found.section));
  return { ...asTyped, found: [...asTyped.found.filter(isExact), ...fresh, ...rest] };
}

function findSections(index: SearchIndex, query: ParsedQuery): FoundSections {
  const wanted = wantedOf(query);
  if (wanted.words.length === 0) return { kind: 'nothing', found: [], corrections: [] };
  const exact = ranked(index, wanted, { exact: true });
  if (isQuestion(query)) return nearest(index, query, exact);
  const others = foundByOtherNames(index, query, exact);
  if (exact.length > 0) return { kind: 'exact', found: [...exact, ...others], corrections: [] };
  if (others.length > 0) return { kind: 'other-name', found: others, corrections: [] };
  return corrected(index, query, wanted) ?? nearest(index, query, exact);
}

/**
 * Sections that hold all words, best first. A section that holds some of them and stands under titles that hold the
 * others (部署 in the chapter Intel SGX, for `SGX 部署`) is among them, and lacks those.
 */
function ranked(index: SearchIndex, wanted: Wanted, as: { exact: boolean; via?: string }): Found[] {
  const sections = matchingSections(index, wanted);
  const under = sectionsInContext(index, wanted, sections);
  if (sections.length + under.size === 0) return [];
  const { words } = wanted;
  const found = under.size === 0 ? sections : [...sections, ...under.keys()];
  const order = rankSections(index, found, words, scoredTerms(index, words));
  const { exact, via } = as;
  // Written out: there may be ten thousand of them.
  if (under.size === 0 && via === undefined)
    return order.map(({ section, score }) => ({ section, score, missing: nothing, marked: words, index, exact }));
  return order.map(({ section, score }): Found => {
    const missing = under.get(section);
    const common = { section, score, missing: missing ?? nothing, marked: words, index };
    return { ...common, exact: exact && missing === undefined, ...(via === undefined ? {} : { via }) };
  });
}

const nothing: readonly string[] = [];

/** Words that nobody wrote are replaced by what was probably meant, if then all words are found together. */
function corrected(index: SearchIndex, query: ParsedQuery, wanted: Wanted): FoundSections | undefined {
  const corrections: Correction[] = [];
  const words = query.words.map(({ text, isPhrase }) => {
    const used =
      isPhrase || matchingSections(index, { ...wanted, words: [text] }).length > 0 ? [] : correctionsOf(index, text);
    if (used[0] !== undefined) corrections.push({ typed: text, used: used.slice(0, 1) });
    return used[0] ?? text;
  });
  if (corrections.length === 0) return undefined;
  const found = ranked(index, { ...wanted, words }, { exact: false });
  return found.length > 0 ? { kind: 'near', found, corrections } : undefined;
}

function foundByOtherNames(index: SearchIndex, query: ParsedQuery, exact: readonly Found[]): Found[] {
  const { words, excluded, scopes } = wantedOf(query);
  const whole = words.join(' ');
  const synonyms = synonymsOf(index, whole);
  const names = exact.length > 0 || synonyms.length > 0 ? synonyms : namesByPinyin(index, whole);
  if (names.length === 0) return [];
  const seen = new Set(exact.map(({ section }) => section));
  return names.flatMap((via) => {
    const name = foldText(via).trim();
    const found = ranked(index, { words: [name], excluded, scopes }, { exact: false, via });
    // Nobody typed this name: RA is not offered where only "library" has it.
    const fresh = found.filter(({ section }) => !seen.has(section) && standsAlone(index.folded(section), name));
    for (const { section } of fresh) seen.add(section);
    return fresh;
  });
}

/** Sections that come nearest. What is excluded stays excluded, and scopes hold for what is present. */
function nearest(index: SearchIndex, query: ParsedQuery, exact: readonly Found[]): FoundSections {
  const { sections, corrections } = nearSections(index, query);
  const whole = new Set(exact.map(({ section }) => section));
  const near = sections
    .filter(({ section }) => !query.excluded.some((word) => index.folded(section).includes(word)))
    .filter(
      ({ section, present }) => query.scopes.size === 0 || blocksWith(index, section, present, query.scopes).length > 0,
    )
    .map(({ section, score, missing, present }): Found => ({
      section,
      score,
      exact: whole.has(section),
      missing: whole.has(section) ? [] : missing,
      marked: present,
      index,
    }));
  const shown = new Set(near.map(({ section }) => section));
  const found = [...near, ...exact.filter(({ section }) => !shown.has(section))];
  return { kind: whole.size > 0 ? 'exact' : 'near', found, corrections };
}

/** The same, chapter after chapter, in the order in which the chapters come up. */
function byChapter(index: SearchIndex, found: readonly Found[]): Found[] {
  const chapters = new Map<number, Found[]>();
  for (const one of found) {
    const chapter = index.chapterAt[one.section] ?? 0;
    const list = chapters.get(chapter);
    if (list) list.push(one);
    else chapters.set(chapter, [one]);
  }
  return Array.from(chapters.values()).flat();
}

/** The id of a section's chapter. */
export function chapterOf(index: SearchIndex, section: number): string {
  return index.chapters[index.chapterAt[section] ?? 0]?.id ?? '';
}

function toHit({ section, marked, index, ...found }: Found, scopes: ReadonlySet<Scope>): Hit {
  const { id, title } = index.section(section);
  const at = bestBlock(index, section, marked, scopes);
  const text = index.blockText(index.section(section).firstBlock + at);
  const ranges = blockRanges(text, index.foldedBlocks(section)[at] ?? '', marked);
  return {
    lang: index.lang,
    chapterId: chapterOf(index, section),
    sectionId: id,
    title,
    trail: index.trail(section),
    ...found,
    blockId: `${id}.${at}`,
    ranges,
    excerpt: excerptOf(text, ranges),
  };
}

/** The block with the most of the words: rather text than the heading, which is shown anyway. */
function bestBlock(index: SearchIndex, section: number, words: readonly string[], scopes: ReadonlySet<Scope>): number {
  const blocks = blocksWith(index, section, words, scopes);
  const best = blocks.sort((a, b) => b.letters - a.letters || Number(a.isHeading) - Number(b.isHeading) || a.at - b.at);
  const text = best.find(({ isHeading, letters }) => !isHeading && letters === best[0]?.letters);
  return (text ?? best[0])?.at ?? 0;
}

function blocksWith(index: SearchIndex, section: number, words: readonly string[], scopes: ReadonlySet<Scope>) {
  const { firstBlock } = index.section(section);
  return index.foldedBlocks(section).flatMap((folded, at) => {
    const present = words.filter((word) => folded.includes(word));
    if (present.length === 0 || !isInScope(index, firstBlock + at, scopes)) return [];
    const letters = present.reduce((sum, word) => sum + word.length, 0);
    return [{ at, letters, isHeading: index.blockKind(firstBlock + at) === 'heading' }];
  });
}

function countByChapter(index: SearchIndex, found: readonly Found[]): Answer['chapters'] {
  const counts = new Uint32Array(index.chapters.length);
  for (const { section } of found) {
    const chapter = index.chapterAt[section] ?? 0;
    counts[chapter] = (counts[chapter] ?? 0) + 1;
  }
  return index.chapters.flatMap(({ id }, at) => (counts[at] ? [{ chapterId: id, count: counts[at] }] : []));
}
