/** What the palette leads to, from the book and the command registry. */
import { parseDeepLink } from '../../core/book/deep-link.ts';
import { headingPath } from '../../core/book/heading-path.ts';
import { flattenChapters, localized, pathToChapter } from '../../core/book/contents.ts';
import type {
  glossaryChapterId,
  BookManifest,
  ChapterEntry,
  FigureEntry,
  Localized,
  Term,
} from '../../core/book/model.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { PaletteItem } from '../features/palette/palette-item.ts';
import { en } from '../i18n/en.ts';
import { zh } from '../i18n/zh.ts';
import type { Command } from './commands/command.ts';
import type { Route } from './route.ts';

/** Among equally good matches: chapters, then headings (those of the open chapter first), terms, figures, commands. */
const weights = { chapter: 0, headingHere: 1, heading: 2, term: 3, figure: 4, command: 5 } as const;

/** As a value of its own: the module that exports it brings a schema library along. */
const glossaryChapter: typeof glossaryChapterId = 'glossary';

/** Commands are found by their names in either language. */
const commandNames = { zh: zh.commands, en: en.commands };

export interface BookItemsOptions {
  readonly manifest: BookManifest;
  /** Language of the text: names in it are shown, those in others are found as well. */
  readonly lang: string;
  readonly currentChapterId: string;
  readonly open: (route: Route) => void;
}

/** All chapters and headings, in the order of the book. */
export function bookItems(options: BookItemsOptions): PaletteItem[] {
  return flattenChapters(options.manifest.contents).flatMap((chapter) => [
    chapterItem(chapter, options),
    ...headingItems(chapter, options),
  ]);
}

function chapterItem(chapter: ChapterEntry, options: BookItemsOptions): PaletteItem {
  const { manifest } = options;
  const above = pathToChapter(manifest.contents, chapter.id).slice(0, -1);
  return {
    id: chapter.id,
    kind: 'chapter',
    ...namesOf(chapter.title, options),
    path: above.map((entry) => localized(entry.title, options.lang, manifest.languages)),
    trail: above.flatMap((entry) => Object.values(entry.title)),
    weight: weights.chapter,
    run: () => options.open({ chapterId: chapter.id }),
  };
}

function headingItems(chapter: ChapterEntry, options: BookItemsOptions): PaletteItem[] {
  const { manifest, lang } = options;
  const shownLang = chapter.languages.includes(lang) ? lang : (chapter.languages[0] ?? lang);
  const shown = chapter.headings[shownLang] ?? [];
  const above = pathToChapter(manifest.contents, chapter.id);
  const abovePath = above.map((entry) => localized(entry.title, lang, manifest.languages));
  const aboveTrail = above.flatMap((entry) => Object.values(entry.title));
  const titles = new Map<string, Record<string, string>>();
  for (const [language, headings] of Object.entries(chapter.headings)) {
    for (const { id, title } of headings) titles.set(id, { ...titles.get(id), [language]: title });
  }
  return shown.map((heading) => {
    const parents = headingPath(shown, heading.id).slice(0, -1);
    return {
      id: `${chapter.id}/${heading.id}`,
      kind: 'heading',
      ...namesOf(titles.get(heading.id) ?? { [shownLang]: heading.title }, options),
      path: [...abovePath, ...parents.map(({ title }) => title)],
      trail: [...aboveTrail, ...parents.flatMap(({ id, title }) => Object.values(titles.get(id) ?? { title }))],
      weight: chapter.id === options.currentChapterId ? weights.headingHere : weights.heading,
      run: () => options.open({ chapterId: chapter.id, targetId: heading.id }),
    };
  });
}

/** The place that an address of this book (`recto://…`) names: one of `places`, at the very block. */
export function addressItem(
  text: string,
  places: readonly PaletteItem[],
  { manifest, open }: BookItemsOptions,
): PaletteItem | undefined {
  const link = parseDeepLink(text);
  if (link?.bookId !== manifest.id) return undefined;
  const { chapterId, targetId } = link;
  const sectionId = targetId?.replace(/\.\d+$/, '');
  const place =
    places.find(({ id }) => id === `${chapterId}/${sectionId ?? ''}`) ?? places.find(({ id }) => id === chapterId);
  return place && { ...place, run: () => open({ chapterId, targetId }) };
}

/** The terms of the glossary, where the book has a chapter that shows them. */
export function termItems(terms: readonly Term[], options: BookItemsOptions): PaletteItem[] {
  const { manifest, lang } = options;
  const chapter = flattenChapters(manifest.contents).find(({ id }) => id === glossaryChapter);
  if (!chapter) return [];
  const path = [localized(chapter.title, lang, manifest.languages)];
  return terms.map((term) => {
    const { names, languages } = namesOf(term.names, options);
    const more: [string, string][] = [term.abbr, term.full].flatMap((name) =>
      name === undefined ? [] : [['en', name]],
    );
    for (const [language, aliases] of Object.entries(term.aliases)) {
      more.push(...aliases.map((alias): [string, string] => [language, alias]));
    }
    const fresh = more.filter(([, name]) => !names.includes(name));
    return {
      id: `term ${term.id}`,
      kind: 'term',
      names: [...names, ...fresh.map(([, name]) => name)],
      languages: [...languages, ...fresh.map(([language]) => language)],
      path,
      trail: Object.values(chapter.title),
      weight: weights.term,
      run: () => options.open({ chapterId: glossaryChapter, targetId: term.blockId }),
    };
  });
}

/** The figures by their titles. `headings` are the book's, which say where each one stands. */
export function figureItems(
  figures: readonly FigureEntry[],
  headings: readonly PaletteItem[],
  options: BookItemsOptions,
): PaletteItem[] {
  const byId = new Map(headings.map((item) => [item.id, item]));
  return figures.map(({ chapterId, sectionId, blockId, title }) => {
    const section = byId.get(`${chapterId}/${sectionId}`) ?? byId.get(chapterId);
    return {
      id: `figure ${blockId}`,
      kind: 'figure',
      ...namesOf(title, options),
      path: section ? [...section.path, ...section.names.slice(0, 1)] : [],
      trail: section ? [...section.trail, ...section.names] : [],
      weight: weights.figure,
      run: () => options.open({ chapterId, targetId: blockId }),
    };
  });
}

/** The commands that can run now. `keysOf` gives the keys of one as they are printed. */
export function commandItems(
  commands: readonly Command[],
  language: UiLanguage,
  keysOf: (command: Command) => readonly string[] | undefined,
): PaletteItem[] {
  const languages = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return commands
    .filter((command) => command.isAvailable())
    .map((command) => ({
      id: `command ${command.id}`,
      kind: 'command',
      names: languages.map((one) => commandNames[one][command.labelKey]),
      languages,
      path: [],
      trail: [],
      weight: weights.command,
      keys: keysOf(command),
      run: command.run,
    }));
}

/** The names with the shown one first, and their languages; a name that says the same again is left out. */
function namesOf(title: Localized, { lang, manifest }: BookItemsOptions): Pick<PaletteItem, 'names' | 'languages'> {
  const order = [lang, ...manifest.languages, ...Object.keys(title)];
  const found = new Map<string, string>();
  for (const language of order) {
    const name = title[language];
    if (name !== undefined && !found.has(name)) found.set(name, language);
  }
  return { names: [...found.keys()], languages: [...found.values()] };
}
