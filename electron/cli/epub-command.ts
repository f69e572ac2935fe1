/** `recto epub`: a book as an EPUB. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PlacedMark } from '../../core/contract/marks.ts';
import { defaultDataFolder } from '../services/data-folder.ts';
import { makeEpub } from '../services/epub/make-epub.ts';
import { writeWhole } from '../services/exchange/write-file.ts';
import { openBook, type Book } from '../services/library/book.ts';
import { placesOf } from '../services/marks/find-places.ts';
import { exitCodes, takePositionals, UsageError, type Command } from './command.ts';
import { bundleFolder, editionId, noSuchBook } from './find-book.ts';
import { MarksFailure } from './marks/failure.ts';
import { withStore } from './marks/open.ts';

export const epubCommand: Command = {
  name: 'epub',
  summary: 'write a book as an EPUB',
  help: `recto epub --out FILE [--book BOOK] [--lang LANGUAGE|both] [--notes] [--data FOLDER] [--json]

Writes the whole book as EPUB 3.3. The same book gives the same bytes.

  --out    the file; one of that name is replaced
  --book   a bundle folder, or the id of a book under dist/books; default: ${editionId}
  --lang   one of the book's languages, or both: its first two, the translation
           after each block; default: the book's first language
  --notes  with your highlights and notes, numbered behind each chapter
  --data   the folder that holds them; default: the one of the app
  --json   print {ok, file, book, langs, bytes, notes}

Exit status: 0 written, 1 no such book or data, or the file cannot be written, 2 wrong usage.`,
  async run(args, output) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        book: { type: 'string', default: editionId },
        lang: { type: 'string' },
        notes: { type: 'boolean', default: false },
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    takePositionals(positionals, []);
    if (values.out === undefined) throw new UsageError('--out is missing: it names the file.');
    const folder = await bundleFolder(values.book);
    const book = folder === undefined ? undefined : await openBook(folder);
    if (book?.ok !== true) {
      output.tell(
        book
          ? `${values.book}: ${book.error.code}: ${Object.values(book.error.details).join(', ')}`
          : noSuchBook(values.book),
      );
      return exitCodes.failed;
    }
    const langs = langsOf(values.lang, book.value.manifest.languages);
    const dataFolder = values.data === undefined ? defaultDataFolder() : resolve(values.data);
    try {
      const notes = values.notes
        ? await withStore({ dataFolder }, output, false, (opened) =>
            marksOf(book.value, opened.store.marks.list(book.value.manifest.id)),
          )
        : [];
      const epub = await makeEpub(book.value, { langs, marks: values.notes ? 'notes' : 'none', notes });
      if (!epub.ok) {
        output.tell(`${epub.error.code}: ${Object.values(epub.error.details).join(', ')}`);
        return exitCodes.failed;
      }
      await writeWhole(resolve(values.out), epub.value);
      const facts = {
        file: values.out,
        book: book.value.manifest.id,
        langs,
        bytes: epub.value.length,
        notes: notes.length,
      };
      if (values.json) output.print(JSON.stringify({ ok: true, ...facts }));
      else output.print(`${facts.file}: “${facts.book}” in ${langs.join(' and ')}, ${String(facts.bytes)} bytes`);
      return exitCodes.ok;
    } catch (error) {
      if (!(error instanceof MarksFailure) && !(error instanceof Error && 'code' in error)) throw error;
      output.tell(error instanceof MarksFailure ? error.message : `${values.out}: ${error.message}`);
      return exitCodes.failed;
    }
  },
};

function langsOf(wanted: string | undefined, languages: readonly string[]): readonly [string, string?] {
  const [first = '', second] = languages;
  if (wanted === undefined) return [first];
  if (wanted === 'both') {
    if (second === undefined) throw new UsageError(`The book has one language: ${first}.`);
    return [first, second];
  }
  if (!languages.includes(wanted)) {
    throw new UsageError(`The book is not there in “${wanted}”; its languages: ${languages.join(', ')}, both.`);
  }
  return [wanted];
}

async function marksOf(book: Book, marks: readonly Omit<PlacedMark, 'placement'>[]): Promise<PlacedMark[]> {
  const placements = await placesOf(book).placementsOf(marks);
  return marks.map((mark, at) => ({ ...mark, placement: placements[at] ?? { kind: 'book' } }));
}
