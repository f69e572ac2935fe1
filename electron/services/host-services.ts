/** The services behind the contract, put together for a host. They know nothing about either host. */
import { join } from 'node:path';
import type { EventPayload, Handlers, Response } from '../../core/contract/channels.ts';
import type { EventName } from '../../core/contract/names.ts';
import { manualId } from '../../core/contract/manual-id.ts';
import { failure, success, type Failure, type Result } from '../../core/contract/result.ts';
import type { Position } from '../../core/contract/position.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { createArrivals, type Arrivals } from './arrivals.ts';
import { createBackground } from './background/background.ts';
import { diagnose } from './diagnose.ts';
import { epubHandlers, type SaveBytes } from './epub/epub-handlers.ts';
import { checkExternalLink } from './external-link.ts';
import type { Book, BookFileFolder } from './library/book.ts';
import { createLibrary, type Library } from './library/library.ts';
import { openBooks } from './library/open-books.ts';
import { recentBooks, type RecentBook } from './library/recent-books.ts';
import { shelfHandlers, type ChooseSource } from './library/shelf-handlers.ts';
import { loggedHandlers } from './log/logged-handlers.ts';
import { openLog, type Log } from './log/log.ts';
import { safeStore } from './store/safe-store.ts';
import { markHandlers } from './marks/mark-handlers.ts';
import { syncedBy } from './synced-folder.ts';
import { createNotesFolder, type NotesFolder } from './notes/notes-folder.ts';
import { notesHandlers, type ChooseFolder } from './notes/notes-handlers.ts';
import { readHandlers } from './reads/read-handlers.ts';
import { inReadersWords } from './readers-words.ts';
import { startReading } from './start-reading.ts';
import { isSqliteError, isSystemError } from './store/sqlite.ts';
import { keepSnapshots } from './store/keep-snapshots.ts';
import { withNews } from './store/marks-news.ts';
import { watchStore } from './store/watch-store.ts';
import { openStore } from './store/open-store.ts';

export interface ServicesOptions {
  /** Folder of the compiled book that is opened where the reader has not been elsewhere last. */
  readonly bookFolder: string;
  /** Compiled books that come with Recto beside that one. */
  readonly moreFolders?: readonly string[];
  /** Folder for what the reader writes; made where it is missing. */
  readonly dataFolder: string;
  readonly version: string;
  readonly host: 'electron' | 'browser';
  /** Sets settings and place aside for this time. */
  readonly safeMode?: boolean;
  /**
   * Asks the reader and opens an address that has been checked and normalised. `ask` where the host has no dialog of
   * its own.
   */
  readonly openLink: (address: string) => Promise<Response<'link:open'>['outcome']>;
  /** What the host has of a desktop; `pageDoesIt` where the page's browser has it. */
  readonly desk: Pick<
    Handlers,
    'clipboard:write' | 'file:save' | 'paper:print' | 'paper:pdf' | 'window:open' | 'window:view' | 'menu:show'
  >;
  /** Files that the system hands over. */
  readonly arrivals?: Arrivals;
  /** Where the window was that asks for its start, whatever another has read since; undefined for one that begins. */
  readonly windowPlace?: () => Position | undefined;
  /** How an EPUB is saved; where it is left out, the page saves it. */
  readonly saveBytes?: SaveBytes;
  /** How a folder or zip is chosen; where it is left out, the page lets the reader choose. */
  readonly chooseSource?: ChooseSource;
  /** How the folder of notes is chosen; where it is left out, it is named on the command line. */
  readonly chooseFolder?: ChooseFolder;
  /** The scripts of the compiler's thread and of that for other work, for a host that is bundled. */
  readonly compilerThread?: string;
  readonly backgroundThread?: string;
}

/** The desk of a host whose page stands in a browser: it may copy and save by itself. */
export const pageDoesIt: ServicesOptions['desk'] = {
  'clipboard:write': () => Promise.resolve(success({ outcome: 'ask' })),
  'file:save': () => Promise.resolve(success({ outcome: 'ask' })),
  'paper:print': () => Promise.resolve(success({ outcome: 'ask' })),
  'paper:pdf': () => Promise.resolve(success({ outcome: 'ask' })),
  'window:open': () => Promise.resolve(success({ outcome: 'ask' })),
  'window:view': () => Promise.resolve(success({})),
  'menu:show': () => Promise.resolve(success({ outcome: 'ask', id: null })),
};

