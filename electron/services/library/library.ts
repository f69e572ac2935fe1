/** The library: books are compiled into the data folder, listed, compiled again and taken away. */
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { flattenChapters } from '../../../core/book/contents.ts';
import type { Report } from '../../../core/book/report.ts';
import { failure, success, type Result } from '../../../core/contract/result.ts';
import { shownProblems, type BookArrival, type BookReport, type ShelfBook } from '../../../core/contract/shelf.ts';
import type { Store } from '../store/store.ts';
import type { TakenId } from './book-id.ts';
import {
  bookPlaces,
  importedIds,
  readRecord,
  readReport,
  removeBookFolder,
  writeRecord,
  type BookSource,
} from './book-record.ts';
import { compileSource, usualLimits, type CompileLimits, type CompileRun } from './compile-source.ts';
import type { OpenBooks } from './open-books.ts';
import { damagedBook, shelfBook } from './shelf-books.ts';
import { sourceStamp } from './source-stamp.ts';

/** What a book is to be made from. */
export type NewSource =
  | { readonly path: string }
  /** A zip in memory, and what it is called. */
  | { readonly name: string; readonly bytes: Uint8Array };

export interface Library {
  readonly list: () => Promise<ShelfBook[]>;
  /** Fails with store-unavailable. */
  readonly add: (source: NewSource) => Promise<Result<BookArrival>>;
  /** Fails with not-found (no imported book, or nothing is known of its source), store-unavailable. */
  readonly update: (bookId: string) => Promise<Result<BookArrival>>;
  readonly stop: () => void;
  /** Fails with not-found, store-unavailable. */
  readonly remove: (bookId: string) => Promise<Result<Record<string, never>>>;
  /** Fails with not-found. */
  readonly report: (bookId: string) => Promise<Result<BookReport>>;
}

export interface LibraryOptions {
  readonly books: OpenBooks;
  readonly store: Pick<Store, 'places' | 'marks' | 'reads' | 'removeBook'>;
  /** Where imported books are kept; made where it is missing. */
  readonly booksFolder: string;
  /** The script of the compiler's thread. */
  readonly threadFile: string;
  readonly limits?: CompileLimits | undefined;
  readonly onProgress: CompileRun['onProgress'];
}

