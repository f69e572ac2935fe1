/** A book as EPUB 3.3: from its bundle to the files in the archive. The same book, choice and notes give the same bytes. */
import type { ElementContent } from 'hast';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { flattenChapters, localized } from '../book/contents.ts';
import { element, isElement, parseFragment, textNode } from '../book/hast.ts';
import { glossaryChapterId, type BookManifest, type Chapter, type ContentsEntry } from '../book/model.ts';
import { oneLanguage, pairBlocks } from '../book/pair-blocks.ts';
import { sanitizeTree } from '../book/sanitize.ts';
import type { PlacedMark } from '../contract/marks.ts';
import { noteHtml } from '../marks/note-html.ts';
import { chapterMarks, otherNotes } from '../paper/chapter-marks.ts';
import type { PaperMarks } from '../paper/choice.ts';
import { paperWords } from '../paper/words.ts';
import { chapterBody, type ChapterSource } from './chapter.ts';
import { noteItems } from './notes.ts';
import { containerXml, navBody, packageDocument, type NavEntry, type PackageItem } from './package.ts';
import { epubStyle } from './style.ts';
import { withLang, xhtmlDocument } from './xhtml.ts';

export interface EpubPicture {
  readonly bytes: Uint8Array;
  /** A media type that every reading system knows: PNG, JPEG, GIF, SVG or WebP. */
  readonly mediaType: string;
}

export interface EpubSource {
  readonly manifest: BookManifest;
  /** The main language first; one or two of the book's. */
  readonly langs: readonly [string, string?];
  /** By id, each in the languages of `langs` that it has, else in another one. */
  readonly chapters: ReadonlyMap<string, readonly [Chapter, Chapter?]>;
  /** Pictures by their names in the bundle; what is not here shows its description. */
  readonly pictures: ReadonlyMap<string, EpubPicture>;
  readonly marks: PaperMarks;
  readonly notes: readonly PlacedMark[];
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
};

/** Names of the pictures that a chapter shows. */
export function picturesIn({ sections }: Pick<Chapter, 'sections'>): string[] {
  const html = sections.flatMap(({ blocks }) => blocks.map((block) => block.html)).join('\n');
  return [...html.matchAll(/\ssrc="assets\/([\w.-]+)"/g)].flatMap(([, name]) => name ?? []);
}