export type EventListener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export interface Services {
  readonly handlers: Handlers;
  /** A picture or search index of a book as a file that has been checked. Fails with not-found, book-missing, book-damaged. */
  readonly bookFile: (
    bookId: string,
    folder: BookFileFolder,
    name: string,
  ) => Promise<Result<{ path: string; contentType: string }>>;
  readonly settings: () => Settings;
  /** The books that were read last, newest first. */
  readonly recentBooks: () => Promise<readonly RecentBook[]>;
  readonly library: Library;
  /** Has pages that ask for no book show this one (null: the first of Recto's own), wherever the reader was last. */
  readonly openFirst: (bookId: string | null) => void;
  readonly notes: Pick<NotesFolder, 'choose' | 'isChosen'>;
  /** Where hosts note down what goes wrong. */
  readonly log: Log;
  /** Has `listener` told what every page of the host has to be told; the last one that is given is told. */
  readonly onEvent: (listener: EventListener) => void;
  /** Closes the store; may be called more than once. What was acknowledged is on disk already; nothing is written here that could be lost. */
  readonly close: () => void;
}

/**
 * Opens book and store. Never throws for what a user's disk may hold: a book that cannot be read is what `app:start`
 * fails with (book-missing, book-damaged), a store that cannot be used is one of its warnings, and reading goes on.
 */
