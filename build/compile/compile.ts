/**
 * The compiler: a folder of Markdown in, a bundle and a report out. It runs when Recto is built and inside the app, so
 * it prints nothing, ends no process, and throws for nothing that is wrong with a book.
 */
import { flattenChapters } from '../../core/book/contents.ts';
import { finishChapter } from '../../core/book/finish-chapter.ts';
import { resolveLink } from '../../core/book/links.ts';
import { chapterPath, type BookManifest, type Chapter } from '../../core/book/model.ts';
import { chapterTimes } from '../../core/book/reading-time.ts';
import { hasErrors, toReport, type Problem, type Report } from '../../core/book/report.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';
import { openBookFolder, type BookFolder } from './book-folder.ts';
import { toCanonicalJson, writeBundle, type BundleFiles } from './bundle.ts';
import { finishFences } from './fences.ts';
import { generateChapters } from './generate.ts';
import { checkOwnRules, type Care } from './own-rules.ts';
import { createHighlighter } from './highlight.ts';
import { createImageStore } from './images.ts';
import { toManifest } from './manifest.ts';
import { orTooDeep, readDrafts, toLinkMap, type ReadDraft } from './read-drafts.ts';
import { readGlossary, type ReadGlossary } from './read-glossary.ts';
import { findGitbook, readGitbook } from './read-gitbook.ts';
import { readRectoBook, rectoContentsFile, type ReadBook } from './read-recto.ts';
import { checkReviews, type ReviewRow } from './review.ts';
import { searchFiles } from './search-data.ts';
import type { SourceBook } from './source-book.ts';

export interface CompileOptions {
  /** Called when a chapter is finished. */
  readonly onProgress?: ((progress: CompileProgress) => void) | undefined;
  /** Called before a chapter is parsed, and before it is finished: whoever limits the time knows what takes it. */
  readonly onChapter?: ((file: string) => void) | undefined;
  /** Chapter files whose Markdown is shown as it is written: reading it takes too long. */
  readonly plainFiles?: ReadonlySet<string> | undefined;
  /** The id of the bundle, where it is not to be that of the book. */
  readonly idOf?: ((manifest: BookManifest) => string) | undefined;
}

export interface CompileProgress {
  /** Chapter files, counted once per language. */
  readonly done: number;
  readonly total: number;
  /** The file that was finished last, relative to the book's folder. */
  readonly file: string;
}

export interface CompileStats {
  /** Chapters of the contents tree, however many languages they have. */
  readonly chapters: number;
  /** Blocks and figures of all languages together. */
  readonly blocks: number;
  readonly figures: number;
  /** Picture files in the bundle. */
  readonly pictures: number;
}

export interface CompileOutcome {
  /** True where the book can be used: for our own format, no errors; for other people's books, something to read. */
  readonly ok: boolean;
  readonly report: Report;
  /** There where `ok` is true. */
  readonly manifest?: BookManifest | undefined;
  readonly stats: CompileStats;
  /** What the chapters were compared with, in reading order; only from `checkBook`, of a book that has reviews. */
  readonly reviews?: readonly ReviewRow[] | undefined;
}

/**
 * Compiles the book in `source` (a folder, or one that is open already) to a bundle at `target`, which may depend on what the
 * book is, replacing a bundle that stands there. Writes nothing where the outcome is not ok.
 */
export async function compileBook(
  source: string | BookFolder,
  target: string | ((manifest: BookManifest) => string),
  options: CompileOptions = {},
): Promise<CompileOutcome> {
  const { outcome, files } = await compileToFiles(source, options, 'usual');
  const { ok, manifest } = outcome;
  if (!ok || manifest === undefined) return outcome;
  const problem = await writeBundle(typeof target === 'string' ? target : target(manifest), files);
  if (problem === undefined) return outcome;
  const report = toReport([...outcome.report, { severity: 'error', file: '', ...problem }]);
  return { ok: false, report, stats: outcome.stats };
}

/** Does all that `compileBook` does but writing, and reads the shell code of a book in our own format with bash. */
export async function checkBook(source: string | BookFolder, options: CompileOptions = {}): Promise<CompileOutcome> {
  return (await compileToFiles(source, options, 'thorough')).outcome;
}

interface Compiled {
  readonly outcome: CompileOutcome;
  readonly files: BundleFiles;
}

async function compileToFiles(source: string | BookFolder, options: CompileOptions, care: Care): Promise<Compiled> {
  const path = typeof source === 'string' ? source : source.root;
  const folder = typeof source === 'string' ? await openBookFolder(source) : source;
  if (folder === undefined) return unusable(say('folder-missing', { path }));
  const { book, problems } = await readBook(folder);
  if (book === undefined) return failed(problems);
  return compileChapters(folder, book, problems, options, care);
}

async function readBook(folder: BookFolder): Promise<ReadBook> {
  if (await folder.has(rectoContentsFile)) return readRectoBook(folder);
  const gitbook = await findGitbook(folder);
  if (gitbook !== undefined) return readGitbook(folder, gitbook);
  return { book: undefined, problems: [notABook(say('no-book-here'))] };
}