/** The bytes of the EPUB. */
export function buildEpub(source: EpubSource): Uint8Array {
  const { manifest, langs, chapters, pictures, marks, notes } = source;
  const [lang] = langs;
  const words = paperWords(lang);
  const order = flattenChapters(manifest.contents).filter(({ id }) => chapters.has(id));
  const documents = new Map(order.map(({ id }, at) => [id, `chapter-${String(at + 1).padStart(3, '0')}.xhtml`]));
  const ids = new Map(order.map(({ id }) => [id, idsOf(chapters.get(id) ?? [])]));
  const title = localized(manifest.title, lang, manifest.languages);
  const files = new Map<string, string | Uint8Array>();
  const items: PackageItem[] = [];
  const taken = new Map<string, string>();

  const addDocument = (
    name: string,
    docLang: string,
    docTitle: string,
    body: readonly ElementContent[],
    type?: string,
  ) => {
    const text = xhtmlDocument(docLang, docTitle, body, type);
    files.set(`EPUB/${name}`, text);
    const properties = name === 'nav.xhtml' ? 'nav' : text.includes('<svg') ? 'svg' : undefined;
    const mediaType = 'application/xhtml+xml';
    items.push({ id: name.replace('.xhtml', ''), href: name, mediaType, properties, inSpine: true });
  };
  /** The address of a place, from the document of `from`. */
  const hrefFrom = (from: string | undefined) => (chapterId: string, targetId: string | undefined) => {
    const document = documents.get(chapterId);
    if (document === undefined) return undefined;
    const id = targetId === undefined ? undefined : ids.get(chapterId)?.get(targetId);
    if (id === undefined) return document;
    return chapterId === from ? `#${id}` : `${document}#${id}`;
  };
  const noteTree = (from: string | undefined) => (markdown: string) => {
    const hrefOf = hrefFrom(from);
    const html = noteHtml(markdown, manifest.id, ({ chapterId, targetId }) => hrefOf(chapterId, targetId) ?? '');
    return sanitizeTree(parseFragment(html)).children.filter((child) => isElement(child));
  };

  addDocument('title.xhtml', lang, title, titleBody(source, words), 'titlepage');
  addDocument('nav.xhtml', lang, words.contents, [
    ...navBody(words.contents, navEntries(manifest.contents, source, hrefFrom(undefined)), [
      { type: 'toc', title: words.contents, href: '#toc' },
      ...(order[0] ? [{ type: 'bodymatter', title: words.start, href: documents.get(order[0].id) ?? '' }] : []),
      ...(documents.has(glossaryChapterId)
        ? [
            {
              type: 'glossary',
              title: titleOf(glossaryChapterId, source),
              href: documents.get(glossaryChapterId) ?? '',
            },
          ]
        : []),
    ]),
  ]);
  for (const { id } of order) {
    const [main, translation] = chapters.get(id) ?? [];
    if (!main) continue;
    const sections = translation ? pairBlocks(main, translation) : oneLanguage(main);
    const blockIds = sections.flatMap(({ pairs }) => pairs.map((pair) => pair.id));
    const chapterLangs = translation ? ([main.lang, translation.lang] as const) : ([main.lang] as const);
    const chapter: ChapterSource = {
      id,
      langs: chapterLangs,
      sections,
      marks: chapterMarks(notes, id, blockIds, chapterLangs, marks),
    };
    let drawing = 0;
    const body = chapterBody(chapter, {
      words,
      hrefOf: hrefFrom(id),
      imageOf: (name) => {
        const picture = pictures.get(name);
        const extension = picture && extensions[picture.mediaType];
        if (extension === undefined) return undefined;
        const path = taken.get(name) ?? `images/${String(taken.size + 1)}.${extension}`;
        taken.set(name, path);
        return path;
      },
      nextDrawing: () => (drawing += 1),
      idOf: (targetId) => ids.get(id)?.get(targetId) ?? 'top',
      noteTree: noteTree(id),
    });
    addDocument(documents.get(id) ?? '', main.lang, main.title, body, 'bodymatter');
  }
  const others = (['book', 'lost'] as const).flatMap((kind) => {
    const list = otherNotes(notes, kind, marks);
    if (list.length === 0) return [];
    const heading = kind === 'book' ? words.notesOnBook : words.notesLost;
    const content = element('ol', { className: ['notes'] }, noteItems(list, words, noteTree(undefined)));
    return [element('section', {}, [element('h1', {}, [textNode(heading)]), content])];
  });
  if (others.length > 0) addDocument('notes.xhtml', lang, words.notes, others, 'backmatter');

  files.set('EPUB/style.css', epubStyle);
  items.push({ id: 'style', href: 'style.css', mediaType: 'text/css' });
  for (const [name, path] of taken) {
    const picture = pictures.get(name);
    if (!picture) continue;
    files.set(`EPUB/${path}`, picture.bytes);
    items.push({ id: `image-${path.replace(/\D+/g, '')}`, href: path, mediaType: picture.mediaType });
  }
  const known = langs.filter((one) => one !== undefined);
  files.set(
    'EPUB/package.opf',
    packageDocument({
      identifier: `urn:recto:${manifest.id}:${known.join('+')}`,
      title: known.map((one) => localized(manifest.title, one, manifest.languages)).join(' · '),
      langs: [lang, ...known.slice(1)],
      rights: manifest.license,
      description: manifest.attribution && localized(manifest.attribution, lang, manifest.languages),
      modified: modifiedAt(manifest, marks === 'none' ? [] : notes),
      hasPictures:
        taken.size > 0 || [...files.values()].some((file) => typeof file === 'string' && file.includes('<svg')),
      summary: words.accessibility,
      items,
    }),
  );
  return pack(files);
}

