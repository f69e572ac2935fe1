/** From the chapters of a book in one language to the bytes of its search index. */
import type { BlockKind, Chapter } from '../book/model.ts';
import { packAsciiSets } from './ascii-sets.ts';
import { foldText } from './fold.ts';
import { packTexts, pushVarint, writeArrays } from './packed.ts';
import { isCjkCharacter, termsOf } from './tokens.ts';

/** Version of the file's shape and of folding and terms: another one is built again, never guessed at. */
export const searchFormat = 2;

/** What of a chapter is searched. */
export interface SearchChapter extends Pick<Chapter, 'id' | 'title'> {
  readonly sections: readonly {
    readonly id: string;
    readonly depth: number;
    readonly title: string;
    readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[];
  }[];
}

/** What stands in the file as JSON. */
export interface IndexMeta {
  readonly format: number;
  readonly lang: string;
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  /** Names of one thing in all languages, a group a term of the glossary. */
  readonly names: readonly (readonly string[])[];
}

/** Stands between the blocks of a section's folded text. No folded text holds it, so nothing is found across it. */
export const blockBorder = '\u001e';

/** In the order of their numbers in the file. */
export const indexedKinds: readonly BlockKind[] = [
  'heading',
  'paragraph',
  'list',
  'code',
  'figure',
  'table',
  'callout',
  'quote',
  'rule',
];

export interface IndexSource {
  readonly lang: string;
  /** In reading order. */
  readonly chapters: readonly SearchChapter[];
  readonly names: readonly (readonly string[])[];
}

/** The index as one file, for `openIndex`. The same source gives the same bytes. */
export function buildIndex({ lang, chapters, names }: IndexSource): Uint8Array {
  const sections = chapters.flatMap((chapter, at) => chapter.sections.map((section) => ({ chapter: at, ...section })));
  const folded = sections.map(({ blocks }) => blocks.map(({ text }) => foldText(text)));
  const meta: IndexMeta = {
    format: searchFormat,
    lang,
    chapters: chapters.map(({ id, title }) => ({ id, title })),
    names,
  };
  return writeArrays({
    ...packTexts([JSON.stringify(meta)], 'meta'),
    ...packTexts(
      sections.map(({ id }) => id),
      'section.id',
    ),
    ...packTexts(
      sections.map(({ title }) => title),
      'section.title',
    ),
    'section.chapter': Uint32Array.from(sections, ({ chapter }) => chapter),
    'section.depth': Uint8Array.from(sections, ({ depth }) => depth),
    'section.blocks': Uint32Array.from(sections, ({ blocks }) => blocks.length),
    'block.kind': Uint8Array.from(
      sections.flatMap(({ blocks }) => blocks.map(({ kind }) => indexedKinds.indexOf(kind))),
    ),
    ...packTexts(
      sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)),
      'block.text',
    ),
    ...packTexts(
      folded.map((blocks) => blocks.join(blockBorder)),
      'folded',
    ),
    ascii: packAsciiSets(
      folded.map((blocks) => blocks.join(blockBorder)),
      sections.map(({ title }) => foldText(title)),
    ),
    ...postings(sections, folded),
  });
}

/** Of one term, three numbers a section: which one, how often in its text, how often in its heading. */
type Postings = number[];

function postings(
  sections: readonly SearchChapter['sections'][number][],
  folded: readonly (readonly string[])[],
): Record<string, Uint8Array | Uint32Array> {
  const all = new Map<string, Postings>();
  const lengths = { title: new Uint32Array(sections.length), body: new Uint32Array(sections.length) };
  for (const [section, { blocks }] of sections.entries()) {
    for (const [at, { kind }] of blocks.entries()) {
      const isTitle = kind === 'heading';
      const terms = termsOf(folded[section]?.[at] ?? '');
      for (const term of terms) count(all, term, section, isTitle);
      const length = isTitle ? lengths.title : lengths.body;
      length[section] = (length[section] ?? 0) + terms.length;
    }
  }
  const sorted = Array.from(all).sort(([a], [b]) => (a < b ? -1 : 1));
  const isCjk = ([term]: readonly [string, Postings]): boolean =>
    isCjkCharacter(String.fromCodePoint(term.codePointAt(0) ?? 0));
  const [cjk, words] = [sorted.filter(isCjk), sorted.filter((entry) => !isCjk(entry))];
  return {
    'length.title': lengths.title,
    'length.body': lengths.body,
    ...dictionary(words, 'word'),
    ...dictionary(cjk, 'cjk'),
  };
}

function count(all: Map<string, Postings>, term: string, section: number, isTitle: boolean): void {
  let list = all.get(term);
  if (list === undefined) all.set(term, (list = []));
  if (list.at(-3) !== section) list.push(section, 0, 0);
  const at = list.length - (isTitle ? 1 : 2);
  list[at] = (list[at] ?? 0) + 1;
}

/** Sorted terms, each followed by a line end, and their postings as varints. */
function dictionary(
  entries: readonly (readonly [string, Postings])[],
  name: string,
): Record<string, Uint8Array | Uint32Array> {
  const bytes: number[] = [];
  const ends = new Uint32Array(entries.length);
  for (const [at, [, list]] of entries.entries()) {
    let before = 0;
    for (let next = 0; next < list.length; next += 3) {
      const [section = 0, inBody = 0, inTitle = 0] = list.slice(next, next + 3);
      pushVarint(bytes, section - before);
      // The lowest bit says whether a count for the heading follows.
      pushVarint(bytes, inBody * 2 + (inTitle > 0 ? 1 : 0));
      if (inTitle > 0) pushVarint(bytes, inTitle);
      before = section;
    }
    ends[at] = bytes.length;
  }
  return {
    ...packTexts([entries.map(([term]) => `${term}\n`).join('')], `${name}.terms`),
    [`${name}.postings`]: Uint8Array.from(bytes),
    [`${name}.postings.ends`]: ends,
  };
}
