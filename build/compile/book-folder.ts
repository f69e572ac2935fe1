/** The one way in which a compile reads a book: paths relative to the book's folder, nothing outside it, nothing huge. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';
import { say, type Sentence } from '../../core/book/sentences/say.ts';

const maxTextBytes = 2 * 1024 * 1024;
const maxImageBytes = 32 * 1024 * 1024;

/** Why a file could not be had. */
export interface ReadFailure {
  readonly code: 'file-unreadable' | 'path-outside-book' | 'file-too-large' | 'not-found';
  readonly message: Sentence;
}

export type ReadResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ReadFailure };

export interface BookFolder {
  /** Absolute, without symbolic links; its last name is what the book is called where nothing else says so. */
  readonly root: string;
  /** A UTF-8 file by its path in the book (forward slashes). */
  readText(path: string): Promise<ReadResult<string>>;
  readBytes(path: string): Promise<ReadResult<Buffer>>;
  /** True for an ordinary file inside the book. */
  has(path: string): Promise<boolean>;
}

/** Opens a folder; undefined where there is none. */
export async function openBookFolder(path: string): Promise<BookFolder | undefined> {
  let root: string;
  try {
    root = await realpath(path);
    if (!(await stat(root)).isDirectory()) return undefined;
  } catch {
    return undefined;
  }

  /** The real path of an ordinary file of the book. */
  async function locate(file: string, maxBytes: number): Promise<ReadResult<string>> {
    try {
      // The real path decides: neither `..` nor a symbolic link may lead to another file of this machine.
      const real = await realpath(resolve(root, file));
      if (!isInside(root, real)) return fail('path-outside-book', say('outside-book', { file }));
      const { size, isFile } = await describe(real);
      // Reading a pipe or a device would never end.
      if (!isFile) return fail('file-unreadable', say('not-a-file', { file }));
      if (size > maxBytes) return tooLarge(file, size, maxBytes);
      return { ok: true, value: real };
    } catch (error) {
      return readFailure(root, file, error);
    }
  }

  async function read(file: string, maxBytes: number): Promise<ReadResult<Buffer>> {
    const located = await locate(file, maxBytes);
    if (!located.ok) return located;
    try {
      return { ok: true, value: await readFile(located.value) };
    } catch (error) {
      return readFailure(root, file, error);
    }
  }

  return {
    root,
    readText: async (file) => decode(file, await read(file, maxTextBytes)),
    readBytes: (file) => read(file, maxImageBytes),
    async has(file) {
      return (await locate(file, Number.MAX_SAFE_INTEGER)).ok;
    },
  };
}

/**
 * A book whose files are in memory, as they come out of an archive: no name in it leads anywhere. `name` is what the
 * folder would be called; paths have forward slashes.
 */
export function memoryBookFolder(name: string, files: ReadonlyMap<string, Uint8Array>): BookFolder {
  function read(file: string, maxBytes: number): ReadResult<Buffer> {
    const path = posix.normalize(file);
    if (path.startsWith('../') || path === '..' || posix.isAbsolute(path)) {
      return fail('path-outside-book', say('outside-book', { file }));
    }
    const bytes = files.get(path);
    if (bytes === undefined) return fail('not-found', say('not-there', { file }));
    if (bytes.length > maxBytes) return tooLarge(file, bytes.length, maxBytes);
    return { ok: true, value: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  }
  return {
    root: `/${name}`,
    readText: (file) => Promise.resolve(decode(file, read(file, maxTextBytes))),
    readBytes: (file) => Promise.resolve(read(file, maxImageBytes)),
    has: (file) => Promise.resolve(read(file, Number.MAX_SAFE_INTEGER).ok),
  };
}

function decode(file: string, bytes: ReadResult<Buffer>): ReadResult<string> {
  if (!bytes.ok) return bytes;
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes.value) };
  } catch {
    return fail('file-unreadable', say('not-utf8', { file }));
  }
}

function tooLarge(file: string, size: number, maxBytes: number): { ok: false; failure: ReadFailure } {
  return fail('file-too-large', say('too-many-bytes', { file, bytes: size, most: maxBytes }));
}

async function describe(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

function readFailure(root: string, file: string, error: unknown): { ok: false; failure: ReadFailure } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    // Whether something exists outside the book is nobody's business.
    if (!isInside(root, resolve(root, file))) return fail('path-outside-book', say('outside-book', { file }));
    return fail('not-found', say('not-there', { file }));
  }
  return fail('file-unreadable', say('cannot-be-read', { file, reason: code === '' ? String(error) : code }));
}

function isInside(root: string, path: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function fail(code: ReadFailure['code'], message: Sentence): { ok: false; failure: ReadFailure } {
  return { ok: false, failure: { code, message } };
}
