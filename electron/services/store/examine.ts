/** Looks at a database file without changing a byte of it: what it says here decides whether it may be opened. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DamagedDatabase, readNumber } from './sqlite.ts';

/** sqlite.org/fileformat.html, "The Database Header": the first 100 bytes. */
const magic = 'SQLite format 3\0';
const headerBytes = 100;
const userVersionOffset = 60;

/** What stands in the database's place cannot be it, and is none of our business to move. */
export class UnusableFile extends Error {}

/**
 * The `user_version` of the database in `file`, 0 where there is none yet; the file is sound, or newer than
 * `knownVersion`. Throws UnusableFile, DamagedDatabase or an error of SQLite.
 *
 * Where the power failed while the file was being made, that is taken back first. The connection is read-only, because closing a writing one folds the write-ahead log into the file and deletes it:
 * into a damaged file, or one of a newer Recto, that must not happen.
 */
export function examine(file: string, knownVersion: number, busyTimeoutMs: number): number {
  let stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || (stat.isFile() && stat.size === 0)) return 0;
  if (!stat.isFile()) throw new UnusableFile(`${file} is not a file`);
  if (isBegun(file) && !isNewer(readHeader(file), knownVersion)) {
    rollBack(file, busyTimeoutMs);
    stat = statSync(file);
    if (stat.size === 0) return 0;
  }
  const header = readHeader(file);
  if (!isDatabase(header)) throw new DamagedDatabase('file is not a database');
  if (isNewer(header, knownVersion)) return header.readUInt32BE(userVersionOffset);

  // A newer Recto may have been killed before its migration reached the main file, so the log is asked, too.
  const database = new DatabaseSync(file, { readOnly: true, timeout: busyTimeoutMs });
  try {
    const version = readNumber(database, 'user_version');
    if (version > knownVersion) return version;
    const [report] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
    if (report !== 'ok') throw new DamagedDatabase(String(report));
    const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count;
    if (version === 0 && tables !== 0) throw new UnusableFile(`${file} is another program's database`);
    return version;
  } finally {
    database.close();
  }
}

function isDatabase(header: Buffer): boolean {
  return header.toString('latin1', 0, magic.length) === magic;
}

function isNewer(header: Buffer, knownVersion: number): boolean {
  return isDatabase(header) && header.readUInt32BE(userVersionOffset) > knownVersion;
}

/** Whether the power failed while the file was being made: later there is the write-ahead log, and never a journal. */
function isBegun(file: string): boolean {
  return (statSync(`${file}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Lets SQLite take back what was begun; a read-only connection may not, and would leave the file unusable for good. */
function rollBack(file: string, busyTimeoutMs: number): void {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    database.close();
  }
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}
