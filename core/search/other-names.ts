/** Other names of what was asked for: synonyms of the glossary, and names that were typed by their pinyin. */
import { matchName, prepareName, type MatchKind, type PreparedName } from '../palette/match.ts';
import { lettersOfPinyin } from '../palette/pinyin.ts';
import { foldText } from './fold.ts';
import type { SearchIndex } from './open-index.ts';

interface NameGroup {
  /** As they are written. */
  readonly names: readonly string[];
  readonly folded: readonly string[];
}

const groups = new WeakMap<SearchIndex, readonly NameGroup[]>();

function groupsOf(index: SearchIndex): readonly NameGroup[] {
  const known = groups.get(index);
  if (known) return known;
  const made = index.names.map((names) => ({ names, folded: names.map((name) => foldText(name)) }));
  groups.set(index, made);
  return made;
}

/** Other names of the term that is called exactly `wanted` (folded), in all languages, as they are written. */
export function synonymsOf(index: SearchIndex, wanted: string): string[] {
  const found = groupsOf(index).filter(({ folded }) => folded.includes(wanted));
  const others = found.flatMap(({ names, folded }) => names.filter((_, at) => folded[at] !== wanted));
  return [...new Set(others)];
}

const prepared = new WeakMap<SearchIndex, readonly PreparedName[]>();

/** Chinese titles and names of terms, each once. */
function chineseNames(index: SearchIndex): readonly PreparedName[] {
  const known = prepared.get(index);
  if (known) return known;
  const titles = Array.from({ length: index.sectionCount }, (_, section) => index.section(section).title);
  const names = new Set([...index.names.flat(), ...titles].filter((name) => /\p{Script=Han}/u.test(name)));
  const made = Array.from(names, prepareName);
  prepared.set(index, made);
  return made;
}

/** Ways in which a name may be meant by its pinyin, best first. */
const byPinyin: readonly MatchKind[] = [
  'pinyin-exact',
  'initials-exact',
  'pinyin-prefix',
  'initials-prefix',
  'initials-inside',
  'pinyin-inside',
];

/** How many names some letters may stand for. */
const mostNames = 8;

/** Fewer letters stand inside of some name by accident. */
const fewestInside = 6;

/**
 * Names whose pinyin is what was typed (`jimi rongqi`, with tones or without), or whose initials are (`jmrq` -> 机密容器), or
 * that begin with that or hold it, best first.
 */
export function namesByPinyin(index: SearchIndex, typed: string): string[] {
  const [letters] = lettersOfPinyin(typed);
  if (letters === undefined || letters.length < 2 || letters.length > 40) return [];
  return chineseNames(index)
    .flatMap((name) => {
      const match = matchName(typed, name);
      const rank = byPinyin.findIndex((kind) => kind === match?.kind);
      if (rank < 0 || !match || (match.kind === 'pinyin-inside' && letters.length < fewestInside)) return [];
      const [[start, end] = [0, 0]] = match.ranges;
      return [{ text: Array.from(name.text).slice(start, end).join(''), rank, length: name.units.length }];
    })
    .sort((a, b) => a.rank - b.rank || a.length - b.length)
    .map(({ text }) => text)
    .filter((text, at, all) => all.indexOf(text) === at)
    .slice(0, mostNames);
}
