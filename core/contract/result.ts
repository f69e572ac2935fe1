/**
 * Expected failures are values. A code is stable and closed; the reader turns code and details into a sentence in
 * its own language, so nothing here is prose.
 */
import { z } from 'zod';

export const failureCodes = [
  /** The caller is not our own page. */
  'refused',
  /** The request does not match its schema. details: what */
  'bad-request',
  /** No such book, chapter or asset. details: what */
  'not-found',
  /** No bundle in the folder, or one of another format. details: folder, what */
  'book-missing',
  /** A file of the bundle is not what was compiled. details: file */
  'book-damaged',
  /** Settings and positions cannot be kept. details: folder, what */
  'store-unavailable',
  /** The database was written by a newer Recto. details: file, found, known */
  'store-newer',
  /** The database could not be read and was set aside. details: file, movedTo */
  'store-damaged',
  /** The same, and the newest sound snapshot stands in its place. details: file, movedTo, takenAt */
  'store-restored',
  /** Somebody else, in another window, has changed or deleted the mark since it was read. details: id */
  'mark-conflict',
  /** It is no file of marks that can be read. details: what; problem and of, which are the code and the what of a FileProblem */
  'import-refused',
  /** The address is not one that may be opened. details: url */
  'link-refused',
  /** No further window was opened. details: what */
  'window-refused',
  /** Nothing could be put on the clipboard. details: what */
  'copy-refused',
  /** A file that the system handed over could not be read. details: file, what */
  'file-not-read',
  /** A file could not be written. details: file, what */
  'file-not-saved',
  /** The system does not print, or the page could not be made a PDF. details: what */
  'print-failed',
  /** The connection between page and host is gone (browser host only). */
  'host-gone',
  /** A part of the page that is fetched later did not come. details: what */
  'part-missing',
  /** A mistake of ours. details: what */
  'internal',
] as const;

export const failureSchema = z.strictObject({
  code: z.enum(failureCodes),
  /** Names of the things concerned (paths, ids, the system's own reason), as plain text. */
  details: z.record(z.string(), z.string()),
});
export type FailureCode = (typeof failureCodes)[number];
export type Failure = z.infer<typeof failureSchema>;

/** What every call of the contract comes back with. Survives structured clone and JSON. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: FailureCode, details: Record<string, string> = {}): { ok: false; error: Failure } {
  return { ok: false, error: { code, details } };
}
