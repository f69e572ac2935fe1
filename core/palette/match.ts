/** How well a name answers what was typed. Pure string work; the palette ranks by it. */
import { fold } from '../book/fold.ts';
import { toOneScript } from '../book/scripts.ts';
import { lettersOfPinyin, pinyinInitials, pinyinOf } from './pinyin.ts';

/** A name made ready for matching: one entry a code point of the name, folded, so that places in it are never lost. */
export interface PreparedName {
  readonly text: string;
  /** Folded code points in one script of Chinese; one may have become several characters. */
  readonly units: readonly string[];
  /** Letters by which each code point may be looked for; empty where it is not Chinese. */
  readonly initials: readonly string[];
  readonly hasInitials: boolean;
  /** Syllables as which each code point may be read; none where it is not Chinese. */
  readonly syllables: readonly (readonly string[])[];
  /** Every character that may be matched somewhere: what lacks one of the query's is passed over at once. */
  readonly letters: ReadonlySet<string>;
}

/** How a query was found, best first. */
export const matchKinds = [
  'exact',
  'prefix',
  'pinyin-exact',
  'initials-exact',
  'word-start',
  'pinyin-prefix',
  'initials-prefix',
  'inside',
  'pinyin-inside',
  'initials-inside',
  'subsequence',
] as const;
export type MatchKind = (typeof matchKinds)[number];

export interface NameMatch {
  readonly kind: MatchKind;
  /** Code points of the name that were matched, in order: `[start, end)` pairs. */
  readonly ranges: readonly (readonly [number, number])[];
}

export function prepareName(text: string): PreparedName {
  const points = Array.from(text);
  const units = points.map(foldOne);
  const initials = points.map(pinyinInitials);
  return {
    text,
    units,
    initials,
    hasInitials: initials.some((letters) => letters !== ''),
    syllables: points.map(pinyinOf),
    letters: new Set(Array.from([...units, ...initials].join(''))),
  };
}

/** Folded, and Simplified and Traditional characters as one: either finds the other. */
function asMatched(text: string): string {
  return toOneScript(fold(text));
}

const foldedCharacters = new Map<string, string>();

/** One code point as it is matched; a book has few different ones. */
function foldOne(character: string): string {
  const known = foldedCharacters.get(character) ?? asMatched(character);
  foldedCharacters.set(character, known);
  return known;
}

/** What was typed, as it is matched: folded, in one script of Chinese, without the spaces around it. */
export function prepareQuery(text: string): string {
  return asMatched(text).trim().replace(/\s+/g, ' ');
}

/**
 * The best way in which a prepared query is found in a name: in its letters, in its pinyin (`jimi rongqi`, also with tones,
 * finds 机密容器), in the first letters of that (`jmrq`), or with other letters between (`bgcp` finds background-clip). Undefined where it is not.
 */
export function matchName(query: string, name: PreparedName): NameMatch | undefined {
  const byPinyin = name.hasInitials ? matchPinyin(query, name) : undefined;
  const byLetters = matchLetters(query, name);
  if (!byPinyin || !byLetters) return byPinyin ?? byLetters;
  return matchKinds.indexOf(byPinyin.kind) < matchKinds.indexOf(byLetters.kind) ? byPinyin : byLetters;
}

function matchLetters(query: string, name: PreparedName): NameMatch | undefined {
  const wanted = Array.from(query);
  if (wanted.length === 0 || !wanted.every((character) => character === ' ' || name.letters.has(character))) {
    return undefined;
  }
  return (
    matchRun(wanted, name, sameLetter, ['exact', 'prefix', 'word-start', 'inside'], {
      better: name.hasInitials ? matchInitials(wanted, name) : undefined,
    }) ?? matchSubsequence(wanted, name)
  );
}

/** Of the query that was asked last: many names are asked with one. */
let lastPinyin: { readonly query: string; readonly forms: readonly string[] } = { query: '', forms: [] };

function pinyinForms(query: string): readonly string[] {
  if (lastPinyin.query !== query) lastPinyin = { query, forms: lettersOfPinyin(query) };
  return lastPinyin.forms;
}

/** One syllable says too little, unless it is the whole name. */
const fewestSyllables = 2;

function matchPinyin(query: string, name: PreparedName): NameMatch | undefined {
  let best: NameMatch | undefined;
  for (const form of pinyinForms(query)) {
    for (let start = 0; start < name.units.length; start += 1) {
      if (best && start > 0) return best;
      if (name.units[start] === ' ') continue;
      const end = pinyinEnd(form, 0, name, start);
      if (end === undefined) continue;
      const isWhole = start === 0 && end === name.units.length;
      const read = name.syllables.slice(start, end).filter((readings) => readings.length > 0).length;
      if (read === 0 || (read < fewestSyllables && !isWhole)) continue;
      const kind = isWhole ? 'pinyin-exact' : start === 0 ? 'pinyin-prefix' : 'pinyin-inside';
      best = { kind, ranges: [[start, end]] };
    }
  }
  return best;
}

/**
 * Where a part of a name ends whose pinyin is `letters` from `from` on, or undefined. Of the last syllable the beginning is
 * enough: it is still being typed. xian is 西安 as well as 先, so all ways are tried.
 */
