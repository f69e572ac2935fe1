/** `recto marks`: the bookmarks, highlights and notes in a data folder, out of it and into it. */
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bookManifestSchema, type BookManifest } from '../../core/book/model.ts';
import { readAnnotations, type BookAbout } from '../../core/marks/exchange/annotation-file.ts';
import { exportMarks } from '../../core/marks/exchange/export-marks.ts';
import { exportExtensions, exportFormats, type ExportFormat } from '../../core/marks/exchange/formats.ts';
import { annotationsOf } from '../../core/marks/exchange/html-file.ts';
import type { Mark } from '../../core/marks/mark.ts';
import { claimFolder } from '../services/claim.ts';
import { defaultDataFolder } from '../services/data-folder.ts';
import { openStore } from '../services/store/open-store.ts';
import type { Store } from '../services/store/store.ts';
import { exitCodes, takePositionals, UsageError, type Command, type Output } from './command.ts';

/** Larger files are refused before they are read: a hundred thousand notes are 150 MB in memory, and a tenth of it here. */
const largestFileBytes = 40_000_000;

interface Options {
  readonly book: string | undefined;
  readonly json: boolean;
  readonly output: Output;
}

export const marksCommand: Command = {
  name: 'marks',
  summary: 'list, export and import bookmarks, highlights and notes',
  help: `recto marks list [--book ID]
recto marks export FILE [--book ID] [--format annotation|markdown|html|csv]
recto marks import FILE [--yes]

list     one line a mark
export   writes the marks of one book. annotation (.annotation) holds everything and can be
         imported again, also by other readers, and html has it inside; markdown and csv are
         for reading.
         The format follows from the name of FILE where it is not given.
import   says what would become of the marks in FILE: new, same, newer than here, older than
         here, erased here. With --yes takes those that are new or newer, as one step that
         can be undone in the reader. Recto must not be running then.

  --data DIR   another data folder
  --book ID    needed where there are marks of several books
  --json       print one JSON value

Exit status: 0 done, 1 not possible or something in FILE is wrong, 2 wrong usage.`,
  async run(args, output) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        book: { type: 'string' },
        format: { type: 'string' },
        yes: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    const [action, ...rest] = positionals;
    const folder = values.data === undefined ? defaultDataFolder() : resolve(values.data);
    const options: Options = { book: values.book, json: values.json === true, output };
    if (action === 'list') {
      takePositionals(rest, []);
      return withStore(folder, output, (store) => Promise.resolve(list(store, options)));
    }
    if (action === 'export') {
      const [file] = takePositionals(rest, ['FILE']);
      const format = formatOf(values.format, file);
      return withStore(folder, output, (store) => writeExport(store, file, format, options));
    }
    if (action === 'import') {
      const [file] = takePositionals(rest, ['FILE']);
      return importMarks(folder, file, values.yes === true, options);
    }
    throw new UsageError(action === undefined ? 'What is to be done?' : `There is no “recto marks ${action}”.`);
  },
};

function formatOf(wanted: string | undefined, file: string): ExportFormat {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  const byName = exportFormats.find((format) => exportExtensions[format] === extension) ?? 'annotation';
  const format = exportFormats.find((known) => known === (wanted ?? byName));
  if (format === undefined) throw new UsageError(`There is no format “${wanted ?? ''}”: ${exportFormats.join(', ')}.`);
  return format;
}

/** Opens the store of a folder that has one; the status is 1 where it has none or it cannot be used. */
async function withStore(folder: string, output: Output, use: (store: Store) => Promise<number>): Promise<number> {
  if (!existsSync(join(folder, 'recto.db'))) {
    output.tell(`There are no marks in ${folder}: Recto has not written to it.`);
    return exitCodes.failed;
  }
  const { store, warning } = openStore(folder);
  try {
    if (warning) output.tell(`${warning.code}: ${Object.values(warning.details).join(', ')}`);
    return warning?.code === 'store-newer' ? exitCodes.failed : await use(store);
  } finally {
    store.close();
  }
}

/** The book that is meant, or undefined after saying why there is none. */
function chooseBook(store: Store, { book, output }: Options): BookAbout | undefined {
  const books = store.marks.books();
  const [only] = books;
  const found = book === undefined ? (books.length === 1 ? only : undefined) : books.find(({ id }) => id === book);
  if (found) return found;
  const known = books.map(({ id }) => id).join(', ');
  if (books.length === 0) output.tell('There are no marks yet.');
  else if (book === undefined) output.tell(`There are marks of several books; name one with --book: ${known}.`);
  else output.tell(`There are no marks of “${book}”. Books with marks: ${known}.`);
  return undefined;
}

