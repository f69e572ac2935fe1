/**
 * The compiler: a folder of Markdown in, a bundle and a report out. It runs when Recto is built and inside the app, so
 * it prints nothing, ends no process, and throws for nothing that is wrong with a book.
 */
import { findParting } from '../../core/book/align.ts';
import type { ChapterDraft } from '../../core/book/draft.ts';
import { finishChapter } from '../../core/book/finish-chapter.ts';
import { resolveLink, type LinkableChapter } from '../../core/book/links.ts';
import {
  bundleFormat,
  chapterPath,
  type BookManifest,
  type Chapter,
  type ContentsEntry,
  type Heading,
} from '../../core/book/model.ts';
import { parseChapter } from '../../core/book/parse-chapter.ts';
import { hasErrors, toReport, type Problem, type Report } from '../../core/book/report.ts';
import { openBookFolder, type BookFolder } from './book-folder.ts';
import { toCanonicalJson, writeBundle, type BundleFiles } from './bundle.ts';
import { finishFences } from './fences.ts';
import { createHighlighter } from './highlight.ts';
import { createImageStore } from './images.ts';
import { findGitbook, readGitbook } from './read-gitbook.ts';
import { readRectoBook, rectoContentsFile, type ReadBook } from './read-recto.ts';
import { sourceChapters, type SourceBook, type SourceChapter, type SourceEntry } from './source-book.ts';

export interface CompileOptions {
  /** Called as chapters are finished. */
  readonly onProgress?: ((progress: CompileProgress) => void) | undefined;
}

export interface CompileProgress {
  readonly done: number;
  readonly total: number;
  /** The chapter's file that was finished last. */
  readonly file: string;
}

export interface CompileStats {
  readonly chapters: number;
  readonly blocks: number;
  readonly figures: number;
  readonly pictures: number;
}

export interface CompileOutcome {
  /** True where the book can be used: for our own format, no errors; for other people's books, something to read. */
  readonly ok: boolean;
  readonly report: Report;
  /** There where `ok` is true. */
  readonly manifest?: BookManifest | undefined;
  readonly stats: CompileStats;
}

/** Compiles the book in folder `source` to a bundle at `target`. Writes nothing where the outcome is not ok. */
export async function compileBook(source: string, target: string, options: CompileOptions = {}): Promise<CompileOutcome> {
  const compiled = await compileToFiles(source, options);
  if (!compiled.ok) return compiled.outcome;
  const problem = await writeBundle(target, compiled.files);
  if (problem === undefined) return compiled.outcome;
  const report = toReport([...compiled.outcome.report, { severity: 'error', file: '', ...problem }]);
  return { ok: false, report, stats: compiled.outcome.stats };
}

/** Does all that `compileBook` does but writing. */
export async function checkBook(source: string, options: CompileOptions = {}): Promise<CompileOutcome> {
  return (await compileToFiles(source, options)).outcome;
}

type Compiled = { ok: true; files: BundleFiles; outcome: CompileOutcome } | { ok: false; outcome: CompileOutcome };

const nothing: CompileStats = { chapters: 0, blocks: 0, figures: 0, pictures: 0 };

async function compileToFiles(source: string, options: CompileOptions): Promise<Compiled> {
  const folder = await openBookFolder(source);
  if (folder === undefined) {
    return failed([{ severity: 'error', code: 'not-a-book', file: '', message: `There is no folder ${source}.` }]);
  }
  const { book, problems } = await readBook(folder);
  if (book === undefined) return failed(problems);
  return compileChapters(folder, book, problems, options);
}

function failed(problems: readonly Problem[], stats = nothing): Compiled {
  return { ok: false, outcome: { ok: false, report: toReport(problems), stats } };
}

async function readBook(folder: BookFolder): Promise<ReadBook> {
  if (await folder.has(rectoContentsFile)) return readRectoBook(folder);
  const gitbook = await findGitbook(folder);
  if (gitbook !== undefined) return readGitbook(folder, gitbook);
  const message = 'This folder is not a book: there is neither a book.yaml nor a SUMMARY.md in it.';
  return { book: undefined, problems: [{ severity: 'error', code: 'not-a-book', file: '', message }] };
}

