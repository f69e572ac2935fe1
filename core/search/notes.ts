/**
 * The search in what the reader wrote: names, notes and tags of marks, and the words that are marked. There are thousands of
 * marks at most, so all of them are looked through; nothing has to be kept up to date but the folded texts.
 */
import { toOneScript } from '../book/scripts.ts';
import type { Mark } from '../marks/mark.ts';
import { excerptOf, type Excerpt } from './excerpt.ts';
import { foldText } from './fold.ts';
import { blockRanges } from './match.ts';
import { queryInOneScript } from './one-script.ts';
import type { ParsedQuery } from './parse-query.ts';
import { startsAWord } from './word-borders.ts';

/** What of a mark is searched. A changed mark is another object. */
export type SearchedMark = Pick<Mark, 'id' | 'kind' | 'label' | 'body' | 'tags' | 'anchor' | 'clock'>;

/** The parts of a mark, those that the reader wrote first; an excerpt rather shows an earlier one. */
export const noteFields = ['label', 'body', 'tags', 'quote'] as const;
export type NoteField = (typeof noteFields)[number];

export interface NoteHit {
  readonly markId: string;
  readonly kind: Mark['kind'];
  /** Where the shown words stand; `tags` are shown as `#one #two`. */
  readonly field: NoteField;
  /** The language of the book's words; undefined for what the reader wrote. */
  readonly lang: string | undefined;
  /** Where the words stand in the whole field, in code points. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  readonly excerpt: Excerpt;
  /** Whether it holds what was typed only where Simplified and Traditional characters count as the same. */
  readonly otherScript?: true;
}

export interface NotesAnswer {
  /** Marks found; `hits` may hold fewer. */
  readonly total: number;
  /** The best, as many as were asked for. */
  readonly hits: readonly NoteHit[];
}

/** Whether a query is about marks: it says so, or it does not say where to look. */
export function asksForNotes({ words, scopes }: ParsedQuery): boolean {
  return words.length > 0 && (scopes.size === 0 || scopes.has('notes'));
}

type Fields = Readonly<Record<NoteField, { readonly text: string; readonly folded: string }>>;

const prepared = new WeakMap<SearchedMark, Fields>();

function fieldsOf(mark: SearchedMark): Fields {
  const known = prepared.get(mark);
  if (known) return known;
  const { label, body, tags, anchor } = mark;
  const field = (text: string) => ({ text, folded: foldText(text) });
  const made: Fields = {
    label: field(label ?? ''),
    body: field(body ?? ''),
    tags: field(tags.map((tag) => `#${tag}`).join(' ')),
    quote: field(anchor?.quote ?? ''),
  };
  prepared.set(mark, made);
  return made;
}

const turnedFields = new WeakMap<Fields, Fields>();

function inOneScript(fields: Fields): Fields {
  const known = turnedFields.get(fields);
  if (known) return known;
  const turn = ({ text, folded }: Fields[NoteField]) => ({ text, folded: toOneScript(folded) });
  const { label, body, tags, quote } = fields;
  const made: Fields = { label: turn(label), body: turn(body), tags: turn(tags), quote: turn(quote) };
  turnedFields.set(fields, made);
  return made;
}

/**
 * The marks that hold all words of a query, in any of their parts, and nothing that is excluded. First those that have them
 * in a name or tag, then in the note, then in the marked words, then in the other script of Chinese; of equal ones the last
 * changed first. Never throws.
 */
export function searchNotes(marks: Iterable<SearchedMark>, query: ParsedQuery, limit: number): NotesAnswer {
  if (!asksForNotes(query)) return { total: 0, hits: [] };
  const typed = lookFor(query);
  const turned = lookFor(queryInOneScript(query));
  const mayBeTurned = typed.words.some((word) => /\p{Script=Han}/u.test(word));
  const found: { mark: SearchedMark; fields: Fields; rank: number; otherScript: boolean }[] = [];
  for (const mark of marks) {
    if (!isIn(mark, query.languages)) continue;
    const fields = fieldsOf(mark);
    if (holdsAll(fields, typed)) found.push({ mark, fields, rank: rankOf(fields, typed.words), otherScript: false });
    else if (mayBeTurned) {
      const one = inOneScript(fields);
      if (holdsAll(one, turned)) found.push({ mark, fields: one, rank: 0, otherScript: true });
    }
  }
  found.sort((a, b) => b.rank - a.rank || b.mark.clock - a.mark.clock || (a.mark.id < b.mark.id ? -1 : 1));
  const hits = found.slice(0, limit).map(({ mark, fields, otherScript }) => {
    const hit = toHit(mark, fields, (otherScript ? turned : typed).words);
    return otherScript ? { ...hit, otherScript: true as const } : hit;
  });
  return { total: found.length, hits };
}

interface LookedFor {
  readonly words: readonly string[];
  readonly excluded: readonly string[];
}

function lookFor({ words, excluded }: ParsedQuery): LookedFor {
  return { words: words.map(({ text }) => text), excluded };
}

function holdsAll(fields: Fields, { words, excluded }: LookedFor): boolean {
  const has = (word: string): boolean => noteFields.some((name) => fields[name].folded.includes(word));
  return words.every(has) && !excluded.some(has);
}

/** A mark on the whole book has no language, and answers where none is named. */
function isIn({ anchor }: SearchedMark, languages: readonly string[]): boolean {
  return languages.length === 0 || languages.some((tag) => anchor?.lang === tag || anchor?.lang.startsWith(`${tag}-`));
}

const worth: Readonly<Record<NoteField, number>> = { label: 3, tags: 3, body: 2, quote: 1 };

/** The least of what its words are worth, each at its best place; more where they begin words. */
function rankOf(fields: Fields, words: readonly string[]): number {
  const worths = words.map((word) => {
    const places = noteFields.filter((name) => fields[name].folded.includes(word));
    return Math.max(...places.map((name) => worth[name] + (startsAWord(fields[name].folded, word) ? 0.5 : 0)));
  });
  return Math.min(...worths);
}

function toHit({ id, kind, anchor }: SearchedMark, fields: Fields, words: readonly string[]): NoteHit {
  const lettersIn = (name: NoteField): number =>
    words.filter((word) => fields[name].folded.includes(word)).reduce((sum, word) => sum + word.length, 0);
  const field = noteFields.reduce((best, name) => (lettersIn(name) > lettersIn(best) ? name : best));
  const { text, folded } = fields[field];
  const ranges = blockRanges(text, folded, words);
  const lang = field === 'quote' ? anchor?.lang : undefined;
  return { markId: id, kind, field, lang, ranges, excerpt: excerptOf(text, ranges) };
}
