/** One opened book: its chapters and pictures. */
import { join } from 'node:path';
import { flattenChapters } from '../../../core/book/contents.ts';
import {
  bookIndexPath,
  bookIndexSchema,
  chapterPath,
  chapterSchema,
  glossaryPath,
  glossarySchema,
  type BookManifest,
  type Chapter,
  type Figures,
  type Glossary,
} from '../../../core/book/model.ts';
import { failure, success, type Result } from '../../../core/contract/result.ts';
import { resolveFile, type StaticFile } from '../static-files.ts';
import { openBundle, type Bundle } from './bundle.ts';

/** Folders of a bundle that hold files for the page; the page asks for them by address. */
export const bookFileFolders = ['assets', 'search'] as const;
export type BookFileFolder = (typeof bookFileFolders)[number];

export interface Book {
  readonly manifest: BookManifest;
  /** Fails with not-found, book-damaged. */
  readonly chapter: (chapterId: string, lang: string) => Promise<Result<Chapter>>;
  /** No terms for a book without a glossary. Fails with book-damaged. */
  readonly glossary: () => Promise<Result<Glossary>>;
  /** No figures for a book without a list of them. Fails with book-damaged. */
  readonly figures: () => Promise<Result<Figures>>;
  /** A picture by its name in `assets/`, an index by its name in `search/`. Fails with not-found, book-damaged. */
  readonly file: (folder: BookFileFolder, name: string) => Promise<Result<StaticFile>>;
}

/** Chapters kept in memory. A reader goes back and forth among a few; a chapter is some 100 KB. */
const chaptersKept = 24;

/** Opens the book in a bundle folder. Fails with book-missing, book-damaged. */
export async function openBook(folder: string): Promise<Result<Book>> {
  const bundle = await openBundle(folder);
  if (!bundle.ok) return bundle;
  const { manifest } = bundle.value;
  return success({
    manifest,
    chapter: chapterReader(bundle.value),
    glossary: () => readGlossary(bundle.value),
    figures: () => readFigures(bundle.value),
    file: fileFinder(bundle.value),
  });
}

/** Not kept: the page asks once. */
async function readGlossary(bundle: Bundle): Promise<Result<Glossary>> {
  return bundle.has(glossaryPath) ? bundle.readJson(glossaryPath, glossarySchema) : success({ terms: [] });
}

/** Not kept: the page asks when the palette opens. */
async function readFigures(bundle: Bundle): Promise<Result<Figures>> {
  if (!bundle.has(bookIndexPath)) return success({ figures: [] });
  const index = await bundle.readJson(bookIndexPath, bookIndexSchema);
  return index.ok ? success({ figures: index.value.figures }) : index;
}

function chapterReader(bundle: Bundle): Book['chapter'] {
  const languages = new Map(flattenChapters(bundle.manifest.contents).map(({ id, languages }) => [id, languages]));
  const read = new Map<string, Chapter>();
  return async (chapterId, lang) => {
    if (!languages.get(chapterId)?.includes(lang)) return failure('not-found', { what: `${chapterId} (${lang})` });
    const path = chapterPath(lang, chapterId);
    const known = read.get(path);
    if (known !== undefined) return success(known);
    const chapter = await bundle.readJson(path, chapterSchema);
    if (!chapter.ok) {
      // The contents name it and the bundle does not have it.
      const { code } = chapter.error;
      return code === 'not-found' ? failure('book-damaged', { file: join(bundle.folder, path) }) : chapter;
    }
    read.set(path, chapter.value);
    const oldest = read.keys().next();
    if (read.size > chaptersKept && !oldest.done) read.delete(oldest.value);
    return chapter;
  };
}

function fileFinder(bundle: Bundle): Book['file'] {
  const checked = new Set<string>();
  return async (folder, name) => {
    const path = `${folder}/${name}`;
    if (!bundle.has(path)) return failure('not-found', { what: path });
    const file = await resolveFile(bundle.folder, `/${folder}/${encodeURIComponent(name)}`);
    if (!file.ok) return failure('book-damaged', { file: join(bundle.folder, path) });
    if (!checked.has(path)) {
      const content = await bundle.read(path);
      if (!content.ok) return content;
      checked.add(path);
    }
    return file;
  };
}
