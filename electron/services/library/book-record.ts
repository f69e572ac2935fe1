/** What is kept of an imported book beside its bundle: `books/<id>/about.json`, and the compiler's report. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isId } from '../../../core/book/slug.ts';
import type { Report } from '../../../core/book/report.ts';
import { ownWords } from '../../../core/book/sentences/say.ts';
import { problemSchema } from '../../../core/contract/shelf.ts';

const sourceSchema = z.discriminatedUnion('kind', [
  /** A folder or zip of the reader's; the path never leaves this process. */
  z.strictObject({ kind: z.enum(['folder', 'zip']), path: z.string().min(1), stamp: z.string() }),
  /** A zip that the page has handed over, kept as `source.zip`. */
  z.strictObject({ kind: z.literal('upload'), name: z.string() }),
]);
export type BookSource = z.infer<typeof sourceSchema>;

const recordSchema = z.strictObject({
  version: z.literal(1),
  source: sourceSchema,
  addedAt: z.int(),
  compiledAt: z.int(),
  errors: z.int().min(0),
  warnings: z.int().min(0),
});
export type BookRecord = z.infer<typeof recordSchema>;

/** Reports were once kept in English words. */
const keptProblemSchema = problemSchema.extend({
  message: z.union([problemSchema.shape.message, z.string().transform(ownWords)]),
});
const reportSchema = z.array(keptProblemSchema);

/** Where the parts of a book lie. */
export const bookPlaces = (booksFolder: string, id: string) => {
  const folder = join(booksFolder, id);
  return {
    folder,
    bundle: join(folder, 'bundle'),
    about: join(folder, 'about.json'),
    report: join(folder, 'report.json'),
    upload: join(folder, 'source.zip'),
  };
};

/** Ids of all imported books; none where there is no such folder. */
export async function importedIds(booksFolder: string): Promise<string[]> {
  const entries = await readdir(booksFolder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && isId(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Undefined where it cannot be read: the book is read all the same, it is only not known where it came from. */
export async function readRecord(booksFolder: string, id: string): Promise<BookRecord | undefined> {
  const record = recordSchema.safeParse(await readJson(bookPlaces(booksFolder, id).about));
  return record.success ? record.data : undefined;
}

export async function readReport(booksFolder: string, id: string): Promise<Report> {
  const report = reportSchema.safeParse(await readJson(bookPlaces(booksFolder, id).report));
  return report.success ? report.data : [];
}

/** Throws the system's error. */
export async function writeRecord(booksFolder: string, id: string, record: BookRecord, report: Report): Promise<void> {
  const { folder, about, report: reportFile } = bookPlaces(booksFolder, id);
  await mkdir(folder, { recursive: true });
  for (const [file, value] of [
    [reportFile, report],
    [about, record],
  ] as const) {
    await writeFile(`${file}.new`, JSON.stringify(value));
    await rename(`${file}.new`, file);
  }
}

/** Takes a book off the disk: first out of the way in one step, so that nobody finds half of it. Throws the system's error. */
export async function removeBookFolder(booksFolder: string, id: string): Promise<void> {
  const gone = join(booksFolder, `.removed-${id}`);
  await rm(gone, { recursive: true, force: true });
  await rename(bookPlaces(booksFolder, id).folder, gone);
  await rm(gone, { recursive: true, force: true });
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Not there or not JSON: fits no schema, and the caller says what is missing.
    return undefined;
  }
}
