/** GitBook, HonKit and mdBook folders: `book.json` or `book.toml`, and `SUMMARY.md`. Nothing in them is run, whatever they bring along. */
import { basename, posix } from 'node:path';
import { z } from 'zod';
import { resolvePath } from '../../core/book/links.ts';
import type { Problem } from '../../core/book/report.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';
import { chapterIdFromPath, createUniqueIds, slugify, type UniqueIds } from '../../core/book/slug.ts';
import type { BookFolder } from './book-folder.ts';
import type { ReadBook } from './read-recto.ts';
import type { SourceChapter, SourceEntry } from './source-book.ts';
import { readBookToml } from './book-toml.ts';
import { parseMdbookSummary, parseSummary, type SummaryEntry } from './summary.ts';

/** What we use of `book.json`; the rest (plugins, styles) is for other tools. A field of the wrong type is not used. */
const bookJson = z.object({
  title: z.string().optional().catch(undefined),
  author: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  root: z.string().optional().catch(undefined),
  structure: z
    .object({ readme: z.string().optional().catch(undefined), summary: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
type BookJson = z.infer<typeof bookJson>;

export interface GitbookLayout {
  /** Whether it is a book of mdBook, whose chapters are numbered unless it says otherwise. */
  readonly mdbook: 'no' | 'numbered' | 'unnumbered';
  readonly config: BookJson;
  readonly summaryFile: string;
  readonly readmeFile: string;
  readonly problems: readonly Problem[];
}

/** Where a GitBook folder keeps its contents; undefined where there is no SUMMARY.md. */
export async function findGitbook(folder: BookFolder): Promise<GitbookLayout | undefined> {
  const problems: Problem[] = [];
  const mdbook = await findMdbook(folder);
  if (mdbook !== undefined) return mdbook;
  const config = await readConfig(folder, problems);
  const root = resolvePath('', config.root ?? '.') ?? '';
  const inRoot = (file: string): string => resolvePath(posix.join(root, 'x'), file) ?? file;
  const summaryFile = inRoot(config.structure?.summary ?? 'SUMMARY.md');
  if (!(await folder.has(summaryFile))) return undefined;
  return { mdbook: 'no', config, summaryFile, readmeFile: inRoot(config.structure?.readme ?? 'README.md'), problems };
}

/** A folder with a `book.toml`, or one that has its chapters where mdBook has them. */
async function findMdbook(folder: BookFolder): Promise<GitbookLayout | undefined> {
  const text = await folder.readText('book.toml');
  if (!text.ok && (await folder.has('SUMMARY.md'))) return undefined;
  if (!text.ok && (await folder.has('book.json'))) return undefined;
  const { title, src, language, authors, unnumbered } = readBookToml(text.ok ? text.value : '');
  const inSource = (file: string): string => resolvePath(`${resolvePath('', src ?? 'src') ?? 'src'}/x`, file) ?? file;
  const summaryFile = inSource('SUMMARY.md');
  if (!(await folder.has(summaryFile))) return undefined;
  const author = authors.length === 0 ? undefined : authors.join(', ');
  return {
    mdbook: unnumbered ? 'unnumbered' : 'numbered',
    config: { title, author, language: language ?? (text.ok ? 'en' : undefined) },
    summaryFile,
    readmeFile: inSource('README.md'),
    problems: [],
  };
}

export async function readGitbook(folder: BookFolder, layout: GitbookLayout): Promise<ReadBook> {
  const problems: Problem[] = [...layout.problems];
  const summary = await folder.readText(layout.summaryFile);
  if (!summary.ok) {
    const code = summary.failure.code === 'not-found' ? 'file-unreadable' : summary.failure.code;
    return {
      book: undefined,
      problems: [{ severity: 'error', code, file: layout.summaryFile, message: summary.failure.message }],
    };
  }
  const isMdbook = layout.mdbook !== 'no';
  const entries = isMdbook ? parseMdbookSummary(summary.value) : parseSummary(summary.value);
  const reader = new SummaryReader(folder, layout.summaryFile, problems, {
    lang: await detectLanguage(folder, layout, entries),
    mdbook: layout.mdbook,
  });
  const listed = await reader.readEntries(entries);
  // mdBook shows what its summary lists, and no more.
  const contents = isMdbook ? listed : await reader.withReadme(listed, layout.readmeFile);
  const written = layout.config.title?.trim() ?? '';
  const title = written === '' ? basename(folder.root) : written;
  const { lang } = reader;
  const book = {
    dialect: 'gitbook' as const,
    preprocessed: isMdbook,
    contentsFile: layout.summaryFile,
    id: slugify(title, 'book'),
    edition: '',
    title: { [lang]: title },
    languages: [lang],
    license: undefined,
    attribution: layout.config.author === undefined ? undefined : { [lang]: layout.config.author },
    contents,
  };
  return { book, problems };
}

class SummaryReader {
  readonly lang: string;
  private readonly folder: BookFolder;
  private readonly file: string;
  private readonly problems: Problem[];
  private readonly ids: UniqueIds = createUniqueIds();
  private readonly seenFiles = new Set<string>();

  private readonly mdbook: GitbookLayout['mdbook'];

  constructor(
    folder: BookFolder,
    file: string,
    problems: Problem[],
    { lang, mdbook }: { readonly lang: string; readonly mdbook: GitbookLayout['mdbook'] },
  ) {
    this.mdbook = mdbook;
    this.folder = folder;
    this.file = file;
    this.problems = problems;
    this.lang = lang;
  }

  async readEntries(entries: readonly SummaryEntry[]): Promise<SourceEntry[]> {
    const read: SourceEntry[] = [];
    // One after the other: ids are numbered in reading order.
    for (const entry of entries) read.push(...(await this.readEntry(entry)));
    return read;
  }

  /** GitBook shows the readme first even where the summary does not list it. */
  async withReadme(entries: SourceEntry[], readme: string): Promise<SourceEntry[]> {
    if (this.seenFiles.has(readme) || !(await this.folder.has(readme))) return entries;
    const title = this.lang.startsWith('zh') ? '前言' : 'Introduction';
    return [this.chapter(readme, title, undefined, []), ...entries];
  }

  private async readEntry(entry: SummaryEntry): Promise<SourceEntry[]> {
    const file = await this.fileOf(entry);
    if (file === undefined) {
      const isGroup = entry.href === undefined || entry.children.length > 0;
      if (!isGroup) return [];
      if (this.mdbook !== 'no' && entry.children.length === 0) {
        this.report('warning', 'contents-entry-ignored', entry.line, say('entry-draft', { title: entry.title }));
        return [];
      }
      const id = this.ids.take(slugify(entry.title));
      return [
        { kind: 'part', id, title: { [this.lang]: entry.title }, children: await this.readEntries(entry.children) },
      ];
    }
    const number = this.mdbook === 'numbered' && entry.number !== undefined ? `${entry.number} ` : '';
    const chapter = this.chapter(file, `${number}${entry.title}`, entry.line, []);
    return [{ ...chapter, children: await this.readEntries(entry.children) }];
  }

  private chapter(
    file: string,
    title: string,
    line: number | undefined,
    children: readonly SourceEntry[],
  ): SourceChapter {
    this.seenFiles.add(file);
    const id = this.ids.take(chapterIdFromPath(file));
    return {
      kind: 'chapter',
      id,
      title: { [this.lang]: title },
      page: undefined,
      files: { [this.lang]: file },
      line,
      children,
    };
  }

  /** The chapter's file; undefined, with a line in the report, where the entry is not one. */
  private async fileOf({ href, line, title }: SummaryEntry): Promise<string | undefined> {
    if (href === undefined) return undefined;
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) {
      this.report('warning', 'contents-entry-ignored', line, say('entry-external', { title, href }));
      return undefined;
    }
    const path = href.replace(/[?#].*$/s, '');
    const file = resolvePath(this.file, path);
    if (file === undefined) {
      this.report(
        'error',
        'path-outside-book',
        line,
        say('entry-file', { title, failure: say('outside-book', { file: path }) }),
      );
      return undefined;
    }
    if (this.seenFiles.has(file)) {
      this.report('warning', 'chapter-repeated', line, say('entry-repeated', { title, file }));
      return undefined;
    }
    const text = await this.folder.readText(file);
    if (text.ok) return file;
    const code = text.failure.code === 'not-found' ? 'chapter-missing' : text.failure.code;
    this.report('error', code, line, say('entry-file', { title, failure: text.failure.message }));
    return undefined;
  }

  private report(severity: Problem['severity'], code: Problem['code'], line: number, message: Sentence): void {
    this.problems.push({ severity, code, file: this.file, line, message });
  }
}

async function readConfig(folder: BookFolder, problems: Problem[]): Promise<BookJson> {
  const text = await folder.readText('book.json');
  if (!text.ok) {
    if (text.failure.code !== 'not-found') {
      problems.push({ severity: 'error', code: text.failure.code, file: 'book.json', message: text.failure.message });
    } else if (await folder.has('book.js')) {
      const message = say('book-script');
      problems.push({ severity: 'warning', code: 'book-script-ignored', file: 'book.js', message });
    }
    return {};
  }
  try {
    return bookJson.parse(JSON.parse(text.value.replace(/^\uFEFF/, '')));
  } catch (error) {
    const message =
      error instanceof SyntaxError ? say('json-invalid', { reason: error.message }) : say('json-no-object');
    problems.push({ severity: 'error', code: 'book-file-invalid', file: 'book.json', message });
    return {};
  }
}

/** `language` of book.json in the form we use, else Chinese where a good part of the first chapters is Han. */
async function detectLanguage(
  folder: BookFolder,
  layout: GitbookLayout,
  entries: readonly SummaryEntry[],
): Promise<string> {
  const written = /^([a-z]{2,3})(?:[-_]([a-z]+))?$/i.exec(layout.config.language ?? '');
  if (written !== null) {
    const [, primary = '', region = ''] = written;
    const isTraditional = /^(tw|hk|mo|hant)$/i.test(region);
    return primary.toLowerCase() === 'zh' && isTraditional ? 'zh-TW' : primary.toLowerCase();
  }
  let sample = entries.map((entry) => entry.title).join('');
  const readme = await folder.readText(layout.readmeFile);
  if (readme.ok) sample += readme.value;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return han > letters * 0.2 ? 'zh' : 'en';
}
