/** The library in messages: the books that are there, and what a compiler says about them. */
import { z } from 'zod';
import { idSchema, langSchema, localizedSchema } from '../book/model.ts';
import { problemCodes, type Problem } from '../book/report.ts';
import type { Sentence } from '../book/sentences/say.ts';
import { mostUploadBytes } from './upload-limit.ts';

export const shelfBookSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  languages: z.array(langSchema).readonly(),
  /** Part of Recto (the edition, the manual), or brought along by the reader. */
  kind: z.enum(['edition', 'manual', 'imported']),
  chapters: z.int().min(0),
  /** How much of it lies behind the reader, 0 to 1; null for a book that was never opened. */
  progress: z.number().min(0).max(1).nullable(),
  /** Milliseconds since 1970; null for a book that was never opened. */
  lastReadAt: z.int().nullable(),
  /** Bookmarks, highlights and notes outside the bin. */
  marks: z.int().min(0),
  /** Where an imported book came from: the name of the folder or file, never its path. Null where that is not known. */
  source: z
    .strictObject({
      kind: z.enum(['folder', 'zip', 'upload']),
      name: z.string(),
      /** Whether it is still what was compiled; `kept` for a file that Recto has a copy of. */
      state: z.enum(['same', 'changed', 'gone', 'kept']),
    })
    .nullable(),
  /** What the compiler found. */
  errors: z.int().min(0),
  warnings: z.int().min(0),
  /** Whether its files are not what was compiled, so that it cannot be opened. */
  damaged: z.boolean(),
});
export type ShelfBook = z.infer<typeof shelfBookSchema>;

/** A report is shown up to here; a book with more says the same again and again. */
export const shownProblems = 1000;

const sentenceSchema: z.ZodType<Sentence> = z.strictObject({
  key: z.string(),
  get values() {
    return z.record(z.string(), z.union([z.string(), z.number(), sentenceSchema]));
  },
});

export const problemSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  code: z.enum(problemCodes),
  file: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
  message: sentenceSchema,
}) satisfies z.ZodType<Problem>;

export const bookReportSchema = z.strictObject({
  errors: z.int().min(0),
  warnings: z.int().min(0),
  /** The first of them. */
  problems: z.array(problemSchema).max(shownProblems).readonly(),
});
export type BookReport = z.infer<typeof bookReportSchema>;

/** Where a book is to come from. The host asks for folder and zip, or was handed one (`arrived` is its id); the page sends no paths. */
export const bookOrderSchema = z.union([
  z.strictObject({ from: z.enum(['folder', 'zip']) }),
  z.strictObject({ arrived: z.uuid() }),
  z.strictObject({
    /** Of the file, to be shown again. */
    name: z.string().min(1).max(200),
    zip: z
      .base64()
      .min(4)
      .max(4 * Math.ceil(mostUploadBytes / 3)),
  }),
]);

export const bookArrivalSchema = z.discriminatedUnion('outcome', [
  /** The reader chose nothing, or stopped it. */
  z.strictObject({ outcome: z.literal('declined') }),
  /** The host has no dialog: the page lets the reader choose a zip and hands it over. */
  z.strictObject({ outcome: z.literal('ask') }),
  /** It is no book that can be read; what was there before stays. */
  z.strictObject({ outcome: z.literal('refused'), name: z.string(), report: bookReportSchema }),
  /** It is on the shelf; `updated` where the same book stood there. */
  z.strictObject({ outcome: z.enum(['added', 'updated']), book: shelfBookSchema, report: bookReportSchema }),
]);
export type BookArrival = z.infer<typeof bookArrivalSchema>;