export async function openServices(options: ServicesOptions): Promise<Services> {
  const { dataFolder, version, host, safeMode = false, arrivals = createArrivals() } = options;
  const opened = openStore(dataFolder);
  const { warning } = opened;
  const opening = safeMode ? safeStore(opened.store) : opened.store;
  const store = { ...opening, marks: withNews(opening.marks, () => notes.touched()) };
  const log = openLog(dataFolder);
  log.write('started', { version, host, safeMode, platform: process.platform, node: process.versions.node });
  if (warning) log.write('store-warned', { code: warning.code });
  // It takes a look at some forty places: not again once the reader knows.
  const service = opened.kept && !opened.store.settings().toldOfSync ? syncedBy(dataFolder) : undefined;
  if (service !== undefined) log.write('store-warned', { code: 'synced' });
  const background = createBackground(options.backgroundThread ?? join(import.meta.dirname, 'background', 'thread.ts'));
  const snapshot = async (): Promise<void> => {
    if (opened.kept) await background<'snapshot'>({ do: 'snapshot', dataFolder });
  };
  const stopSnapshots = keepSnapshots(snapshot);
  let tellPages: EventListener = () => undefined;
  const booksFolder = join(options.dataFolder, 'books');
  const books = await openBooks([options.bookFolder, ...(options.moreFolders ?? [])], booksFolder);
  const library = createLibrary({
    books,
    store,
    booksFolder,
    threadFile: options.compilerThread ?? join(import.meta.dirname, 'library', 'compiler-thread.ts'),
    onProgress: (progress) => tellPages('shelf:progressed', progress),
  });
  let firstBook: string | null | undefined;
  const notes = createNotesFolder({
    // What is in memory alone is not to be found by a thread.
    store: opened.kept ? store : { ...store, notesFolder: () => undefined },
    dataFolder,
    background,
    openBook: books.open,
    openedBook: books.opened,
    log,
    onChange: (state) => tellPages('notes:written', state),
  });

  // Which book it was about is not known, and hardly matters: what was not changed is read and left as it is.
  const stopWatching = watchStore(store, () => {
    notes.touched();
    for (const bookId of books.openedIds()) tellPages('marks:outdated', { bookId });
  });

  /** A book that a page has opened. */
  const bookOf = books.opened;

  /** The book of `wanted`, else the one that was read last, else the main one; with what kept another from being opened. */
  const chooseBook = async (
    wanted: string | undefined,
  ): Promise<{ book: Result<Book>; lacking?: Failure | undefined }> => {
    if (wanted === undefined && firstBook === null) return { book: await books.main() };
    const named = wanted ?? firstBook ?? undefined;
    // The manual is not what one goes on reading with.
    const lastRead = store.places().flatMap(({ bookId }) => (bookId === manualId ? [] : [bookId]));
    let lacking: Failure | undefined;
    for (const bookId of named === undefined ? lastRead : [named, ...lastRead]) {
      const book = await books.open(bookId);
      if (book.ok) return { book, lacking };
      // A book that was taken away is no news, unless somebody asks for it.
      if (bookId === named || book.error.code !== 'not-found') lacking ??= book.error;
    }
    return { book: await books.main(), lacking };
  };

  const handlers: Handlers = {
    'app:start': async ({ systemLanguages, bookId }) => {
      const own = options.windowPlace?.();
      const { book, lacking } = await chooseBook(bookId);
      if (!book.ok) return book;
      const position = (id: string) => (own?.bookId === id ? own : store.position(id));
      const settings = store.settings();
      const place = await startReading(book.value, { position }, settings.bilingual !== 'off', systemLanguages);
      if (!place.ok) return place;
      const warnings = [warning, lacking].filter((one) => one !== undefined);
      return success({
        host,
        version,
        safeMode,
        settings,
        manifest: book.value.manifest,
        ...place.value,
        reads: store.reads.list(book.value.manifest.id),
        warnings: [...warnings, ...place.value.warnings],
        ...(service === undefined || settings.toldOfSync ? {} : { synced: { folder: dataFolder, service } }),
      });
    },
    'app:diagnose': () => Promise.resolve(success(diagnose({ version, host, safeMode, dataFolder, store, log }))),
    'book:read': async ({ bookId, chapterId, lang }) => {
      const found = bookOf(bookId);
      return found.ok ? found.value.chapter(chapterId, lang) : found;
    },
    'book:glossary': async ({ bookId }) => {
      const found = bookOf(bookId);
      return found.ok ? found.value.glossary() : found;
    },
    'book:figures': async ({ bookId }) => {
      const found = bookOf(bookId);
      return found.ok ? found.value.figures() : found;
    },
    'position:save': (position) => {
      const found = bookOf(position.bookId);
      return Promise.resolve(found.ok ? store.savePosition(position, found.value.manifest) : found);
    },
    'trail:read': ({ bookId }) => {
      const found = bookOf(bookId);
      return Promise.resolve(found.ok ? success(store.trail(bookId)) : found);
    },
    'trail:save': ({ bookId, trail }) => {
      const found = bookOf(bookId);
      return Promise.resolve(found.ok ? store.saveTrail(trail, found.value.manifest) : found);
    },
    ...markHandlers({
      store: store.marks,
      meanings: () => store.settings().colorMeanings,
      bookOf,
      tell: (change) => tellPages('marks:changed', change),
      snapshot: () => orFailure(snapshot, options.dataFolder),
      tellOutdated: (of) => tellPages('marks:outdated', of),
    }),
    ...notesHandlers(notes, options.chooseFolder ?? (() => Promise.resolve('ask'))),
    ...readHandlers({
      reads: store.reads,
      marks: store.marks,
      bookOf,
      tell: (change) => tellPages('marks:changed', change),
    }),
    ...epubHandlers({ store: store.marks, bookOf, save: options.saveBytes }),
    ...arrivals.handlers,
    ...shelfHandlers(library, {
      choose: options.chooseSource ?? (() => Promise.resolve('ask')),
      takeArrived: arrivals.takePath,
      onChange: (bookId) => tellPages('shelf:changed', { bookId }),
    }),
    'settings:save': (patch) => {
      const saved = store.saveSettings(patch);
      if (saved.ok && Object.keys(patch).length > 0) tellPages('settings:changed', saved.value);
      // Passages in the reader's folder call colours by what they mean.
      if (saved.ok && patch.colorMeanings !== undefined) notes.touched();
      return Promise.resolve(saved);
    },
    'link:open': async ({ url }) => {
      const address = checkExternalLink(url);
      if (!address.ok) return address;
      return success({ outcome: await options.openLink(address.value), address: address.value });
    },
    ...options.desk,
  };

  let isClosed = false;
  return {
    library,
    notes,
    openFirst: (bookId) => {
      firstBook = bookId;
    },
    handlers: inReadersWords(loggedHandlers(handlers, log), () => store.settings().uiLanguage),
    log,
    bookFile: async (bookId, folder, name) => {
      const found = bookOf(bookId);
      return found.ok ? found.value.file(folder, name) : found;
    },
    settings: () => store.settings(),
    recentBooks: () => recentBooks(store, books),
    onEvent: (listener) => {
      tellPages = listener;
    },
    close: () => {
      if (!isClosed) log.write('ended');
      isClosed = true;
      stopWatching();
      notes.close();
      library.stop();
      stopSnapshots();
      store.close();
    },
  };
}

/** What a disk does not let be done, as a failure of the store. */
async function orFailure(work: () => Promise<unknown>, folder: string): Promise<Result<unknown>> {
  try {
    await work();
    return success({});
  } catch (error) {
    if (!isSqliteError(error) && !isSystemError(error)) throw error;
    return failure('store-unavailable', { folder, what: error.message });
  }
}
