/** The store and the book that a command works on. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../../../core/book/slug.ts';
import type { BookName } from '../../../core/marks/exchange/marks-file.ts';
import { namesFromIds, placeNames, type PlaceNames } from '../../../core/marks/exchange/place-names.ts';
import { nameOf } from '../../services/exchange/import-marks.ts';
import { openBook, type Book } from '../../services/library/book.ts';
import { DatabaseRefused } from '../../services/store/open-database.ts';
import { openStoreAsIs, type OpenedStore } from '../../services/store/open-store.ts';
import { UsageError, type Output } from '../command.ts';
import { bundleFolder, editionId } from '../find-book.ts';
import { MarksFailure, storeFailure } from './failure.ts';
import type { MarksOptions } from './options.ts';

/** Opens the store of the data folder for `work`, and closes it. Without `makes`, there has to be one already. */
export async function withStore<T>(
  { dataFolder }: Pick<MarksOptions, 'dataFolder'>,
  output: Output,
  makes: boolean,
  work: (opened: OpenedStore) => Promise<T>,
): Promise<T> {
  const found = await stat(join(dataFolder, 'recto.db')).catch(() => undefined);
  if (!makes && !found) {
    throw new MarksFailure('not-found', dataFolder, `There is no data of Recto in ${dataFolder}.`);
  }
  const opened = openInOrder(dataFolder);
  const { warning } = opened;
  if (warning) output.tell(`recto: ${warning.code}: ${Object.values(warning.details).join(', ')}`);
  try {
    return await work(opened);
  } finally {
    opened.store.close();
  }
}

function openInOrder(dataFolder: string): OpenedStore {
  try {
    return openStoreAsIs(dataFolder);
  } catch (error) {
    throw error instanceof DatabaseRefused ? storeFailure(error.failure) : error;
  }
}

export interface ChosenBook {
  readonly name: BookName;
  /** Undefined where the compiled book is not there or not sound: ids stand for titles, places cannot be looked for. */
  readonly book: Book | undefined;
  readonly names: PlaceNames;
}

/** The book of `--book`, else the one of `id`, else the only one that has marks. */
export async function chooseBook(
  { book: wanted }: MarksOptions,
  { store }: OpenedStore,
  id?: string,
): Promise<ChosenBook> {
  const known = store.books();
  const written = known.filter((one) => store.marks.list(one.id).length + store.marks.bin(one.id).length > 0);
  const marked = written.length > 0 ? written : known.filter((one) => store.reads.list(one.id).length > 0);
  if (wanted === undefined && id === undefined && marked.length > 1) {
    throw new UsageError(`Several books have marks; name one with --book: ${marked.map((one) => one.id).join(', ')}.`);
  }
  const asked = wanted ?? id ?? marked[0]?.id ?? known[0]?.id ?? editionId;
  const book = await openIfThere(asked);
  if (book) return { name: nameOf(book), book, names: placeNames(book.manifest) };
  const name = known.find((one) => one.id === asked);
  if (name) return { name, book: undefined, names: namesFromIds(name) };
  if (wanted !== undefined || id === undefined || !isId(id)) {
    throw new MarksFailure(
      'not-found',
      asked,
      `There is no book “${asked}”: neither a bundle folder nor one with marks.`,
    );
  }
  const stranger = { id, edition: '', title: {} };
  return { name: stranger, book: undefined, names: namesFromIds(stranger) };
}

/** A book of `bundleFolder`; undefined where it is not there or not sound. */
export async function openIfThere(book: string): Promise<Book | undefined> {
  const folder = await bundleFolder(book);
  if (folder === undefined) return undefined;
  const opened = await openBook(folder);
  return opened.ok ? opened.value : undefined;
}

/** What the titles of a book's places are, for one that need not be there. */
export async function namesOf(book: BookName): Promise<PlaceNames> {
  const opened = await openIfThere(book.id);
  return opened ? placeNames(opened.manifest) : namesFromIds(book);
}
