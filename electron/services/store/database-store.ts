/** The store on an open database. */
import type { DatabaseSync } from 'node:sqlite';
import { positionSchema } from '../../../core/contract/position.ts';
import { trailSchema } from '../../../core/contract/trail.ts';
import { success, type Failure } from '../../../core/contract/result.ts';
import { bookNameSchema, type BookName } from '../../../core/marks/exchange/marks-file.ts';
import { setKeys, storedSettings } from './settings-values.ts';
import { markJournal } from './mark-journal.ts';
import { markStore } from './mark-store.ts';
import { notesFolderRow } from './notes-folder-row.ts';
import { sectionReads } from './section-reads.ts';
import type { Store } from './store.ts';
import { isSqliteError } from './sqlite.ts';
import { keeper } from './transaction.ts';

/**
 * `folder` is what a failure names. With `unkept` every save is made in the database and fails with that: the database
 * is in memory, because the one on disk cannot be used.
 */
export function databaseStore(database: DatabaseSync, folder: string, unkept?: Failure): Store {
  const upsertSetting = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const selectPosition = database.prepare(
    `SELECT book_id AS bookId, lang, chapter_id AS chapterId, block_id AS blockId, fraction
     FROM positions WHERE book_id = ?`,
  );
  const upsertPosition = database.prepare(
    `INSERT INTO positions (book_id, lang, chapter_id, block_id, fraction, saved_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (book_id) DO UPDATE SET lang = excluded.lang, chapter_id = excluded.chapter_id,
       block_id = excluded.block_id, fraction = excluded.fraction, saved_at = excluded.saved_at`,
  );
  const selectTrail = database.prepare('SELECT trail FROM trails WHERE book_id = ?');
  const upsertTrail = database.prepare(
    `INSERT INTO trails (book_id, trail, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (book_id) DO UPDATE SET trail = excluded.trail, saved_at = excluded.saved_at`,
  );
  const upsertBook = database.prepare(
    `INSERT INTO books (id, edition, title, added_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, title = excluded.title, removed_at = NULL
     WHERE edition <> excluded.edition OR title <> excluded.title OR removed_at IS NOT NULL`,
  );

  const selectPlaces = database.prepare(
    `SELECT book_id AS bookId, lang, chapter_id AS chapterId, block_id AS blockId, saved_at AS savedAt
     FROM positions ORDER BY saved_at DESC, book_id`,
  );
  const setRemoved = database.prepare('UPDATE books SET removed_at = ? WHERE id = ? AND removed_at IS NULL');
  const selectBooks = database.prepare('SELECT id, edition, title FROM books ORDER BY id');

  const selectCounts = database.prepare(
    `SELECT CASE WHEN deleted_at IS NULL THEN kind ELSE 'bin' END AS name, count(*) AS number FROM marks GROUP BY name
     UNION ALL SELECT 'draft', count(*) FROM drafts
     UNION ALL SELECT 'book', count(*) FROM books`,
  );

  const settings = () => storedSettings(database);

  // "The integer values returned by two invocations from the same connection will be different if changes were committed to
  // the database by any other connection in the interim" (sqlite.org/pragma.html, data_version).
  const selectVersion = database.prepare('PRAGMA data_version');
  const dataVersion = () => {
    try {
      return selectVersion.get()?.data_version;
    } catch (error) {
      // A disk that is gone is told by the next save; nobody else can have written to it either.
      if (!isSqliteError(error)) throw error;
      return undefined;
    }
  };
  let version = dataVersion();

  const folderRow = notesFolderRow(database);

  const keep = keeper(database, folder, unkept);
  const noteBook = (book: BookName): void => {
    upsertBook.run(book.id, book.edition, JSON.stringify(book.title), Date.now());
  };

  const journal = markJournal(database);
  const reads = sectionReads(database, keep, noteBook, journal);

  return {
    settings,
    saveSettings: (patch) =>
      keep(() => {
        for (const [key, value] of setKeys(patch)) upsertSetting.run(key, JSON.stringify(value));
        return success(settings());
      }),
    position: (bookId) => {
      const row = selectPosition.get(bookId);
      if (row === undefined) return null;
      const position = positionSchema.safeParse({ ...row });
      return position.success ? position.data : null;
    },
    trail: (bookId) => {
      const row = selectTrail.get(bookId);
      const trail = trailSchema.safeParse(row === undefined ? undefined : JSON.parse(String(row.trail)));
      return trail.success ? trail.data : { points: [], at: 0 };
    },
    saveTrail: (trail, book) =>
      keep(() => {
        noteBook(book);
        upsertTrail.run(book.id, JSON.stringify(trail), Date.now());
        return success({});
      }),
    savePosition: ({ bookId, lang, chapterId, blockId, fraction }, book) =>
      keep(() => {
        noteBook(book);
        upsertPosition.run(bookId, lang, chapterId, blockId, fraction, Date.now());
        return success({});
      }),
    places: () =>
      selectPlaces.all().map(({ bookId, lang, chapterId, blockId, savedAt }) => ({
        bookId: String(bookId),
        lang: String(lang),
        chapterId: String(chapterId),
        blockId: String(blockId),
        savedAt: Number(savedAt),
      })),
    removeBook: (bookId) =>
      keep(() => {
        setRemoved.run(Date.now(), bookId);
        return success({});
      }),
    books: () =>
      selectBooks.all().flatMap(({ id, edition, title }) => {
        const book = bookNameSchema.safeParse({ id, edition, title: JSON.parse(String(title)) as unknown });
        return book.success ? [book.data] : [];
      }),
    marks: markStore(database, keep, noteBook, journal, reads),
    reads,
    notesFolder: folderRow.read,
    saveNotesFolder: (chosen) =>
      keep(() => {
        folderRow.write(chosen);
        return success({});
      }),
    counts: () => Object.fromEntries(selectCounts.all().map(({ name, number }) => [String(name), Number(number)])),
    changedElsewhere: () => {
      const before = version;
      version = dataVersion();
      return version !== before;
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
