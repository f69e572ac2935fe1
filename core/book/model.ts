/**
 * What a compiled book (a "bundle") is. The compiler writes these shapes, both hosts and the reader read them.
 *
 * A bundle is one folder:
 *   book.json                      BookManifest
 *   chapters/<lang>/<id>.json      Chapter
 *   glossary.json                  Glossary; only where the book has one
 *   index.json                     BookIndex; only where the book has a chapter made from it
 *   search/<lang>.bin              search index (core/search); a bundle without it is searched all the same
 *   assets/<name>                  pictures, named by content
 *   integrity.json                 Integrity: SHA-256 of every other file
 *
 * Offsets are Unicode code points into a block's `text`, end exclusive, unless a name says UTF-16.
 */
import { z } from 'zod';

/** Version of the bundle's shape. A bundle of another version is recompiled, never guessed at. */
export const bundleFormat = 1;

/** Ids of books, chapters and sections: safe as a file name, in a URL and in an attribute. Letters of any script. */
export const idSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u);

/** A language of a book, as BCP 47 primary tag with optional subtags (`zh`, `en`, `zh-TW`). */
export const langSchema = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** A text per language of the book. Holds an entry for at least one language. */
export const localizedSchema = z.record(z.string(), z.string());
export type Localized = z.infer<typeof localizedSchema>;

/** A heading as the contents tree shows it; `depth` is 1 for the chapter's title. */
export const headingSchema = z.strictObject({
  id: idSchema,
  depth: z.int().min(1).max(6),
  title: z.string(),
});
export type Heading = z.infer<typeof headingSchema>;

/** A chapter in the contents tree. */
export interface ChapterEntry {
  readonly kind: 'chapter';
  readonly id: string;
  readonly title: Localized;
  /** Page of the same subject in the published PDF. */
  readonly page?: number | undefined;
  /** Languages that have this chapter, in the book's order; never empty. */
  readonly languages: readonly string[];
  /** Minutes that reading takes, per language; absent for a chapter that is there to look things up in. */
  readonly minutes?: Readonly<Record<string, number>> | undefined;
  /** Headings per language, in reading order, without the title (depth >= 2). */
  readonly headings: Readonly<Record<string, readonly Heading[]>>;
  /** Chapters nested in this one; may be empty. */
  readonly children: readonly ContentsEntry[];
}

/** A group title in the contents tree; it has no text of its own. */
export interface PartEntry {
  readonly kind: 'part';
  readonly id: string;
  readonly title: Localized;
  readonly children: readonly ContentsEntry[];
}

export type ContentsEntry = ChapterEntry | PartEntry;

export const contentsEntrySchema: z.ZodType<ContentsEntry> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('chapter'),
      id: idSchema,
      title: localizedSchema,
      page: z.int().positive().optional(),
      languages: z.array(langSchema).min(1),
      minutes: z.record(z.string(), z.number().nonnegative()).optional(),
      headings: z.record(z.string(), z.array(headingSchema)),
      children: z.array(contentsEntrySchema),
    }),
    z.strictObject({
      kind: z.literal('part'),
      id: idSchema,
      title: localizedSchema,
      children: z.array(contentsEntrySchema),
    }),
  ]),
);

/** `book.json`: everything the reader needs before it opens a chapter. */
export const bookManifestSchema = z.strictObject({
  format: z.literal(bundleFormat),
  id: idSchema,
  edition: z.string().max(100),
  title: localizedSchema,
  /** Languages of the book; the first is the source language. Never empty. */
  languages: z.array(langSchema).min(1),
  license: z.string().max(200).optional(),
  attribution: localizedSchema.optional(),
  contents: z.array(contentsEntrySchema),
});
export type BookManifest = z.infer<typeof bookManifestSchema>;

