/** `recto text`: the plain text of a chapter, block by block. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { flattenChapters } from '../../core/book/contents.ts';
import {
  bookManifestSchema,
  chapterPath,
  chapterSchema,
  type BookManifest,
  type Chapter,
} from '../../core/book/model.ts';
import { isId } from '../../core/book/slug.ts';
import { exitCodes, takePositionals, UsageError, type Command } from './command.ts';

const bundledBooks = fileURLToPath(new URL('../../dist/books', import.meta.url));

export const textCommand: Command = {
  name: 'text',
  summary: 'print the text of a chapter',
  help: `recto text BOOK CHAPTER [--lang LANGUAGE] [--json]

Prints the chapter's blocks in reading order, one entry a block: [block.id] text.
BOOK is a bundle folder, or the id of a book under dist/books.

  --lang   one of the book's languages; default: the first one the chapter has
  --json   print {book, chapter, lang, title, blocks: [{id, kind, text}]}

Exit status: 0 printed, 1 no such book or chapter, 2 wrong usage.`,
  async run(args, output) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { lang: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [book, chapterId] = takePositionals(positionals, ['BOOK', 'CHAPTER']);
    const found = await findChapter(book, chapterId, values.lang);
    if (typeof found === 'string') {
      output.tell(found);
      return exitCodes.failed;
    }
    const blocks = found.chapter.sections.flatMap((section) => section.blocks);
    if (values.json === true) {
      const { id, lang, title } = found.chapter;
      const plain = blocks.map(({ id: blockId, kind, text }) => ({ id: blockId, kind, text }));
      output.print(JSON.stringify({ book: found.manifest.id, chapter: id, lang, title, blocks: plain }));
    } else {
      for (const block of blocks) output.print(`[${block.id}] ${block.text}`);
    }
    return exitCodes.ok;
  },
};

/** The chapter, or a sentence that says why there is none. */
async function findChapter(
  book: string,
  chapterId: string,
  wantedLang: string | undefined,
): Promise<{ manifest: BookManifest; chapter: Chapter } | string> {
  const folder = await bundleFolder(book);
  if (folder === undefined) return `There is no book “${book}”: neither a bundle folder nor an id in dist/books.`;
  const manifest = await readJson(join(folder, 'book.json'), bookManifestSchema);
  if (typeof manifest === 'string') return manifest;
  const chapters = flattenChapters(manifest.contents);
  const entry = chapters.find((chapter) => chapter.id === chapterId);
  if (entry === undefined) {
    return `There is no chapter “${chapterId}” in ${manifest.id}. Chapters: ${chapters.map(({ id }) => id).join(', ')}.`;
  }
  const lang = wantedLang ?? entry.languages[0] ?? '';
  if (!entry.languages.includes(lang)) {
    throw new UsageError(`“${chapterId}” is not there in “${lang}”; its languages: ${entry.languages.join(', ')}.`);
  }
  const chapter = await readJson(join(folder, ...chapterPath(lang, chapterId).split('/')), chapterSchema);
  return typeof chapter === 'string' ? chapter : { manifest, chapter };
}

async function bundleFolder(book: string): Promise<string | undefined> {
  const candidates = isId(book) ? [book, join(bundledBooks, book)] : [book];
  for (const candidate of candidates) {
    const found = await stat(join(candidate, 'book.json')).catch(() => undefined);
    if (found?.isFile() === true) return candidate;
  }
  return undefined;
}

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | string> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : `${file} is not what a bundle holds: ${z.prettifyError(parsed.error)}`;
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
