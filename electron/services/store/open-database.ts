/** Opens the database file, or says why it cannot be used. */
import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, type Failure } from '../../../core/contract/result.ts';
import { makeDataFolder } from '../data-folder.ts';
import { knownVersion, migrate } from './migrate.ts';
import { DamagedDatabase, isDamage, isSqliteError, readNumber } from './sqlite.ts';
import { writtenVersion } from './written-version.ts';

export const databaseName = 'recto.db';

/** How long one connection waits for another's write. SQLite's own default is not at all. */
const busyTimeoutMs = 5000;

export type OpenedDatabase =
  /** Usable; `warning` is store-damaged where an empty database had to be begun. */
  | { readonly database: DatabaseSync; readonly warning: Failure | undefined }
  /** Nothing can be kept: store-unavailable or store-newer. */
  | { readonly database: undefined; readonly warning: Failure };

/**
 * Opens `recto.db` in `folder`, making both where they are missing. A database of a newer Recto is left as it is. A
 * damaged one is set aside beside its name with the date, and an empty one begun.
 */
export function openDatabase(folder: string): OpenedDatabase {
  const file = join(folder, databaseName);
  try {
    makeDataFolder(folder);
    const found = writtenVersion(file, busyTimeoutMs);
    if (found > knownVersion) {
      const details = { file, found: String(found), known: String(knownVersion) };
      return { database: undefined, warning: failure('store-newer', details).error };
    }
    return connectOrBeginAnew(file);
  } catch (error) {
    if (!isSqliteError(error) && !isSystemError(error) && !(error instanceof UnusableFile)) throw error;
    return { database: undefined, warning: failure('store-unavailable', { folder, what: error.message }).error };
  }
}

function connectOrBeginAnew(file: string): OpenedDatabase {
  try {
    return { database: connect(file), warning: undefined };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const movedTo = setAside(file);
    const warning = failure('store-damaged', { file, movedTo, what: error.message }).error;
    return { database: connect(file), warning };
  }
}

function connect(file: string): DatabaseSync {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new UnusableFile(`${file} is not a file`);
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    // A file that is no database opens without an error; only the first query tells.
    const [report] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
    if (report !== 'ok') throw new DamagedDatabase(String(report));
    const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count;
    if (readNumber(database, 'user_version') === 0 && tables !== 0) {
      throw new UnusableFile(`${file} is another program's database`);
    }
    // FULL: a commit in WAL mode is acknowledged only when it is on disk.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Moves a database and its companions to a name with the date, which no other has; returns that name. */
function setAside(file: string): string {
  const date = new Date().toISOString().replace(/[:.]/g, '-');
  const movedTo = file.replace(/\.db$/, `.damaged-${date}.db`);
  for (const suffix of ['', '-wal', '-shm']) {
    if (statSync(file + suffix, { throwIfNoEntry: false })) renameSync(file + suffix, movedTo + suffix);
  }
  return movedTo;
}

/** What stands in the database's place cannot be it, and is none of our business to move. */
class UnusableFile extends Error {}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error;
}
