/** The few things about node:sqlite that its types do not say. */
import type { DatabaseSync } from 'node:sqlite';

/** SQLite's primary result codes that are told apart here (sqlite.org/rescode.html). */
const resultCodes = { busy: 5, corrupt: 11, notADatabase: 26 } as const;

/** The primary result code of an error from SQLite, undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** Whether an error comes from SQLite: the disk's or the file's fault, not a mistake of the program. */
export function isSqliteError(error: unknown): error is Error {
  return resultCode(error) !== undefined;
}

/** Whether an error comes from the system: a folder that may only be read, a disk that is full. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error;
}

/** Whether the file's content is at fault. */
export function isDamage(error: unknown): error is Error {
  const code = resultCode(error);
  return error instanceof DamagedDatabase || code === resultCodes.corrupt || code === resultCodes.notADatabase;
}

/** Whether somebody else holds the lock. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === resultCodes.busy;
}

/** SQLite's own check found a fault, which it reports without raising an error. */
export class DamagedDatabase extends Error {}

/** A pragma whose value is a number. */
export function readNumber(database: DatabaseSync, pragma: 'user_version' | 'application_id'): number {
  const value = database.prepare(`PRAGMA ${pragma}`).get()?.[pragma];
  if (typeof value !== 'number') throw new TypeError(`PRAGMA ${pragma} gave no number`);
  return value;
}