export function createLibrary({ books, store, booksFolder, threadFile, limits, onProgress }: LibraryOptions): Library {
  let stopping = new AbortController();
  /** The compiling that is under way; the next waits for it. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  async function entry(id: string): Promise<ShelfBook> {
    const record = await readRecord(booksFolder, id);
    const book = await books.open(id);
    return book.ok ? shelfBook(book.value, store, record) : damagedBook(id, store, record);
  }

  /** Ids that a new book cannot have, or has to share a book with. */
  async function takenIds(): Promise<TakenId[]> {
    const own = (await books.own()).map(({ manifest }) => ({ id: manifest.id, lang: undefined, chapterIds: [] }));
    const imported = await Promise.all(
      (await importedIds(booksFolder)).map(async (id): Promise<TakenId> => {
        const book = await books.open(id);
        if (!book.ok) return { id, lang: undefined, chapterIds: [] };
        const { languages, contents } = book.value.manifest;
        return { id, lang: languages[0] ?? '', chapterIds: flattenChapters(contents).map((chapter) => chapter.id) };
      }),
    );
    return [...own, ...imported];
  }

  /** The imported book that came from this very folder or file. */
  async function idOfPath(path: string): Promise<string | undefined> {
    for (const id of await importedIds(booksFolder)) {
      const source = (await readRecord(booksFolder, id))?.source;
      if (source !== undefined && source.kind !== 'upload' && source.path === path) return id;
    }
    return undefined;
  }

  /** @param file what the compiler reads: the source, or our copy of it */
  async function compile(
    file: string,
    name: string,
    id: string | undefined,
    sourceFor: (id: string) => Promise<BookSource>,
  ): Promise<Result<BookArrival>> {
    stopping = new AbortController();
    const before = new Set(await importedIds(booksFolder));
    const order = { source: file, booksFolder, id: id ?? { taken: await takenIds() } };
    const run = { threadFile, limits: limits ?? usualLimits, onProgress, signal: stopping.signal };
    const compiled = await compileSource(order, run);
    if (compiled === 'stopped') return success({ outcome: 'declined' });
    const report = shownReport(compiled.report);
    if (compiled.manifest === undefined) return success({ outcome: 'refused', name, report });
    const made = compiled.manifest.id;
    const { errors, warnings } = report;
    const addedAt = (await readRecord(booksFolder, made))?.addedAt ?? Date.now();
    const record = {
      version: 1 as const,
      source: await sourceFor(made),
      addedAt,
      compiledAt: Date.now(),
      errors,
      warnings,
    };
    await writeRecord(booksFolder, made, record, compiled.report);
    books.forget(made);
    return success({ outcome: before.has(made) ? 'updated' : 'added', book: await entry(made), report });
  }

  /** The system's errors about our own folder: a full disk, no permission. */
  async function kept<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      await mkdir(booksFolder, { recursive: true, mode: 0o700 });
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || !('syscall' in error)) throw error;
      return failure('store-unavailable', { folder: booksFolder, what: error.message });
    }
  }

  async function addPath(path: string): Promise<Result<BookArrival>> {
    // Before it is read: a change while it is compiled is one that is not in the bundle.
    const stamp = (await sourceStamp(path)) ?? '';
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
    const source: BookSource = { kind: isFolder ? 'folder' : 'zip', path, stamp };
    return compile(path, basename(path), await idOfPath(path), () => Promise.resolve(source));
  }

  async function addZip(name: string, bytes: Uint8Array): Promise<Result<BookArrival>> {
    const folder = join(booksFolder, '.incoming');
    const incoming = join(folder, fileName(name));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    try {
      await writeFile(incoming, bytes);
      return await compile(incoming, name, undefined, async (id) => {
        await rename(incoming, bookPlaces(booksFolder, id).upload);
        return { kind: 'upload', name };
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    list: async () => {
      const own = await Promise.all((await books.own()).map((book) => shelfBook(book, store, 'own')));
      const imported = await Promise.all((await importedIds(booksFolder)).map(entry));
      const newest = imported.toSorted((a, b) => (b.lastReadAt ?? Infinity) - (a.lastReadAt ?? Infinity));
      return [...own, ...newest];
    },
    add: (source) =>
      inTurn(() => kept(() => ('path' in source ? addPath(source.path) : addZip(source.name, source.bytes)))),
    update: (bookId) =>
      inTurn(async () => {
        const source = (await readRecord(booksFolder, bookId))?.source;
        if (source === undefined) return failure('not-found', { what: bookId });
        return kept(async () => {
          if (source.kind === 'upload') {
            const { upload } = bookPlaces(booksFolder, bookId);
            return compile(upload, source.name, bookId, () => Promise.resolve(source));
          }
          const stamp = (await sourceStamp(source.path)) ?? '';
          return compile(source.path, basename(source.path), bookId, () => Promise.resolve({ ...source, stamp }));
        });
      }),
    stop: () => stopping.abort(),
    remove: (bookId) =>
      inTurn(() =>
        kept(async () => {
          if (!(await importedIds(booksFolder)).includes(bookId)) return failure('not-found', { what: bookId });
          await removeBookFolder(booksFolder, bookId);
          books.forget(bookId);
          return store.removeBook(bookId);
        }),
      ),
    report: async (bookId) => {
      if (!(await importedIds(booksFolder)).includes(bookId)) return failure('not-found', { what: bookId });
      return success(shownReport(await readReport(booksFolder, bookId)));
    },
  };
}

function shownReport(report: Report): BookReport {
  const errors = report.filter(({ severity }) => severity === 'error').length;
  // Mistakes first: where not all are shown, those are.
  const ordered = [...report].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return { errors, warnings: report.length - errors, problems: ordered.slice(0, shownProblems) };
}

/** What a zip is called on our disk: its name says what the book is called where nothing in it does. */
function fileName(name: string): string {
  const plain = name
    .replace(/\.zip$/i, '')
    .replace(/[^\p{L}\p{M}\p{N} ._-]/gu, ' ')
    .trim();
  return `${Array.from(plain).slice(0, 50).join('').replace(/^\.+/, '') || 'book'}.zip`;
}
