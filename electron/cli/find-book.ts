/** A book that is named on the command line: a bundle folder, or the id of a book under dist/books. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { manualId } from '../../core/contract/manual-id.ts';
import { isId } from '../../core/book/slug.ts';

const bundledBooks = fileURLToPath(new URL('../../dist/books', import.meta.url));

/** The book that ships with Recto. */
export const editionId = 'cncc';

/** The bundles that come with Recto, the edition first. */
export const ownBundles: readonly string[] = [editionId, manualId].map((id) => join(bundledBooks, id));

/** The folder of a book's bundle; undefined where there is none. */
export async function bundleFolder(book: string): Promise<string | undefined> {
  const candidates = isId(book) ? [book, join(bundledBooks, book)] : [book];
  for (const candidate of candidates) {
    const found = await stat(join(candidate, 'book.json')).catch(() => undefined);
    if (found?.isFile() === true) return candidate;
  }
  return undefined;
}

/** Says that a book is not there. */
export function noSuchBook(book: string): string {
  return `There is no book “${book}”: neither a bundle folder nor an id in dist/books.`;
}

/** A JSON file's content, or a sentence that says what is wrong with it. */
export async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | string> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : `${file} is not what a bundle holds: ${z.prettifyError(parsed.error)}`;
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
