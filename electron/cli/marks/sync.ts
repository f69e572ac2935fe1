import { join, resolve } from 'node:path';
import type { NotesProblem } from '../../../core/contract/notes-folder.ts';
import { syncNotes, type SyncedBook } from '../../services/notes/sync-notes.ts';
import { takePositionals, UsageError, type Output } from '../command.ts';
import { MarksFailure } from './failure.ts';
import { openIfThere, withStore } from './open.ts';
import type { MarksAction } from './options.ts';

/** `recto marks sync [DIR]`: a Markdown file for each book, in which only what stands between Recto's markers is written. */
export const syncMarks: MarksAction = async (options, output) => {
  const [named] = options.positionals.length === 0 ? [undefined] : takePositionals(options.positionals, ['DIR']);
  await withStore(options, output, false, async ({ store }) => {
    const chosen = store.notesFolder();
    const folder = named === undefined ? chosen?.path : resolve(named);
    if (folder === undefined) {
      throw new UsageError('No folder of notes has been chosen in Recto. Name one: recto marks sync DIR.');
    }
    const wanted = store.books().filter(({ id }) => options.book === undefined || id === options.book);
    if (wanted.length === 0 && options.book !== undefined) {
      throw new MarksFailure('not-found', options.book, `There are no marks of a book “${options.book}”.`);
    }
    // The files of the chosen folder are known by name; in another they are known by what they begin with.
    const files = folder === chosen?.path ? chosen.files : {};
    const books = await Promise.all(
      wanted.map(async (name) => ({
        name,
        manifest: (await openIfThere(name.id))?.manifest,
        file: files[name.id],
        stamp: undefined,
      })),
    );
    const done = syncNotes({ database: join(options.dataFolder, 'recto.db'), folder, books });
    if (done.problem !== undefined) {
      throw new MarksFailure(done.problem, folder, `${folder}: ${sentences[done.problem]} Nothing was written.`);
    }
    tell(done.books, options.json, output);
    const bad = done.books.filter(({ problem }) => problem !== undefined);
    if (bad.length > 0) {
      const all = bad.map(({ file, problem }) => `${file}: ${sentences[problem ?? 'other']}`);
      throw new MarksFailure('not-written', bad.map(({ file }) => file).join(', '), all.join('\n'));
    }
  });
};

function tell(books: readonly SyncedBook[], json: boolean, output: Output): void {
  if (json) {
    const list = books.map(({ bookId, file, marks, isWritten, kept, foreign, problem }) => {
      return { book: bookId, file, marks, written: isWritten, kept, foreign, problem: problem ?? null };
    });
    output.print(JSON.stringify({ ok: books.every(({ problem }) => problem === undefined), books: list }));
    return;
  }
  for (const { file, marks, isWritten, kept, foreign, problem } of books) {
    if (problem !== undefined) continue;
    output.print(`${file}: ${String(marks)} marks, ${isWritten ? 'written' : 'as before'}`);
    if (kept > 0) {
      output.tell(
        `${file}: ${String(kept)} passages were changed by hand and in Recto; what stood there is kept as your own text.`,
      );
    }
    if (foreign > 0) output.tell(`${file}: ${String(foreign)} passages come from another Recto and were left alone.`);
  }
  if (books.length === 0) output.tell('There are no marks yet.');
}

const sentences: Readonly<Record<NotesProblem, string>> = {
  missing: 'there is no such folder. Make it, or plug its disk in.',
  refused: 'the system does not let it be written. See to its permissions.',
  full: 'the disk is full.',
  'not-text': 'the file is not text in UTF-8; it was left as it is. Save it as UTF-8, or move it away.',
  'too-large': 'the file is too large to be read; it was left as it is.',
  busy: 'another program writes to the file again and again. Try once more.',
  'own-data': 'that is Recto’s own data folder.',
  other: 'it could not be written.',
};
