/** Opens the database file, or says why it cannot be used. */
import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, type Failure } from '../../../core/contract/result.ts';
import { makeDataFolder } from '../data-folder.ts';
import { examine, UnusableFile } from './examine.ts';
import { knownVersion, migrate } from './migrate.ts';
import { isDamage, isSqliteError } from './sqlite.ts';

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
  const file = join(folder, 'recto.db');
  try {
    makeDataFolder(folder);
    return openExamined(file);
  } catch (error) {
    if (!isSqliteError(error) && !isSystemError(error) && !(error instanceof UnusableFile)) throw error;
    return { database: undefined, warning: failure('store-unavailable', { folder, what: error.message }).error };
  }
}

function openExamined(file: string): OpenedDatabase {
  try {
    const version = examine(file, knownVersion, busyTimeoutMs);
    if (version > knownVersion) {
      const details = { file, found: String(version), known: String(knownVersion) };
      return { database: undefined, warning: failure('store-newer', details).error };
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    const movedTo = setAside(file);
    const warning = failure('store-damaged', { file, movedTo, what: error.message }).error;
    return { database: connect(file), warning };
  }
  return { database: connect(file), warning: undefined };
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    // FULL: a commit in WAL mode is acknowledged only when it is on disk.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Moves a database and its log to a name with the date, which no other has; returns that name. */
function setAside(file: string): string {
  const date = new Date().toISOString().replace(/[:.]/g, '-');
  const movedTo = file.replace(/\.db$/, `.damaged-${date}.db`);
  renameSync(file, movedTo);
  if (statSync(`${file}-wal`, { throwIfNoEntry: false })) renameSync(`${file}-wal`, `${movedTo}-wal`);
  // An index of the log, made again whenever it is missing.
  rmSync(`${file}-shm`, { force: true });
  return movedTo;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error;
}