export const blockKinds = [
  'heading',
  'paragraph',
  'list',
  'code',
  'figure',
  'table',
  'callout',
  'quote',
  'rule',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** The smallest thing a reader can bookmark, annotate or return to. */
export const blockSchema = z.strictObject({
  /** `<sectionId>.<n>`; n is 0 for the section's heading. The same block has the same id in every language. */
  id: z.string().max(220),
  kind: z.enum(blockKinds),
  /** Sanitised HTML, one root element. */
  html: z.string(),
  /** Plain text of `html` as written by `plainText`: what offsets point into. */
  text: z.string(),
  /** `text` folded for comparison (NFKC, lower case) where that differs from `text`. */
  folded: z.string().optional(),
});
export type Block = z.infer<typeof blockSchema>;

export const sectionSchema = z.strictObject({
  id: idSchema,
  depth: z.int().min(1).max(6),
  title: z.string(),
  blocks: z.array(blockSchema).readonly(),
});
export type Section = z.infer<typeof sectionSchema>;

/** One chapter in one language. The first section has depth 1 and carries the title and the text before the first heading. */
export const chapterSchema = z.strictObject({
  id: idSchema,
  lang: langSchema,
  title: z.string(),
  sections: z.array(sectionSchema).min(1).readonly(),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** A place in the book that a link of our own data leads to: a chapter, or one of its sections. */
export const placeSchema = z.strictObject({ chapterId: idSchema, sectionId: idSchema.optional() });
export type Place = z.infer<typeof placeSchema>;

/** A term of the glossary. All texts are plain text. */
export const termSchema = z.strictObject({
  id: idSchema,
  /** The term's name per language. */
  names: localizedSchema,
  /** The abbreviation, the same in every language (`TEE`). */
  abbr: z.string().min(1).optional(),
  /** What the abbreviation stands for. */
  full: z.string().min(1).optional(),
  /** Other names per language; a language may have none. */
  aliases: z.record(z.string(), z.array(z.string().min(1))),
  /** One or two sentences per language. */
  meaning: localizedSchema,
  /** Where the book says more; may be empty. */
  see: z.array(placeSchema),
  /** The block of the chapter `glossary` that holds the term, in every language. */
  blockId: z.string().max(220),
});
export type Term = z.infer<typeof termSchema>;

/** `glossary.json`: the terms in the order of the chapter `glossary`. The page asks for it with `book:glossary`. */
export const glossarySchema = z.strictObject({ terms: z.array(termSchema) });
export type Glossary = z.infer<typeof glossarySchema>;

/** The chapter that shows the glossary, in a book that has one. */
export const glossaryChapterId = 'glossary';

export const glossaryPath = 'glossary.json';

/** A thing that stands in several places of the book, in reading order. */
const indexEntrySchema = z.strictObject({ name: z.string().min(1), places: z.array(placeSchema).min(1) });

const figureEntrySchema = z.strictObject({
  chapterId: idSchema,
  sectionId: idSchema,
  blockId: z.string().max(220),
  title: localizedSchema,
});
export type FigureEntry = z.infer<typeof figureEntrySchema>;

/** The figures of a book in reading order, as the page gets them with `book:figures`. */
export const figuresSchema = z.strictObject({ figures: z.array(figureEntrySchema) });
export type Figures = z.infer<typeof figuresSchema>;

/** `index.json`: what the chapters `command-index` and `figure-list` are made from. Sorted by name. */
export const bookIndexSchema = z.strictObject({
  /** Programs, each with its calls: the program alone, or with a subcommand (`docker run`). */
  commands: z.array(z.strictObject({ program: z.string().min(1), calls: z.array(indexEntrySchema).min(1) })),
  /** Absolute paths, and paths below the home folder (`~/…`). */
  paths: z.array(indexEntrySchema),
  /** Names of files that the text mentions without a folder. */
  fileNames: z.array(indexEntrySchema),
  /** In reading order. */
  figures: z.array(figureEntrySchema),
});
export type BookIndex = z.infer<typeof bookIndexSchema>;
export type IndexEntry = z.infer<typeof indexEntrySchema>;

export const bookIndexPath = 'index.json';

/** SHA-256 (lower-case hex) of every other file of the bundle, by path with forward slashes. */
export const integritySchema = z.strictObject({
  format: z.literal(bundleFormat),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Integrity = z.infer<typeof integritySchema>;

/** Path of a chapter inside its bundle, with forward slashes. */
export function chapterPath(lang: string, chapterId: string): string {
  return `chapters/${lang}/${chapterId}.json`;
}
