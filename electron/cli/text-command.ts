/** `recto text`: the plain text of a chapter, block by block. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { flattenChapters } from '../../core/book/contents.ts';
import {
  bookManifestSchema,
  chapterPath,
  chapterSchema,
  type BookManifest,
  type Chapter,
} from '../../core/book/model.ts';
import { exitCodes, takePositionals, UsageError, type Command } from './command.ts';
import { bundleFolder, noSuchBook, readJson } from './find-book.ts';

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
  if (folder === undefined) return noSuchBook(book);
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