async function compileChapters(
  folder: BookFolder,
  book: SourceBook,
  contentsProblems: readonly Problem[],
  options: CompileOptions,
): Promise<Compiled> {
  const problems = [...contentsProblems];
  const drafts = await readDrafts(folder, book, problems);
  checkAlignment(book, drafts, problems);
  const linkMap = { chapters: new Map(drafts.map((read) => [read.draft.file, linkable(read)])) };
  const images = createImageStore(folder);
  const highlighter = await createHighlighter();
  const chapters: Chapter[] = [];
  for (const { chapterId, draft } of drafts) {
    const origin = { dialect: book.dialect, file: draft.file, lang: draft.lang };
    await images.collect(draft, book.dialect);
    const fences = await finishFences(draft, book.dialect, highlighter);
    const finished = finishChapter(draft, {
      chapterId,
      dialect: book.dialect,
      image: (address) => images.find(draft.file, address),
      fence: fences.find,
      link: (href) => resolveLink(href, origin, linkMap),
    });
    problems.push(...draft.problems, ...fences.problems, ...finished.problems);
    chapters.push(finished.chapter);
    options.onProgress?.({ done: chapters.length, total: drafts.length, file: draft.file });
  }
  const report = toReport([...problems, ...images.problems]);
  const stats = countAll(chapters, images.assets.size);
  const contents = contentsTree(book.contents, book, drafts);
  if (chapters.length === 0 || (book.dialect === 'recto' && hasErrors(report))) return failed(report, stats);
  const manifest = toManifest(book, contents);
  return { ok: true, files: bundleFiles(manifest, chapters, images.assets), outcome: { ok: true, report, manifest, stats } };
}

interface ReadDraft {
  readonly chapterId: string;
  readonly draft: ChapterDraft;
}

async function readDrafts(folder: BookFolder, book: SourceBook, problems: Problem[]): Promise<ReadDraft[]> {
  const drafts: ReadDraft[] = [];
  for (const chapter of sourceChapters(book.contents)) {
    for (const [lang, file] of Object.entries(chapter.files)) {
      const text = await folder.readText(file);
      if (text.ok) {
        const title = chapter.title[lang] ?? chapter.id;
        const { dialect } = book;
        drafts.push({ chapterId: chapter.id, draft: parseChapter({ file, lang, markdown: text.value, dialect, title, chapterId: chapter.id }) });
      } else {
        problems.push(missingChapter(book, chapter, lang, text.failure));
      }
    }
  }
  return drafts;
}

function missingChapter(
  book: SourceBook,
  chapter: SourceChapter,
  lang: string,
  failure: { code: string; message: string },
): Problem {
  const isSource = lang === book.languages[0];
  const code = failure.code !== 'not-found' ? 'file-unreadable' : isSource ? 'chapter-missing' : 'translation-missing';
  const message = `Chapter “${chapter.id}”: ${failure.message}`;
  return { severity: 'error', code, file: book.contentsFile, line: chapter.line, message };
}

function checkAlignment(book: SourceBook, drafts: readonly ReadDraft[], problems: Problem[]): void {
  const [sourceLanguage] = book.languages;
  for (const { chapterId, draft } of drafts) {
    if (draft.lang === sourceLanguage) continue;
    const source = drafts.find((other) => other.chapterId === chapterId && other.draft.lang === sourceLanguage);
    const problem = source === undefined ? undefined : findParting(source.draft, draft);
    if (problem !== undefined) problems.push(problem);
  }
}

function linkable({ chapterId, draft }: ReadDraft): LinkableChapter {
  return { chapterId, lang: draft.lang, sectionIds: new Set(draft.sections.map((section) => section.id)) };
}

function contentsTree(entries: readonly SourceEntry[], book: SourceBook, drafts: readonly ReadDraft[]): ContentsEntry[] {
  return entries.flatMap((entry): ContentsEntry[] => {
    const children = contentsTree(entry.children, book, drafts);
    if (entry.kind === 'part') return [{ kind: 'part', id: entry.id, title: entry.title, children }];
    const own = drafts.filter((read) => read.chapterId === entry.id).map((read) => read.draft);
    // A chapter without a text is no chapter; what hangs below it still is.
    if (own.length === 0) return children;
    const headings = Object.fromEntries(own.map((draft) => [draft.lang, headingsOf(draft)]));
    const page = entry.page === undefined ? {} : { page: entry.page };
    const languages = own.map((draft) => draft.lang);
    return [{ kind: 'chapter', id: entry.id, title: entry.title, ...page, languages, headings, children }];
  });
}

function headingsOf(draft: ChapterDraft): Heading[] {
  return draft.sections.slice(1).map(({ id, depth, title }) => ({ id, depth, title }));
}

function toManifest(book: SourceBook, contents: ContentsEntry[]): BookManifest {
  const { id, edition, title, languages, license, attribution } = book;
  return {
    format: bundleFormat,
    id,
    edition,
    title,
    languages: [...languages],
    ...(license === undefined ? {} : { license }),
    ...(attribution === undefined ? {} : { attribution }),
    contents,
  };
}

function bundleFiles(manifest: BookManifest, chapters: readonly Chapter[], assets: BundleFiles): BundleFiles {
  const files = new Map<string, Buffer>([['book.json', toCanonicalJson(manifest)]]);
  for (const chapter of chapters) files.set(chapterPath(chapter.lang, chapter.id), toCanonicalJson(chapter));
  for (const [name, bytes] of assets) files.set(`assets/${name}`, bytes);
  return files;
}

function countAll(chapters: readonly Chapter[], pictures: number): CompileStats {
  const blocks = chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.blocks));
  const figures = blocks.filter((block) => block.kind === 'figure').length;
  return { chapters: chapters.length, blocks: blocks.length, figures, pictures };
}
