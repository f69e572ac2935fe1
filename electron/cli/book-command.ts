/** `recto book`: the library, from the command line. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { formatProblem, reportInWords, type ReportLang } from '../../core/book/report.ts';
import { localized } from '../../core/book/contents.ts';
import type { Failure } from '../../core/contract/result.ts';
import type { ShelfBook } from '../../core/contract/shelf.ts';
import { claimFolder } from '../services/claim.ts';
import { defaultDataFolder } from '../services/data-folder.ts';
import { createLibrary, type Library } from '../services/library/library.ts';
import { openBooks } from '../services/library/open-books.ts';
import { openStore } from '../services/store/open-store.ts';
import { exitCodes, takePositionals, UsageError, type Command, type Output } from './command.ts';
import { ownBundles } from './find-book.ts';
import { reportLang } from './report-lang.ts';

const help = `recto book list
recto book add SOURCE
recto book update ID
recto book remove ID
recto book report ID

The books on the shelf: Recto's own, and those that were brought along.

  list     prints them, one a line: id, title, languages, marks, where it came from
  add      compiles the book in SOURCE, a folder or a zip (Recto's own format, GitBook,
           HonKit or mdBook), and puts it on the shelf; the same book is replaced
  update   compiles it again from where it came from
  remove   takes it from the shelf; bookmarks, highlights and notes are kept
  report   prints what the compiler said about it

  --data DIR       data folder; default: the reader's
  --lang L         reports in Chinese (zh) or English (en); default: en
  --json           print one JSON value on stdout

Close Recto first: books are changed by one program at a time.
Exit status: 0 done, 1 not done, 2 wrong usage.`;

interface Form {
  readonly json: boolean;
  readonly lang: ReportLang;
}

type Work = (library: Library, positionals: readonly string[], output: Output, form: Form) => Promise<number>;

const works: Readonly<Record<string, Work>> = {
  list: async (library, positionals, output, { json }) => {
    takePositionals(positionals, []);
    const books = await library.list();
    if (json) output.print(JSON.stringify({ ok: true, books }));
    else for (const book of books) output.print(lineOf(book));
    return exitCodes.ok;
  },
  add: (library, positionals, output, form) => {
    const [source] = takePositionals(positionals, ['SOURCE']);
    return bring(library.add({ path: resolve(source) }), output, form);
  },
  update: (library, positionals, output, form) => {
    const [id] = takePositionals(positionals, ['ID']);
    return bring(library.update(id), output, form);
  },
  remove: async (library, positionals, output, { json }) => {
    const [id] = takePositionals(positionals, ['ID']);
    const removed = await library.remove(id);
    if (!removed.ok) return tell(removed.error, output, json);
    if (json) output.print(JSON.stringify({ ok: true, id }));
    else output.print(`“${id}” is off the shelf. Its bookmarks and notes are kept.`);
    return exitCodes.ok;
  },
  report: async (library, positionals, output, { json, lang }) => {
    const [id] = takePositionals(positionals, ['ID']);
    const report = await library.report(id);
    if (!report.ok) return tell(report.error, output, json);
    const { problems } = report.value;
    if (json) output.print(JSON.stringify({ ok: true, ...report.value, problems: reportInWords(problems, lang) }));
    else for (const problem of problems) output.print(formatProblem(problem, lang));
    return exitCodes.ok;
  },
};

export const bookCommand: Command = {
  name: 'book',
  summary: 'list, add, update and remove the books on the shelf',
  help,
  async run([name, ...args], output) {
    const names = Object.keys(works).join(', ');
    if (name === undefined) throw new UsageError(`What shall be done with the books? ${names}.`);
    const work = Object.hasOwn(works, name) ? works[name] : undefined;
    if (!work) throw new UsageError(`“${name}” is none of ${names}.`);
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const form = { json: values.json, lang: reportLang(values.lang) };
    const folder = values.data === undefined ? defaultDataFolder() : resolve(values.data);
    const claim = claimFolder(folder);
    if (claim.kind === 'taken') {
      const what = `Recto is open with the data folder ${folder}; close it, or do this in its shelf.`;
      return tell({ code: 'store-unavailable', details: { folder, what } }, output, values.json);
    }
    const { store, warning } = openStore(folder);
    if (warning) output.tell(`recto: ${warning.code}: ${Object.values(warning.details).join(', ')}`);
    try {
      const booksFolder = resolve(folder, 'books');
      const library = createLibrary({
        books: await openBooks(ownBundles, booksFolder),
        store,
        booksFolder,
        threadFile: fileURLToPath(new URL('../services/library/compiler-thread.ts', import.meta.url)),
        onProgress: ({ done, total, file }) => output.progress(`${done}/${total} ${file}`),
      });
      return await work(library, positionals, output, form);
    } finally {
      store.close();
      if (claim.kind === 'held') claim.release();
    }
  },
};

async function bring(adding: ReturnType<Library['add']>, output: Output, { json, lang }: Form): Promise<number> {
  const added = await adding;
  output.progress('');
  if (!added.ok) return tell(added.error, output, json);
  const arrival = added.value;
  if (arrival.outcome === 'declined' || arrival.outcome === 'ask') return exitCodes.failed;
  const ok = arrival.outcome !== 'refused';
  if (json) {
    const report = { ...arrival.report, problems: reportInWords(arrival.report.problems, lang) };
    output.print(JSON.stringify({ ok, ...arrival, report }));
  } else {
    for (const problem of arrival.report.problems) output.tell(formatProblem(problem, lang));
    if (ok) output.print(lineOf(arrival.book));
    else output.tell(`${arrival.name} is no book that can be read.`);
  }
  return ok ? exitCodes.ok : exitCodes.failed;
}

function lineOf({ id, title, languages, marks, source, kind, damaged }: ShelfBook): string {
  const from = source === null ? (kind === 'imported' ? '?' : 'Recto') : `${source.name} (${source.state})`;
  const count = marks === 1 ? '1 mark' : `${String(marks)} marks`;
  return [id, localized(title, 'en'), languages.join('/'), count, damaged ? 'damaged' : from].join('  ');
}

function tell({ code, details }: Failure, output: Output, json: boolean): number {
  if (json) output.print(JSON.stringify({ ok: false, code, details }));
  output.tell(`${code}: ${Object.values(details).join(', ')}`);
  return exitCodes.failed;
}
