/** Opens the database file, or says why it cannot be used. */
import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, type Failure } from '../../../core/contract/result.ts';
import { makeDataFolder } from '../data-folder.ts';
import { examine, UnusableFile } from './examine.ts';
import { emptyDatabase, readIntoMemory } from './memory-database.ts';
import { knownVersion, migrate } from './migrate.ts';
import { restoreSnapshot, snapshotsOf, takeSnapshot } from './snapshots.ts';
import { DamagedDatabase, isDamage, isSqliteError, isSystemError } from './sqlite.ts';

/** How long one connection waits for another's write. SQLite's own default is not at all. */
const busyTimeoutMs = 5000;

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** What the reader has to know; undefined where all is well. */
  readonly warning: Failure | undefined;
  /**
   * Whether what is written is on disk. If not, the database is one in memory, `warning` says why (store-unavailable,
   * store-newer); it holds what could be read.
   */
  readonly kept: boolean;
}

/** Why a database was left alone that `openDatabaseAsIs` was to open: store-damaged, store-newer, store-unavailable. */
export class DatabaseRefused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/**
 * Opens `recto.db` in `folder`, making both where they are missing. A database of a newer Recto is left as it is. A
 * damaged one is set aside beside its name with the date, and the newest sound snapshot takes its place
 * (store-restored), or an empty one where there is none (store-damaged).
 */
export function openDatabase(folder: string): OpenedDatabase {
  return open(folder, (file, what) => ({ ...replaceDamaged(folder, file, what), kept: true }));
}

/**
 * The same for a tool that works beside the reader or in place of it: what is damaged, of a newer Recto, or no database
 * of ours is left where it is, and DatabaseRefused is thrown. Only the program that shows the reader what has happened
 * may move the reader's data.
 */
export function openDatabaseAsIs(folder: string): OpenedDatabase {
  const opened = open(folder, (file, what) => {
    throw new DatabaseRefused(failure('store-damaged', { file, what }).error);
  });
  const { warning, isUnread } = opened;
  if (!warning || !isUnread) return opened;
  opened.database.close();
  throw new DatabaseRefused(warning);
}

/** `isUnread`: nothing of what the file holds is in the database that was opened. */
type Opened = OpenedDatabase & { readonly isUnread?: true };

function open(folder: string, onDamage: (file: string, what: string) => OpenedDatabase): Opened {
  const file = join(folder, 'recto.db');
  try {
    makeDataFolder(folder);
    return openExamined(folder, file, onDamage);
  } catch (error) {
    if (!isSqliteError(error) && !isSystemError(error) && !(error instanceof UnusableFile)) throw error;
    const warning = failure('store-unavailable', { folder, what: error.message }).error;
    if (error instanceof UnusableFile) return { database: emptyDatabase(), warning, kept: false, isUnread: true };
    return { database: readIntoMemory(file), warning, kept: false };
  }
}

function openExamined(folder: string, file: string, onDamage: (file: string, what: string) => OpenedDatabase): Opened {
  let version: number;
  try {
    version = examine(file, knownVersion, busyTimeoutMs);
    // What was there once and is empty or gone was not emptied by us.
    if (version === 0 && snapshotsOf(folder).length > 0) throw new DamagedDatabase('file is empty or missing');
  } catch (error) {
    if (!isDamage(error)) throw error;
    return onDamage(file, error.message);
  }
  if (version > knownVersion) {
    const details = { file, found: String(version), known: String(knownVersion) };
    const warning = failure('store-newer', details).error;
    return { database: emptyDatabase(), warning, kept: false, isUnread: true };
  }
  return { database: connect(folder, file, version), warning: undefined, kept: true };
}

function replaceDamaged(folder: string, file: string, what: string): { database: DatabaseSync; warning: Failure } {
  const movedTo = setAside(file);
  const snapshot = restoreSnapshot(folder, file, knownVersion);
  const details = { file, movedTo, what };
  const warning = snapshot
    ? failure('store-restored', { ...details, takenAt: snapshot.takenAt }).error
    : failure('store-damaged', details).error;
  const version = snapshot ? examine(file, knownVersion, busyTimeoutMs) : 0;
  return { database: connect(folder, file, version), warning };
}

function connect(folder: string, file: string, version: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    // FULL: a commit in WAL mode is acknowledged only when it is on disk.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    if (version > 0 && version < knownVersion) takeSnapshot(database, folder, knownVersion, true);
    migrate(database);
    // A file that may only be read opens as well; that is better said now than at the first note.
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
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
  if (statSync(file, { throwIfNoEntry: false })) renameSync(file, movedTo);
  if (statSync(`${file}-wal`, { throwIfNoEntry: false })) renameSync(`${file}-wal`, `${movedTo}-wal`);
  // An index of the log, made again whenever it is missing.
  rmSync(`${file}-shm`, { force: true });
  return movedTo;
}
