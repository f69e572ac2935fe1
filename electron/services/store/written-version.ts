/** Which version of Recto a database comes from, asked without changing a byte of it. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isDamage, readNumber } from './sqlite.ts';

/** sqlite.org/fileformat.html, "The Database Header": the first 100 bytes. */
const magic = 'SQLite format 3\0';
const userVersionOffset = 60;

/**
 * The `user_version` of the database in `file`: from its header, or, where a write-ahead log stands beside it, from a
 * read-only connection, because a newer Recto may have been killed before its migration reached the main file. 0 where
 * there is no database, or none that can be read.
 */
export function writtenVersion(file: string, busyTimeoutMs: number): number {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 0;
  const header = readHeader(file);
  if (header.toString('latin1', 0, magic.length) !== magic) return 0;
  const walSize = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return walSize === 0 ? header.readUInt32BE(userVersionOffset) : versionInLog(file, busyTimeoutMs);
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

function versionInLog(file: string, busyTimeoutMs: number): number {
  let reader: DatabaseSync | undefined;
  try {
    reader = new DatabaseSync(file, { readOnly: true, timeout: busyTimeoutMs });
    return readNumber(reader, 'user_version');
  } catch (error) {
    if (!isDamage(error)) throw error;
    return 0;
  } finally {
    reader?.close();
  }
}
