/** The reader's folder of Markdown files, kept as the marks are: soon after each change, and never in the way of one. */
import { realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { NotesFile, NotesFolderState, NotesProblem } from '../../../core/contract/notes-folder.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import type { Background } from '../background/background.ts';
import { errorFacts, type Log } from '../log/log.ts';
import type { Book } from '../library/book.ts';
import type { Store } from '../store/store.ts';
import { syncNotes, type BookToSync, type NotesOrder, type SyncedNotes } from './sync-notes.ts';

export interface NotesFolder {
  readonly state: () => NotesFolderState;
  readonly isChosen: (path: string) => boolean;
  /**
   * Keeps the marks in `path` from now on; a folder that will not do is a `problem`, and changes nothing. Fails with
   * store-unavailable.
   */
  readonly choose: (path: string) => Promise<Result<NotesProblem | undefined>>;
  /** Lets the folder be; its files stay. Fails with store-unavailable. */
  readonly leave: () => Result<unknown>;
  /** Writes what has to be written, also where nothing has changed in Recto: a file may have been deleted. */
  readonly write: () => Promise<void>;
  /** Marks may have changed. */
  readonly touched: () => void;
  /** Writes what is still waiting, and stops. */
  readonly close: () => void;
}

export interface NotesFolderParts {
  readonly store: Pick<Store, 'books' | 'notesFolder' | 'saveNotesFolder' | 'marks'>;
  readonly dataFolder: string;
  readonly background: Background;
  /** Opens a book that may not be open yet. */
  readonly openBook: (bookId: string) => Promise<Result<Book>>;
  readonly openedBook: (bookId: string) => Result<Book>;
  readonly log: Log;
  /** Told whenever the state is another. */
  readonly onChange: (state: NotesFolderState) => void;
}

/** After a change, another may follow at once; but nobody waits longer than the second. */
const pauseMs = 700;
const longestMs = 3000;
/** After a failure: the disk may be plugged in again, or have room. */
const retryMs = 20_000;
/** The first text comes first. */
const afterStartMs = 2500;
/** With more marks than that the last second's changes are left to the next start: nobody waits for a window to close. */
const mostAtTheEnd = 5000;

export function createNotesFolder(parts: NotesFolderParts): NotesFolder {
  const { store, dataFolder, background, openBook, openedBook, log, onChange } = parts;
  const database = join(dataFolder, 'recto.db');
  let chosen = store.notesFolder();
  let files = new Map<string, NotesFile>();
  let stamps = new Map<string, string>();
  let writtenAt: number | null = null;
  let problem: NotesProblem | null = null;
  let running: Promise<void> | undefined;
  /** How often it was wanted. */
  let wished = 0;
  let changedAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let told = '';

  const state = (): NotesFolderState => ({
    folder: chosen ? basename(chosen.path) : null,
    files: [...files.values()],
    writtenAt,
    problem,
  });

  const isWhole = (): boolean => problem === null && [...files.values()].every((file) => file.problem === null);

  function tell(): void {
    const now = JSON.stringify(state());
    if (now !== told && !isClosed) onChange(state());
    told = now;
  }

  function toSync(
    book: { readonly id: string; readonly edition: string; readonly title: Readonly<Record<string, string>> },
    opened: Result<Book>,
  ): BookToSync {
    return {
      name: book,
      manifest: opened.ok ? opened.value.manifest : undefined,
      file: chosen?.files[book.id],
      stamp: stamps.get(book.id),
    };
  }

  async function order(): Promise<NotesOrder | undefined> {
    const books: BookToSync[] = [];
    for (const book of store.books()) books.push(toSync(book, await openBook(book.id)));
    return chosen && { database, folder: chosen.path, books };
  }

  /** What came of writing into `folder`. */
  function take(folder: string, done: SyncedNotes): void {
    // Another folder was chosen meanwhile.
    if (chosen?.path !== folder) return;
    problem = done.problem ?? null;
    const names = { ...chosen.files };
    for (const { bookId, file, marks, kept, foreign, problem: own, stamp } of done.books) {
      names[bookId] = file;
      const before = files.get(bookId)?.kept ?? 0;
      files.set(bookId, { bookId, name: file, marks, kept: before + kept, foreign, problem: own ?? null });
      if (own === undefined) stamps.set(bookId, stamp);
      else stamps.delete(bookId);
    }
    if (isWhole()) writtenAt = Date.now();
    if (JSON.stringify(names) !== JSON.stringify(chosen.files)) {
      chosen = { ...chosen, files: names };
      // Where it cannot be kept the files are found by what they begin with.
      store.saveNotesFolder(chosen);
    }
  }

  function failed(error: unknown): void {
    problem = 'other';
    log.write('notes-not-written', errorFacts(error));
    console.error('recto: the folder of notes could not be written:', error instanceof Error ? error.message : error);
  }

  async function run(): Promise<void> {
    let heard: number;
    do {
      heard = wished;
      changedAt = undefined;
      try {
        const wanted = await order();
        if (!wanted || isClosed) return;
        take(wanted.folder, await background<'notes'>({ do: 'notes', ...wanted }));
      } catch (error) {
        failed(error);
      }
      tell();
    } while (wished !== heard);
    if (!isWhole()) later(retryMs);
  }

  /** One at a time; what changes meanwhile is written behind it. */
  function start(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    wished += 1;
    if (running) return running;
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  }

  function later(ms: number): void {
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => void start(), ms);
    // It does not keep a process alive.
    timer.unref();
  }

  function forget(): void {
    files = new Map();
    stamps = new Map();
    writtenAt = null;
    problem = null;
  }

  if (chosen) later(afterStartMs);
  return {
    state,
    isChosen: (path) => chosen?.path === path,
    choose: async (path) => {
      const unfit = unfitFolder(path, dataFolder);
      if (unfit) return success(unfit);
      const saved = store.saveNotesFolder({ path, files: {} });
      if (!saved.ok) return saved;
      chosen = { path, files: {} };
      forget();
      await start();
      return success(undefined);
    },
    leave: () => {
      clearTimeout(timer);
      chosen = undefined;
      forget();
      const saved = store.saveNotesFolder(undefined);
      tell();
      return saved;
    },
    write: async () => {
      stamps.clear();
      if (chosen) await start();
    },
    touched: () => {
      if (!chosen || isClosed) return;
      changedAt ??= Date.now();
      later(Math.max(0, Math.min(pauseMs, changedAt + longestMs - Date.now())));
    },
    close: () => {
      clearTimeout(timer);
      const isPending = changedAt !== undefined && !isClosed;
      isClosed = true;
      if (!isPending || !chosen) return;
      const names = store.books();
      if (names.reduce((sum, { id }) => sum + store.marks.count(id), 0) > mostAtTheEnd) return;
      try {
        const books = names.map((book) => toSync(book, openedBook(book.id)));
        take(chosen.path, syncNotes({ database, folder: chosen.path, books }));
      } catch (error) {
        failed(error);
      }
    },
  };
}

/** A folder has to be there; and Recto's own data is no place for files that others change. */
function unfitFolder(path: string, dataFolder: string): NotesProblem | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return 'missing';
  const way = relative(realpathSync(dataFolder), realpathSync(path));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way)) ? 'own-data' : undefined;
}
