/** `recto marks`: what the reader wrote, in and out of files. */
import { exitCodes, UsageError, type Command, type Output } from './command.ts';
import { MarksFailure } from './marks/failure.ts';
import type { MarksAction } from './marks/options.ts';

const help = `recto marks list [--book BOOK] [--bin]
recto marks read [--book BOOK]
recto marks export FILE [--format FORMAT] [--book BOOK] [--bin] [--template TEMPLATE]
recto marks import FILE [--book BOOK] [--yes] [--take KINDS]
recto marks sync [DIR] [--book BOOK]
recto marks backup FILE.zip
recto marks restore FILE.zip [--yes] [--take KINDS] [--settings]

Bookmarks, highlights and notes as the reader sees them: the same data folder, also
while Recto is open: its pages show what came in at once. Data that is damaged or of
a newer Recto is left as it is.

  list     prints the marks of a book
  read     prints what was read of a book, chapter by chapter
  export   writes the marks of a book; what stands in FILE is replaced. FORMAT is json,
           annotation (W3C, Thorium), html, csv or markdown; default: by FILE's ending.
           All but markdown hold the complete marks
  import   says what FILE would change and changes nothing; with --yes it is taken in,
           as one step that the reader can undo. Reads what export writes but markdown,
           W3C annotations of other readers, and Hypothesis' JSON
  sync     writes the marks of each book into a Markdown file of the folder DIR, in which
           you may write as well: only what stands between Recto's markers is changed.
           Default: the folder that was chosen in Recto, which keeps it by itself
  backup   writes everything of all books into one zip
  restore  like import, for a backup: what is here stays

  --book BOOK      id, or a bundle folder; default: the book that has marks
  --bin            with the marks in the bin
  --template FILE  for markdown: how a mark is written (docs/exchange.md)
  --take KINDS     what is taken in, of new,newer,older,erased; default: new,newer.
                   older and erased overwrite what the reader changed or deleted since
  --settings       with the settings of the backup
  --yes            do it
  --data DIR       data folder; default: the reader's
  --json           print one JSON value on stdout

Exit status: 0 done, 1 not done (a file or the store is not in order), 2 wrong usage.`;

const actions: Readonly<Record<string, () => Promise<MarksAction>>> = {
  list: async () => (await import('./marks/list.ts')).listMarks,
  read: async () => (await import('./marks/read.ts')).listReads,
  export: async () => (await import('./marks/export.ts')).exportMarks,
  import: async () => (await import('./marks/import.ts')).importMarks,
  sync: async () => (await import('./marks/sync.ts')).syncMarks,
  backup: async () => (await import('./marks/backup.ts')).backupMarks,
  restore: async () => (await import('./marks/backup.ts')).restoreMarks,
};

export const marksCommand: Command = {
  name: 'marks',
  summary: 'list, export, import, back up what the reader wrote',
  help,
  async run([name, ...args], output) {
    if (name === undefined)
      throw new UsageError(`What shall be done with the marks? ${Object.keys(actions).join(', ')}.`);
    const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!load) throw new UsageError(`“${name}” is none of ${Object.keys(actions).join(', ')}.`);
    const { parseOptions } = await import('./marks/options.ts');
    const options = parseOptions(args);
    const action = await load();
    try {
      await action(options, output);
      return exitCodes.ok;
    } catch (error) {
      return tell(error, options.json, output);
    }
  },
};

function tell(error: unknown, json: boolean, output: Output): number {
  const failure = MarksFailure.of(error);
  if (!failure) throw error;
  if (json) output.print(JSON.stringify({ ok: false, code: failure.code, what: failure.what }));
  output.tell(failure.message);
  return exitCodes.failed;
}
