/** Which file of the reader's folder is a book's. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileNameOf, isFileOf } from '../../../core/marks/folder/book-file.ts';

/** So many files of a folder are looked into, and so much of each. */
const mostFiles = 10_000;
const beginningBytes = 16_384;

export interface FolderFiles {
  /** The name of the book's file: `known` where it is there, else one that has been renamed; undefined where there is none. */
  readonly find: (bookId: string, known: string | undefined) => string | undefined;
  /** A name for a new file, which nothing has yet. */
  readonly free: (title: string, bookId: string) => string;
}

/** Of files directly in `folder`. Throws the system's error. */
export function folderFiles(folder: string): FolderFiles {
  let beginnings: ReadonlyMap<string, string> | undefined;
  const isThere = (name: string): boolean => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  return {
    find: (bookId, known) => {
      if (known !== undefined && isThere(known)) return known;
      beginnings ??= beginningsIn(folder);
      return [...beginnings].find(([, text]) => isFileOf(bookId, text))?.[0];
    },
    free: (title, bookId) => {
      const name = fileNameOf(title, bookId);
      const names = [name, `${name} (${bookId})`];
      for (let number = 2; ; number += 1) {
        const next = names.shift() ?? `${name} (${bookId} ${String(number)})`;
        if (!isThere(`${next}.md`)) return `${next}.md`;
      }
    },
  };
}

function beginningsIn(folder: string): Map<string, string> {
  const names = readdirSync(folder)
    .filter((name) => /^[^.].*\.md$/i.test(name))
    .slice(0, mostFiles);
  return new Map(
    names.flatMap((name) => {
      const text = beginningOf(join(folder, name));
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

function beginningOf(file: string): string | undefined {
  // A pipe would keep us waiting for ever.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const buffer = Buffer.alloc(beginningBytes);
  try {
    const descriptor = openSync(file, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Not ours to read, so not ours.
    return undefined;
  }
}
