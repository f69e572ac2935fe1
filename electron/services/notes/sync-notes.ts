/**
 * Brings the marks of books into the reader's folder, a Markdown file for each. All of it at once, so that it can run in a
 * thread of its own and, at the very end, without one.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BookManifest } from '../../../core/book/model.ts';
import type { NotesProblem } from '../../../core/contract/notes-folder.ts';
import { fileMark, type BookName } from '../../../core/marks/exchange/marks-file.ts';
import { blockIdsOf, shortBlockId, wholeBlockId } from '../../../core/marks/exchange/block-ids.ts';
import type { ColorMeanings } from '../../../core/marks/mark.ts';
import { namesFromIds, placeNames, type PlaceNames } from '../../../core/marks/exchange/place-names.ts';
import { beginningOf, wantedOf } from '../../../core/marks/folder/book-file.ts';
import { mergeFile, type Wanted } from '../../../core/marks/folder/merge-file.ts';
import { markRows } from '../store/mark-rows.ts';
import { storedSettings } from '../store/settings-values.ts';
import { isSystemError } from '../store/sqlite.ts';
import { folderFiles, type FolderFiles } from './find-file.ts';
import { readText, sweep, writeBack } from './write-back.ts';

export interface NotesOrder {
  /** The store's database. */
  readonly database: string;
  /** The reader's folder; it is never made. */
  readonly folder: string;
  readonly books: readonly BookToSync[];
}

export interface BookToSync {
  readonly name: BookName;
  /** Undefined where the book is not there: ids stand for titles. */
  readonly manifest: BookManifest | undefined;
  /** The name of its file, where one was written before. */
  readonly file: string | undefined;
  /** What its marks were like then (`stamp`): a book of which that still holds is passed over. */
  readonly stamp: string | undefined;
}

export interface SyncedNotes {
  /** What keeps the whole folder from being written. */
  readonly problem: NotesProblem | undefined;
  /** Books that have marks or a file, and were not passed over. */
  readonly books: readonly SyncedBook[];
}

export interface SyncedBook {
  readonly bookId: string;
  readonly file: string;
  readonly marks: number;
  readonly isWritten: boolean;
  readonly kept: number;
  readonly foreign: number;
  readonly problem: NotesProblem | undefined;
  readonly stamp: string;
}

/** Never throws for what a folder may hold. Throws errors of SQLite. */
export function syncNotes({ database: file, folder, books }: NotesOrder): SyncedNotes {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return { problem: 'missing', books: [] };
    sweep(folder);
    const files = folderFiles(folder);
    const meanings = storedSettings(database).colorMeanings;
    const synced = books.flatMap((book) => syncBook(database, folder, files, book, meanings) ?? []);
    return { problem: undefined, books: synced };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { problem: problemOf(error), books: [] };
  } finally {
    database.close();
  }
}

/** What decides whether a book's passages have changed: its marks, and what their colours mean. */
function stampOf(database: DatabaseSync, { name, manifest }: BookToSync, meanings: ColorMeanings): string {
  const row = database
    .prepare('SELECT max(clock) AS clock, count(*) AS count FROM marks WHERE book_id = ?')
    .get(name.id);
  return [row?.clock ?? 0, row?.count ?? 0, manifest?.edition ?? '', JSON.stringify(meanings)].join(' ');
}

function syncBook(
  database: DatabaseSync,
  folder: string,
  files: FolderFiles,
  book: BookToSync,
  meanings: ColorMeanings,
): SyncedBook | undefined {
  const { name, manifest } = book;
  const stamp = stampOf(database, book, meanings);
  if (stamp === book.stamp) return undefined;
  const rows = markRows(database);
  const marks = rows.ofBook(name.id, 'outside the bin').map(fileMark);
  if (marks.length === 0 && book.file === undefined) return undefined;
  const places = manifest ? placeNames(manifest) : namesFromIds(name);
  const names = { ...places, meanings, blockId: blockIdsOf(rows.ids(name.id)) };
  const wanted = wantedOf({ book: name, marks }, names);
  const known = knownIds(database, name.id);
  const about = { bookId: name.id, marks: marks.length, stamp };
  let fileName = book.file ?? '';
  try {
    fileName = files.find(name.id, book.file) ?? files.free(names.book, name.id);
    return { ...about, file: fileName, ...writeBook(join(folder, fileName), name.id, names, wanted, known) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ...about, file: fileName, isWritten: false, kept: 0, foreign: 0, problem: problemOf(error) };
  }
}

/** Between reading and writing somebody else may write: so often it is begun again. */
const attempts = 5;

function writeBook(
  file: string,
  bookId: string,
  names: PlaceNames,
  wanted: readonly Wanted[],
  known: ReadonlySet<string>,
): Pick<SyncedBook, 'isWritten' | 'kept' | 'foreign' | 'problem'> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const read = readText(file);
    if (read.kind === 'not-text' || read.kind === 'too-large') {
      return { isWritten: false, kept: 0, foreign: 0, problem: read.kind };
    }
    const before = read.kind === 'text' ? read.text : beginningOf(bookId, names);
    const { text, kept, foreign } = mergeFile(before, wanted, (id) => known.has(id));
    const isSame = read.kind === 'text' && text === read.text;
    if (isSame || writeBack(file, read, text)) return { isWritten: !isSame, kept, foreign, problem: undefined };
  }
  return { isWritten: false, kept: 0, foreign: 0, problem: 'busy' };
}

/** Every mark that this store has or had, as passages name them. Others come from another Recto. */
function knownIds(database: DatabaseSync, bookId: string): Set<string> {
  const ids = database
    .prepare('SELECT id FROM marks WHERE book_id = ? UNION ALL SELECT id FROM erased_marks')
    .all(bookId);
  return new Set(ids.flatMap(({ id }) => [shortBlockId(String(id)), wholeBlockId(String(id))]));
}

function problemOf({ code }: NodeJS.ErrnoException): NotesProblem {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'refused';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'EBUSY') return 'busy';
  return 'other';
}