function notABook(message: Sentence): Problem {
  return { severity: 'error', code: 'not-a-book', file: '', message };
}

function unusable(message: Sentence): Compiled {
  return failed([notABook(message)]);
}

function failed(problems: readonly Problem[]): Compiled {
  const stats = { chapters: 0, blocks: 0, figures: 0, pictures: 0 };
  return { outcome: { ok: false, report: toReport(problems), stats }, files: new Map() };
}

async function compileChapters(
  folder: BookFolder,
  book: SourceBook,
  contentsProblems: readonly Problem[],
  options: CompileOptions,
  care: Care,
): Promise<Compiled> {
  const problems = [...contentsProblems];
  const { glossary, problems: glossaryProblems } =
    book.dialect === 'recto' ? await readGlossary(folder, book.languages) : noGlossary;
  problems.push(...glossaryProblems);
  const written = await readDrafts(folder, book, problems, options);
  if (book.dialect === 'recto') problems.push(...(await checkOwnRules(book, written, glossary, care)));
  const reviews = care === 'thorough' && book.reviewed ? await checkReviews(folder, book, written) : undefined;
  problems.push(...(reviews?.problems ?? []));
  const generated = generateChapters(book, written, glossary, problems);
  const drafts = [...written, ...generated.drafts];
  const { chapters, assets } = await finishChapters(folder, book, drafts, problems, options);
  const found = toManifest(
    book,
    drafts.filter(({ draft }) => chapters.has(draft.file)),
    (file) => Math.round(10 * chapterMinutes(chapters.get(file))) / 10,
  );
  const manifest = options.idOf === undefined ? found : { ...found, id: options.idOf(found) };
  const report = toReport(problems);
  const stats = countAll(manifest, [...chapters.values()], assets.size);
  if (chapters.size === 0 && !hasErrors(report)) return unusable(say('no-chapters'));
  if (chapters.size === 0 || (book.dialect === 'recto' && hasErrors(report))) {
    return { outcome: { ok: false, report, stats, reviews: reviews?.rows }, files: new Map() };
  }
  return {
    outcome: { ok: true, report, manifest, stats, reviews: reviews?.rows },
    files: new Map([
      ...bundleFiles(manifest, [...chapters.values()], assets),
      ...generated.files,
      ...searchFiles(manifest, [...chapters.values()], generated.terms),
    ]),
  };
}

function chapterMinutes(chapter: Chapter | undefined): number {
  return (chapter && chapterTimes(chapter).minutesFrom[0]) ?? 0;
}

const noGlossary: ReadGlossary = { glossary: undefined, problems: [] };

/** Chapters by source file, in reading order. */
async function finishChapters(
  folder: BookFolder,
  book: SourceBook,
  drafts: readonly ReadDraft[],
  problems: Problem[],
  options: CompileOptions,
): Promise<{ chapters: Map<string, Chapter>; assets: BundleFiles }> {
  const { dialect } = book;
  const linkMap = toLinkMap(drafts);
  const images = createImageStore(folder);
  const highlighter = await createHighlighter();
  const chapters = new Map<string, Chapter>();
  let done = 0;
  try {
    for (const { chapterId, draft } of drafts) {
      const { file, lang } = draft;
      options.onChapter?.(file);
      await images.collect(draft, dialect);
      const fences = await finishFences(draft, dialect, highlighter);
      const link = (href: string): ReturnType<typeof resolveLink> =>
        resolveLink(href, { dialect, file, lang }, linkMap);
      const image = (address: string): ReturnType<typeof images.find> => images.find(file, address);
      const parts = { chapterId, dialect, image, fence: fences.find, link };
      const finished = orTooDeep(file, problems, () => finishChapter(draft, parts));
      problems.push(...draft.problems, ...fences.problems, ...(finished?.problems ?? []));
      if (finished !== undefined) chapters.set(file, finished.chapter);
      options.onProgress?.({ done: ++done, total: drafts.length, file });
    }
  } finally {
    highlighter.close();
  }
  problems.push(...images.problems);
  return { chapters, assets: images.assets };
}

function bundleFiles(manifest: BookManifest, chapters: readonly Chapter[], assets: BundleFiles): BundleFiles {
  const files = new Map<string, Buffer>([['book.json', toCanonicalJson(manifest)]]);
  for (const chapter of chapters) files.set(chapterPath(chapter.lang, chapter.id), toCanonicalJson(chapter));
  for (const [name, bytes] of assets) files.set(`assets/${name}`, bytes);
  return files;
}

function countAll(manifest: BookManifest, texts: readonly Chapter[], pictures: number): CompileStats {
  const blocks = texts.flatMap((chapter) => chapter.sections.flatMap((section) => section.blocks));
  const figures = blocks.filter((block) => block.kind === 'figure').length;
  return { chapters: flattenChapters(manifest.contents).length, blocks: blocks.length, figures, pictures };
}
