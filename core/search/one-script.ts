/**
 * An index in which Simplified and Traditional characters are the same. It is a view of the index of the book: texts are
 * turned when they are asked for, and terms that become one are looked up together.
 */
import { isChangedByScript, toOneScript } from '../book/scripts.ts';
import { foldText } from './fold.ts';
import type { Dictionary, Postings } from './dictionary.ts';
import type { SearchIndex } from './open-index.ts';
import type { ParsedQuery, QueryWord } from './parse-query.ts';
import { cjkTerms, runsOf } from './tokens.ts';

/** For terms of one script, the numbers of the terms that become them, where those are others. */
type Variants = ReadonlyMap<string, readonly number[]>;

const variants = new WeakMap<Dictionary, Variants>();

function variantsOf(cjk: Dictionary): Variants {
  const known = variants.get(cjk);
  if (known) return known;
  const found = new Map<string, number[]>();
  for (const number of cjk.having(isChangedByScript)) {
    const one = toOneScript(cjk.term(number));
    const list = found.get(one);
    if (list) list.push(number);
    else found.set(one, [number]);
  }
  variants.set(cjk, found);
  return found;
}

/** Whether the book, or its glossary, may hold these words in a script that they were not typed in. False is certain. */
export function isInOtherScript({ cjk, names }: SearchIndex, words: readonly Pick<QueryWord, 'text'>[]): boolean {
  const [typed, turned] = [words.map(({ text }) => text), words.map(({ text }) => toOneScript(text))];
  // A term of the glossary, whose names in other languages are looked for as well.
  const whole = turned.join(' ');
  if (whole !== typed.join(' ') && names.flat().some((name) => toOneScript(foldText(name)) === whole)) return true;
  const terms = words.flatMap(({ text }) => runsOf(text).flatMap((run) => (run.isCjk ? cjkTermsOf(run.text) : [])));
  return terms.some((term) => {
    const one = toOneScript(term);
    if (one !== term && cjk.find(one) !== undefined) return true;
    return (
      variantsOf(cjk)
        .get(one)
        ?.some((number) => cjk.term(number) !== term) ?? false
    );
  });
}

/** The last term of a run is its last character alone, and says something only of a run of one. */
function cjkTermsOf(run: string): string[] {
  const terms = cjkTerms(run);
  return terms.length > 1 ? terms.slice(0, -1) : terms;
}

/** The query in one script, for an index in one script. */
export function queryInOneScript(query: ParsedQuery): ParsedQuery {
  return {
    ...query,
    words: query.words.map((word) => ({ ...word, text: toOneScript(word.text) })),
    excluded: query.excluded.map(toOneScript),
  };
}

const views = new WeakMap<SearchIndex, SearchIndex>();

/** The index with all its texts and terms in one script; blocks and titles as they are written. */
export function indexInOneScript(index: SearchIndex): SearchIndex {
  const known = views.get(index);
  if (known) return known;
  const turned = <T>(read: (at: number) => string, as: (text: string) => T): ((at: number) => T) => {
    const texts: T[] = [];
    return (at) => (texts[at] ??= as(toOneScript(read(at))));
  };
  const same = (text: string): string => text;
  const view: SearchIndex = {
    ...index,
    names: index.names.map((names) => names.map(toOneScript)),
    foldedTitle: turned(index.foldedTitle, same),
    foldedTrail: turned(index.foldedTrail, same),
    folded: turned(index.folded, same),
    foldedBlocks: (section) => index.foldedBlocks(section).map(toOneScript),
    cjk: dictionaryInOneScript(index.cjk),
  };
  views.set(index, view);
  return view;
}

function dictionaryInOneScript(cjk: Dictionary): Dictionary {
  const others = variantsOf(cjk);
  if (others.size === 0) return cjk;
  const changed = new Set(Array.from(others.values()).flat());
  const numbers = new Map<string, readonly number[]>(others);
  for (let at = 0; at < cjk.size; at += 1) {
    if (changed.has(at)) continue;
    const term = cjk.term(at);
    numbers.set(term, [at, ...(others.get(term) ?? [])]);
  }
  const terms = Array.from(numbers.keys()).sort();
  const places = new Map(terms.map((term, at) => [term, at]));
  const postings = (at: number): Postings => merged((numbers.get(terms[at] ?? '') ?? []).map(cjk.postings));
  const all = (matches: (term: string) => boolean): number[] =>
    terms.flatMap((term, at) => (matches(term) ? [at] : []));
  return {
    size: terms.length,
    term: (at) => terms[at] ?? '',
    find: (term) => places.get(term),
    expand: (part, how) => {
      if (how === 'start') return all((term) => term.startsWith(part));
      return all(how === 'end' ? (term) => term.endsWith(part) : (term) => term.includes(part));
    },
    having: (wanted) => all((term) => Array.from(term).some((character) => wanted(character.charCodeAt(0)))),
    postings,
    visitSections: (at, visit) => {
      const { sections, inBody, inTitle } = postings(at);
      for (const [which, section] of sections.entries()) visit(section, inBody[which] ?? 0, inTitle[which] ?? 0);
    },
  };
}

/** Postings of several terms as those of one. */
function merged(lists: readonly Postings[]): Postings {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  const counts = new Map<number, [inBody: number, inTitle: number]>();
  for (const { sections, inBody, inTitle } of lists) {
    for (const [at, section] of sections.entries()) {
      const [body, title] = counts.get(section) ?? [0, 0];
      counts.set(section, [body + (inBody[at] ?? 0), title + (inTitle[at] ?? 0)]);
    }
  }
  const sorted = Array.from(counts).sort(([a], [b]) => a - b);
  return {
    sections: sorted.map(([section]) => section),
    inBody: sorted.map(([, [body]]) => body),
    inTitle: sorted.map(([, [, title]]) => title),
  };
}
