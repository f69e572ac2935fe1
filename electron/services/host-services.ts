/** The services behind the contract, put together for a host. They know nothing about either host. */
import type { EventPayload, Handlers, Response } from '../../core/contract/channels.ts';
import type { EventName } from '../../core/contract/names.ts';
import { failure, success, type Result } from '../../core/contract/result.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { checkExternalLink } from './external-link.ts';
import { openBook, type BookFileFolder } from './library/book.ts';
import { markHandlers } from './marks/mark-handlers.ts';
import { startReading } from './start-reading.ts';
import { keepSnapshots } from './store/keep-snapshots.ts';
import { watchStore } from './store/watch-store.ts';
import { openStore } from './store/open-store.ts';

export interface ServicesOptions {
  /** Folder of the compiled book. */
  readonly bookFolder: string;
  /** Folder for what the reader writes; made where it is missing. */
  readonly dataFolder: string;
  readonly version: string;
  readonly host: 'electron' | 'browser';
  /**
   * Asks the reader and opens an address that has been checked and normalised. `ask` where the host has no dialog of
   * its own.
   */
  readonly openLink: (address: string) => Promise<Response<'link:open'>['outcome']>;
  /** What the host has of a desktop; `pageDoesIt` where the page's browser has it. */
  readonly desk: Pick<Handlers, 'clipboard:write' | 'file:save'>;
}

/** The desk of a host whose page stands in a browser: it may copy and save by itself. */
export const pageDoesIt: ServicesOptions['desk'] = {
  'clipboard:write': () => Promise.resolve(success({ outcome: 'ask' })),
  'file:save': () => Promise.resolve(success({ outcome: 'ask' })),
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
  const { store, warning, snapshot } = openStore(options.dataFolder);
  const stopSnapshots = keepSnapshots(snapshot);
  let tellPages: EventListener = () => undefined;
  let book = await openBook(options.bookFolder);

  // Which book it was about is not known, and hardly matters: what was not changed is read and left as it is.
  const stopWatching = watchStore(store, () => {
    if (book.ok) tellPages('marks:outdated', { bookId: book.value.manifest.id });
  });

  /** The open book, if it is the one that is asked for. */
  const bookOf = (bookId: string) => {
    if (!book.ok || book.value.manifest.id === bookId) return book;
    return failure('not-found', { what: bookId });
  };

  const handlers: Handlers = {
    'app:start': async ({ systemLanguages }) => {
      // A book that was missing may have been put in its place since: "try again" has to be worth something.
      if (!book.ok) book = await openBook(options.bookFolder);
      if (!book.ok) return book;
      const place = await startReading(book.value, store, systemLanguages);
      if (!place.ok) return place;
      const warnings = [...(warning ? [warning] : []), ...place.value.warnings];
      return success({
        host: options.host,
        version: options.version,
        settings: store.settings(),
        manifest: book.value.manifest,
        ...place.value,
        warnings,
      });
    },
    'book:read': async ({ bookId, chapterId, lang }) => {
      const found = bookOf(bookId);
      return found.ok ? found.value.chapter(chapterId, lang) : found;
    },
    'book:glossary': async ({ bookId }) => {
      const found = bookOf(bookId);
      return found.ok ? found.value.glossary() : found;
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
      bookOf,
      tell: (change) => tellPages('marks:changed', change),
      tellOutdated: (of) => tellPages('marks:outdated', of),
    }),
    'settings:save': (patch) => Promise.resolve(store.saveSettings(patch)),
    'link:open': async ({ url }) => {
      const address = checkExternalLink(url);
      if (!address.ok) return address;
      return success({ outcome: await options.openLink(address.value), address: address.value });
    },
    ...options.desk,
  };

  return {
    handlers,
    bookFile: async (bookId, folder, name) => {
      const found = bookOf(bookId);
      return found.ok ? found.value.file(folder, name) : found;
    },
    settings: () => store.settings(),
    onEvent: (listener) => {
      tellPages = listener;
    },
    close: () => {
      stopWatching();
      stopSnapshots();
      store.close();
    },
  };
}