/** Ids in a chapter's document: in ASCII, whatever the book's ids are made of. */
function idsOf(chapters: readonly (Chapter | undefined)[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const chapter of chapters) {
    for (const section of chapter?.sections ?? []) {
      if (!ids.has(section.id)) ids.set(section.id, `s${String(ids.size + 1)}`);
      for (const block of section.blocks) if (!ids.has(block.id)) ids.set(block.id, `b${String(ids.size + 1)}`);
    }
  }
  return ids;
}

function titleOf(chapterId: string, { manifest, langs }: EpubSource): string {
  const entry = flattenChapters(manifest.contents).find(({ id }) => id === chapterId);
  return localized(entry?.title ?? {}, langs[0], manifest.languages);
}

function titleBody({ manifest, langs }: EpubSource, words: ReturnType<typeof paperWords>): ElementContent[] {
  const known = langs.filter((one) => one !== undefined);
  const titles = known.map((one, at) => {
    const text = textNode(localized(manifest.title, one, manifest.languages));
    return withLang(element(at === 0 ? 'h1' : 'p', { className: [at === 0 ? 'title' : 'subtitle'] }, [text]), one);
  });
  const facts = [
    words.edition(manifest.edition),
    ...(manifest.license === undefined ? [] : [words.license(manifest.license)]),
  ];
  const { attribution } = manifest;
  const imprint = [
    ...facts.map((fact) => element('p', {}, [textNode(fact)])),
    ...(attribution
      ? known.map((one) => withLang(element('p', {}, [textNode(localized(attribution, one, manifest.languages))]), one))
      : []),
  ];
  return [element('section', {}, [...titles, element('div', { className: ['imprint'] }, imprint)])];
}

/** Headings below the title's that the contents show. */
const deepestHeading = 3;

function navEntries(
  entries: readonly ContentsEntry[],
  source: EpubSource,
  hrefOf: (chapterId: string, targetId: string | undefined) => string | undefined,
): NavEntry[] {
  const { manifest, langs, chapters } = source;
  const [lang] = langs;
  return entries.flatMap((entry): NavEntry[] => {
    const title = localized(entry.title, lang, manifest.languages);
    const below = navEntries(entry.children, source, hrefOf);
    if (entry.kind === 'part') return below.length === 0 ? [] : [{ title, href: undefined, children: below }];
    const [main] = chapters.get(entry.id) ?? [];
    if (!main) return below;
    const headings: (NavEntry & { children: NavEntry[] })[] = [];
    for (const { id, depth, title: heading } of main.sections.slice(1)) {
      if (depth > deepestHeading) continue;
      const item = { title: heading, href: hrefOf(entry.id, id), children: [] };
      const parent = headings.at(-1);
      if (depth > 2 && parent) parent.children.push(item);
      else headings.push(item);
    }
    return [{ title, href: hrefOf(entry.id, undefined), children: [...headings, ...below] }];
  });
}

/** The last change of a note in it; of a book without notes the beginning of its edition's year, as far as it says one. */
function modifiedAt({ edition }: BookManifest, notes: readonly PlacedMark[]): string {
  const year = /\b(?:19|20)\d\d\b/.exec(edition)?.[0] ?? '2000';
  const beginning = Date.parse(`${year}-01-01T00:00:00Z`);
  const last = notes.reduce((latest, { modifiedAt: at }) => Math.max(latest, at), beginning);
  return new Date(last).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A fixed time in the archive, by the clock on the wall: it is written as it stands. */
const entryDate = new Date(1980, 0, 1);

function pack(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  // The type comes first and is stored as it is: so it can be told without unpacking.
  const entries: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(containerXml),
  };
  for (const [path, content] of files) {
    // Pictures are compressed already.
    entries[path] = typeof content === 'string' ? strToU8(content) : [content, { level: 0 }];
  }
  return zipSync(entries, { mtime: entryDate });
}
