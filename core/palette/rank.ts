/** Which entries of the palette answer what was typed, best first. */
import {
  isBorder,
  matchKinds,
  matchName,
  prepareName,
  prepareQuery,
  type NameMatch,
  type PreparedName,
} from './match.ts';

/** Something one can choose by name. */
export interface RankedItem {
  /** Names in all languages, the shown one first; never empty. */
  readonly names: readonly string[];
  /** Names of what it stands in, in all languages: `SGX 部署` finds 部署 in the chapter Intel SGX. */
  readonly trail: readonly string[];
  /** Lower comes first among equally good matches. */
  readonly weight: number;
}

export interface PreparedItem<T extends RankedItem> {
  readonly item: T;
  readonly names: readonly PreparedName[];
  readonly trail: readonly PreparedName[];
}

export interface RankedMatch<T extends RankedItem> {
  readonly item: T;
  /** The name that was matched; an index into `names`. */
  readonly name: number;
  /** Code points of that name that were matched, `[start, end)` pairs. */
  readonly ranges: NameMatch['ranges'];
}

/** A word of the query, with what it was found in so far: many items stand in the same chapter. */
interface Word {
  readonly text: string;
  readonly found: Map<PreparedName, NameMatch | undefined>;
}

function wordOf(text: string): Word {
  return { text, found: new Map() };
}

/** How a word is found in a name; scattered letters do not count. */
function matchWord({ text, found }: Word, name: PreparedName): NameMatch | undefined {
  if (found.has(name)) return found.get(name);
  const match = matchName(text, name);
  const firm = match?.kind === 'subsequence' ? undefined : match;
  found.set(name, firm);
  return firm;
}

/** Makes items ready, once for many queries. */
export function prepareItems<T extends RankedItem>(items: readonly T[]): PreparedItem<T>[] {
  const trails = new Map<string, PreparedName>();
  const prepareTrail = (text: string): PreparedName => {
    const known = trails.get(text) ?? prepareName(text);
    trails.set(text, known);
    return known;
  };
  return items.map((item) => ({
    item,
    names: item.names.map(prepareName),
    trail: item.trail.map(prepareTrail),
  }));
}

interface Scored<T extends RankedItem> extends RankedMatch<T> {
  /** Lower is better. */
  readonly score: number;
  readonly length: number;
}

/** Weight of a step between two kinds of match; what a match loses otherwise stays below it. */
const kindStep = 100;

/**
 * The items that answer `query`, best first, at most `limit`. Equally good ones keep their order: weight, shorter name,
 * order of `items`.
 */
export function rankItems<T extends RankedItem>(
  items: readonly PreparedItem<T>[],
  query: string,
  limit: number,
): RankedMatch<T>[] {
  const prepared = prepareQuery(query);
  const words = prepared.split(' ').map(wordOf);
  return items
    .flatMap((item) => scoreItem(item, prepared, words) ?? [])
    .sort((a, b) => a.score - b.score || a.item.weight - b.item.weight || a.length - b.length)
    .slice(0, limit);
}

function scoreItem<T extends RankedItem>(
  prepared: PreparedItem<T>,
  query: string,
  words: readonly Word[],
): Scored<T> | undefined {
  return scoreNames(prepared, query) ?? (words.length > 1 ? scoreWords(prepared, words) : undefined);
}

function scoreNames<T extends RankedItem>({ item, names }: PreparedItem<T>, query: string): Scored<T> | undefined {
  let best: Scored<T> | undefined;
  for (const [name, prepared] of names.entries()) {
    const match = matchName(query, prepared);
    if (!match) continue;
    const score = matchKinds.indexOf(match.kind) * kindStep + loss(match, prepared);
    if (!best || score < best.score) best = { item, name, ranges: match.ranges, score, length: prepared.units.length };
  }
  return best;
}

/**
 * What a match is worse by than the best of its kind. A subsequence is the better the fewer pieces it is in; of names that
 * begin alike (or hold a word that does) those come first in which what was typed is a word of its own: 关于 finds
 * "关于 Recto" before 关于本书.
 */
function loss({ kind, ranges }: NameMatch, name: PreparedName): number {
  if (kind === 'subsequence') return Math.min(ranges.length, kindStep - 1);
  if (kind !== 'prefix' && kind !== 'word-start') return 0;
  return isBorder(name, ranges.at(-1)?.[1] ?? 0) ? 0 : 1;
}

/** Several words: each stands in the name or in what the item stands in, at least one of them in the name. */
function scoreWords<T extends RankedItem>(
  { item, names, trail }: PreparedItem<T>,
  words: readonly Word[],
): Scored<T> | undefined {
  let best: Scored<T> | undefined;
  for (const [name, prepared] of names.entries()) {
    const matches = words.map((word) => matchWord(word, prepared));
    const inName = matches.filter((match) => match !== undefined);
    if (inName.length === 0) continue;
    const elsewhere = words.filter((_, index) => !matches[index]);
    if (!elsewhere.every((word) => trail.some((part) => matchWord(word, part)))) continue;
    const worst = Math.max(...inName.map((match) => matchKinds.indexOf(match.kind)));
    // Whole queries come before words of one, words of the name before words of its surroundings.
    const score = (matchKinds.length + worst) * kindStep + elsewhere.length;
    const ranges = inName.flatMap((match) => match.ranges).sort((a, b) => a[0] - b[0]);
    if (!best || score < best.score)
      best = { item, name, ranges: disjoint(ranges), score, length: prepared.units.length };
  }
  return best;
}

/** Sorted ranges without their overlaps. */
function disjoint(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
