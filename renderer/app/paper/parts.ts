/** What stands on paper around the text: title page, contents, the reader's notes. */
import { flattenChapters, localized } from '../../../core/book/contents.ts';
import type { BookManifest, ContentsEntry } from '../../../core/book/model.ts';
import type { PaperNote } from '../../../core/paper/chapter-marks.ts';
import type { PaperWords } from '../../../core/paper/words.ts';
import { fillWith, sanitiseNote } from '../../html/sanitise.ts';
import { settleLink } from './block.ts';
import { make } from './dom.ts';
import type { PaperIds } from './ids.ts';
import type { NoteIds } from './paint-marks.ts';

export interface PartContext {
  readonly manifest: BookManifest;
  /** Languages of the text, the main one first. */
  readonly langs: readonly [string, ...string[]];
  readonly words: PaperWords;
  readonly ids: PaperIds;
  /** Ids of the chapters that are printed. */
  readonly printed: ReadonlySet<string>;
}

/** Title, edition and licence; `count` chapters follow. */
export function titlePage({ manifest, langs, words }: PartContext, count: number): HTMLElement {
  const [lang, ...others] = langs;
  const titles = [lang, ...others].map((one, at) =>
    make('p', { class: at === 0 ? 'paper-title' : 'paper-subtitle', lang: one }, titleOf(manifest, one)),
  );
  const all = flattenChapters(manifest.contents).length;
  const facts = [
    ...(count < all ? [words.part(count, all)] : []),
    words.edition(manifest.edition),
    ...(manifest.license === undefined ? [] : [words.license(manifest.license)]),
  ];
  return make(
    'section',
    { class: 'paper-front', lang },
    make('div', {}, ...titles),
    make(
      'div',
      { class: 'paper-imprint' },
      ...facts.map((fact) => make('p', {}, fact)),
      ...(manifest.attribution
        ? langs.map((one) => make('p', { lang: one }, localized(manifest.attribution ?? {}, one, manifest.languages)))
        : []),
    ),
  );
}

function titleOf({ title, languages }: BookManifest, lang: string): string {
  return localized(title, lang, languages);
}

/** Books of so few chapters show the chapters' headings in the contents. */
const fewChapters = 6;

/** The contents as links; no numbers of pages, which nothing on paper could know. */
export function contentsPage(context: PartContext, entries: readonly ContentsEntry[]): HTMLElement {
  const { langs, words } = context;
  const detailed = flattenChapters(entries).length <= fewChapters;
  return make(
    'section',
    { class: 'paper-contents', lang: langs[0], 'data-langs': String(langs.length) },
    make('h2', { 'aria-level': '1' }, words.contents),
    contentsList(context, entries, detailed),
  );
}

function contentsList(context: PartContext, entries: readonly ContentsEntry[], detailed: boolean): HTMLElement {
  const { langs, ids, manifest } = context;
  const [lang] = langs;
  const items = entries.map((entry) => {
    const titles = langs.map((one) => localized(entry.title, one, manifest.languages));
    const title = [...new Set(titles)].join(' · ');
    const headings = entry.kind === 'chapter' && detailed ? (entry.headings[lang] ?? []) : [];
    const below = headings.filter(({ depth }) => depth === 2);
    return make(
      'li',
      { 'data-kind': entry.kind },
      entry.kind === 'part' ? make('span', {}, title) : make('a', { href: `#${ids.of(entry.id)}` }, title),
      ...(below.length === 0
        ? []
        : [
            make(
              'ul',
              {},
              ...below.map((heading) =>
                make('li', {}, make('a', { href: `#${ids.of(entry.id, heading.id)}` }, heading.title)),
              ),
            ),
          ]),
      ...(entry.children.length === 0 ? [] : [contentsList(context, entry.children, detailed)]),
    );
  });
  return make('ul', {}, ...items);
}

export interface NoteListOptions {
  readonly title: string;
  /** Level of its heading in the contents of the whole. */
  readonly level: number;
  /** Undefined for notes that nothing in the text refers to. */
  readonly noteIds: NoteIds | undefined;
  readonly htmlOf: (markdown: string) => string;
}

/** Notes, numbered, each with the words it is about. */
export function noteList(
  context: PartContext,
  notes: readonly PaperNote[],
  { title, level, noteIds, htmlOf }: NoteListOptions,
): HTMLElement {
  const { langs, words } = context;
  const items = notes.map(({ number, mark, quote }) => {
    const { label, body, tags, state, color } = mark;
    const facts = [...(state === null ? [] : [words.states[state]]), ...tags.map((tag) => `#${tag}`)].join(' · ');
    const text = make('div', { class: 'paper-note-text' });
    fillWith(text, sanitiseNote(htmlOf(body ?? '')));
    for (const link of text.querySelectorAll('a[href]')) settleLink(link, context);
    return make(
      'li',
      { id: noteIds?.note(number), value: String(number) },
      ...(quote === ''
        ? []
        : [make('p', { class: 'paper-quote', 'data-color': color ?? 'yellow', lang: mark.anchor?.lang }, quote)]),
      ...(label === null || label.trim() === '' ? [] : [make('p', {}, make('strong', {}, label))]),
      text,
      ...(facts === '' ? [] : [make('p', { class: 'paper-facts' }, facts)]),
      ...(noteIds
        ? [make('a', { class: 'paper-back', href: `#${noteIds.reference(number)}`, 'aria-label': words.back }, '↑')]
        : []),
    );
  });
  return make(
    'section',
    { class: 'paper-notes prose', lang: langs[0] },
    make('h2', { 'aria-level': String(level) }, title),
    make('ol', {}, ...items),
  );
}