function list(store: Store, options: Options): number {
  const books = options.book === undefined ? store.marks.books() : [chooseBook(store, options)];
  const marks = books.flatMap((book) => (book ? store.marks.list(book.id) : []));
  if (options.json) options.output.print(JSON.stringify(marks));
  else for (const mark of marks) options.output.print(lineOf(mark));
  return books.includes(undefined) ? exitCodes.failed : exitCodes.ok;
}

function lineOf({ id, bookId, kind, anchor, body, tags }: Mark): string {
  const place = anchor ? `${bookId}/${anchor.chapterId}#${anchor.blockId}` : bookId;
  const words = [anchor?.quote, body].filter((text) => text !== undefined && text !== null);
  const text = words.map((part) => part.replace(/\s+/g, ' ').slice(0, 60)).join(' | ');
  return [id.slice(0, 8), kind.padEnd(9), place, text, ...tags.map((tag) => `#${tag}`)].join('  ');
}

async function writeExport(store: Store, file: string, format: ExportFormat, options: Options): Promise<number> {
  const book = chooseBook(store, options);
  if (!book) return exitCodes.failed;
  const marks = store.marks.list(book.id);
  const manifest = await manifestOf(book);
  const lang = manifest.languages[0] ?? 'en';
  const text = exportMarks(manifest, marks, { format, lang, now: new Date().toISOString() });
  try {
    await writeWhole(file, text);
  } catch (error) {
    options.output.tell(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    return exitCodes.failed;
  }
  if (options.json) options.output.print(JSON.stringify({ file, format, book: book.id, marks: marks.length }));
  else options.output.print(`${String(marks.length)} marks of “${book.id}” written to ${file}`);
  return exitCodes.ok;
}

/** What the bundled book says of its contents; of another book only the title is known. */
async function manifestOf(book: BookAbout): Promise<BookManifest> {
  const file = fileURLToPath(new URL(`../../dist/books/${encodeURIComponent(book.id)}/book.json`, import.meta.url));
  if (existsSync(file)) {
    const manifest = bookManifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (manifest.success) return manifest.data;
  }
  return { ...book, format: 1, languages: Object.keys(book.title), contents: [] };
}

/** The whole file or the one that was there: never half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function importMarks(folder: string, file: string, forReal: boolean, options: Options): Promise<number> {
  const { output } = options;
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined || size > largestFileBytes) {
    output.tell(size === undefined ? `There is no file ${file}.` : `${file} is too large: ${String(size)} bytes.`);
    return exitCodes.failed;
  }
  const read = readAnnotations(annotationsOf(await readFile(file, 'utf8')));
  if (typeof read === 'string') {
    output.tell(`${file}: ${read}`);
    return exitCodes.failed;
  }
  for (const { at, what } of read.problems) output.tell(`${file}: entry ${String(at)} is passed over: ${what}`);
  const claim = forReal ? claimFolder(folder) : undefined;
  if (claim?.kind === 'taken') {
    output.tell('Recto is running with this folder. Close it, then import.');
    return exitCodes.failed;
  }
  try {
    const { store } = openStore(folder);
    try {
      const counts = forReal
        ? store.marks.take(read.book, read.marks)
        : { ok: true as const, value: store.marks.preview(read.marks) };
      if (!counts.ok) {
        output.tell(`Nothing was taken: ${Object.values(counts.error.details).join(', ')}`);
        return exitCodes.failed;
      }
      if (options.json)
        output.print(JSON.stringify({ book: read.book.id, ...counts.value, problems: read.problems, taken: forReal }));
      else {
        const words = Object.entries(counts.value).map(([name, count]) => `${String(count)} ${name}`);
        output.print(
          `${words.join(', ')}${forReal ? '; new and newer ones taken' : '; nothing changed yet (--yes takes new and newer ones)'}`,
        );
      }
      return read.problems.length > 0 ? exitCodes.failed : exitCodes.ok;
    } finally {
      store.close();
    }
  } finally {
    if (claim?.kind === 'held') claim.release();
  }
}
