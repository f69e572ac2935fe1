/**
 * Whole copies of the database in `snapshots/` beside it, so that a damaged file costs an hour and not a year. They are
 * numbered: the clock may be set back. `recto-000042-2026-11-27T10-00-00-000Z.db`, and with `-migration` where the schema
 * was about to change.
 */
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { examine } from './examine.ts';
import { keptSnapshots } from './kept-snapshots.ts';

/** Also where no mark has changed: settings and positions are worth a day. */
const longestAgeMs = 24 * 3600 * 1000;

const namePattern = /^recto-(\d{6})-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(-migration)?\.db$/;

export interface Snapshot {
  readonly file: string;
  readonly number: number;
  /** When it was taken, by the clock of that time: ISO 8601. */
  readonly takenAt: string;
  /** Taken before the schema was changed. */
  readonly isMigration: boolean;
}

/** The snapshots of a data folder, the newest first. */
export function snapshotsOf(folder: string): Snapshot[] {
  const inside = snapshotFolder(folder);
  if (!statSync(inside, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(inside)
    .flatMap((name) => {
      const [, number = '', date = '', migration] = namePattern.exec(name) ?? [];
      const takenAt = date.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/, 'T$1:$2:$3.$4Z');
      return number === ''
        ? []
        : [{ file: join(inside, name), number: Number(number), takenAt, isMigration: migration !== undefined }];
    })
    .sort((a, b) => b.number - a.number);
}

/** Whether something was changed that the newest snapshot does not have. */
export function isSnapshotDue(database: DatabaseSync, folder: string): boolean {
  const [newest] = snapshotsOf(folder);
  if (!newest) return true;
  const age = Date.now() - Date.parse(newest.takenAt);
  return age < 0 || age > longestAgeMs || readMarksClock(database) !== clockOfFile(newest.file);
}

/**
 * Takes a snapshot and drops those that need not be kept any more (kept-snapshots.ts). Throws an error of SQLite or the
 * system; then nothing is left of it.
 */
export function takeSnapshot(
  database: DatabaseSync,
  folder: string,
  knownVersion: number,
  isMigration = false,
): Snapshot {
  const inside = snapshotFolder(folder);
  mkdirSync(inside, { recursive: true, mode: 0o700 });
  const existing = snapshotsOf(folder);
  const number = (existing[0]?.number ?? 0) + 1;
  const takenAt = new Date().toISOString();
  const file = join(
    inside,
    `recto-${String(number).padStart(6, '0')}-${takenAt.replace(/[:.]/g, '-')}${isMigration ? '-migration' : ''}.db`,
  );
  const unfinished = join(inside, 'unfinished.db');
  rmSync(unfinished, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    // What is not sound is no snapshot.
    examine(unfinished, knownVersion, 0);
    sync(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(inside);
  const taken = { file, number, takenAt, isMigration };
  const kept = keptSnapshots([taken, ...existing]);
  for (const old of existing) if (!kept.has(old)) rmSync(old.file, { force: true });
  return taken;
}

/**
 * Puts the newest sound snapshot in the place of `file`, which must not be there; undefined where there is none. One of
 * a newer Recto counts for none.
 */
export function restoreSnapshot(folder: string, file: string, knownVersion: number): Snapshot | undefined {
  for (const snapshot of snapshotsOf(folder)) {
    if (!isSound(snapshot.file, knownVersion)) continue;
    const unfinished = `${file}.unfinished`;
    copyFileSync(snapshot.file, unfinished);
    sync(unfinished);
    renameSync(unfinished, file);
    syncFolder(folder);
    return snapshot;
  }
  return undefined;
}

function isSound(file: string, knownVersion: number): boolean {
  try {
    const version = examine(file, knownVersion, 0);
    return version > 0 && version <= knownVersion;
  } catch (error) {
    console.error(`recto: the snapshot ${file} cannot be used:`, error instanceof Error ? error.message : error);
    return false;
  }
}

/** The clock of the last change of a mark; 0 where there was none, or the schema is older than marks. */
function readMarksClock(database: DatabaseSync): number {
  const hasCounters = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'counters'`).get();
  if (!hasCounters) return 0;
  return Number(database.prepare(`SELECT value FROM counters WHERE name = 'clock'`).get()?.value ?? 0);
}

/** -1 for a file that cannot be read: no clock of ours. */
function clockOfFile(file: string): number {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    return readMarksClock(database);
  } catch (error) {
    console.error(`recto: the snapshot ${file} cannot be read:`, error instanceof Error ? error.message : error);
    return -1;
  } finally {
    database?.close();
  }
}

function snapshotFolder(folder: string): string {
  return join(folder, 'snapshots');
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A rename is on disk when its folder is. Windows does not open folders, and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