function pinyinEnd(letters: string, from: number, name: PreparedName, at: number): number | undefined {
  if (from === letters.length) return at;
  if (at === name.units.length) return undefined;
  const unit = name.units[at] ?? '';
  if (from > 0 && /^[\s\p{P}]$/u.test(unit)) return pinyinEnd(letters, from, name, at + 1);
  const readings = name.syllables[at] ?? [];
  const rest = letters.length - from;
  for (const syllable of readings.length > 0 ? readings : [unit]) {
    if (letters.startsWith(syllable, from)) {
      const end = pinyinEnd(letters, from + syllable.length, name, at + 1);
      if (end !== undefined) return end;
    } else if (rest < syllable.length && syllable.startsWith(letters.slice(from))) return at + 1;
  }
  return undefined;
}

type SameAt = (wanted: readonly string[], from: number, name: PreparedName, at: number) => number;

function matchInitials(wanted: readonly string[], name: PreparedName): NameMatch | undefined {
  if (!wanted.every((character) => /[a-z0-9]/.test(character))) return undefined;
  const kinds = ['initials-exact', 'initials-prefix', 'initials-inside', 'initials-inside'] as const;
  return matchRun(wanted, name, sameInitial, kinds, { better: undefined });
}

/** The best place at which the whole query stands together; `better` is taken where its kind is better. */
function matchRun(
  wanted: readonly string[],
  name: PreparedName,
  same: SameAt,
  [exact, prefix, wordStart, inside]: readonly [MatchKind, MatchKind, MatchKind, MatchKind],
  { better }: { readonly better: NameMatch | undefined },
): NameMatch | undefined {
  let best: NameMatch | undefined = better;
  for (let start = 0; start < name.units.length; start += 1) {
    const end = runEnd(wanted, name, start, same);
    if (end === undefined) continue;
    const kind =
      start === 0 ? (end === name.units.length ? exact : prefix) : startsWord(name, start) ? wordStart : inside;
    if (!best || matchKinds.indexOf(kind) < matchKinds.indexOf(best.kind)) best = { kind, ranges: [[start, end]] };
  }
  return best;
}

/** Where a run that begins at `start` ends, or undefined where the query does not stand there. */
function runEnd(wanted: readonly string[], name: PreparedName, start: number, same: SameAt): number | undefined {
  let from = 0;
  let at = start;
  while (from < wanted.length) {
    const taken = at < name.units.length ? same(wanted, from, name, at) : 0;
    if (taken === 0) return undefined;
    from += taken;
    at += 1;
  }
  return at;
}

/** How many characters of the query a code point of the name stands for: its folded form, as far as the query goes. */
function sameLetter(wanted: readonly string[], from: number, name: PreparedName, at: number): number {
  const text = name.units[at] ?? '';
  if (text === wanted[from]) return 1;
  if (text.length < 2) return 0;
  const unit = Array.from(text);
  const part = wanted.slice(from, from + unit.length);
  return part.length > 0 && part.every((character, index) => character === unit[index]) ? part.length : 0;
}

function sameInitial(wanted: readonly string[], from: number, name: PreparedName, at: number): number {
  const character = wanted[from] ?? '';
  if (name.initials[at]?.includes(character)) return 1;
  return sameLetter(wanted, from, name, at);
}

const letter = /[\p{L}\p{N}]/u;
const han = /\p{Script=Han}/u;

function startsWord(name: PreparedName, at: number): boolean {
  return letter.test(name.units[at] ?? '') && isBorder(name, at);
}

/** Whether a word may end before, or begin at, a place in a name. */
export function isBorder({ units }: PreparedName, at: number): boolean {
  const before = units[at - 1] ?? ' ';
  const here = units[at] ?? ' ';
  if (!letter.test(before) || !letter.test(here)) return true;
  // Between a Chinese and a Latin character there is a border too.
  return han.test(before) !== han.test(here);
}

/** A subsequence that is spread wider than this, in letters of the name for each of the query, is an accident. */
const widestSpread = 4;

/** All letters of the query in order, the first one at the start of a word. Two letters alone say too little. */
function matchSubsequence(wanted: readonly string[], name: PreparedName): NameMatch | undefined {
  const letters = wanted.filter((character) => character !== ' ');
  if (letters.length < 3) return undefined;
  for (let start = 0; start < name.units.length; start += 1) {
    if (sameInitial(letters, 0, name, start) === 0 || (start > 0 && !startsWord(name, start))) continue;
    const ranges = subsequenceFrom(letters, name, start);
    const end = ranges?.at(-1)?.[1] ?? Infinity;
    if (ranges && end - start <= letters.length * widestSpread) return { kind: 'subsequence', ranges };
  }
  return undefined;
}

function subsequenceFrom(
  letters: readonly string[],
  name: PreparedName,
  start: number,
): [number, number][] | undefined {
  const ranges: [number, number][] = [];
  let next = 0;
  for (let at = start; at < name.units.length && next < letters.length; at += 1) {
    const taken = sameInitial(letters, next, name, at);
    if (taken === 0) continue;
    next += taken;
    const last = ranges.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else ranges.push([at, at + 1]);
  }
  return next === letters.length ? ranges : undefined;
}
