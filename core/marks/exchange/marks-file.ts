/** Marks of one book as they stand in a file: what all our formats hold, and the one that is nothing but that (JSON). */
import { z } from 'zod';
import { idSchema, localizedSchema } from '../../book/model.ts';
import { markSchema } from '../../contract/marks.ts';
import { kindWith, patched } from '../change.ts';
import type { Mark } from '../mark.ts';
import type { ForeignMark } from './foreign-mark.ts';
import { problem, shapeProblem, type Read } from './problem.ts';

/** What a file says of the book that its marks are in. */
export interface BookName {
  readonly id: string;
  readonly edition: string;
  /** Per language. */
  readonly title: Readonly<Record<string, string>>;
}

/** A mark without what belongs to one store alone. Of two files' marks of one id `clock` says which is later. */
export type FileMark = Omit<Mark, 'bookId' | 'revision' | 'sequence'>;

export interface MarksFile {
  readonly book: BookName;
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
  /** In the order of their making. No id twice. */
  readonly marks: readonly FileMark[];
}

/** What came out of a file of any format. */
export interface ReadMarks {
  /** Undefined where the file comes from another program. */
  readonly book: BookName | undefined;
  /** Ours, complete. */
  readonly marks: readonly FileMark[];
  /** To be found by their words. */
  readonly foreign: readonly ForeignMark[];
  /** Entries of another program that could not be read, by their number (the first is 0), and why. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly at: number;
  readonly what: string;
}

export const marksFormat = 'recto-marks';

/** Raised when a reader of the old version would lose or mistake something. */
export const marksVersion = 1;

/** More than anybody makes in a life of reading; what holds more is no file of ours. */
export const mostMarks = 500_000;

/** The last millisecond that a date can have. A clock is no later: what is counted on from it stays exact. */
const lastTime = 8.64e15;

/** One mark; blank texts are null, broken characters replaced, as the store keeps them. */
export const fileMarkSchema = markSchema
  .omit({ bookId: true, revision: true, sequence: true })
  .extend({ clock: z.int().min(0).max(lastTime) })
  .refine(({ target, anchor }) => (target === 'book') === (anchor === null), {
    error: 'a mark has an anchor unless it is on the whole book',
  })
  .transform(tidy);

export const bookNameSchema = z.strictObject({
  id: idSchema,
  edition: z.string().max(100),
  title: localizedSchema,
}) satisfies z.ZodType<BookName>;

/** A time as files write it, read as milliseconds since 1970. */
export const isoTimeSchema = z
  .string()
  .max(40)
  .transform((text) => Date.parse(text))
  .refine((time) => Number.isFinite(time), { error: 'not a time' });

const marksFileSchema = z.strictObject({
  format: z.literal(marksFormat),
  version: z.literal(marksVersion),
  exportedAt: isoTimeSchema,
  book: bookNameSchema,
  marks: z.array(fileMarkSchema).max(mostMarks),
});

/** A mark of a store as files hold it. */
export function fileMark(mark: Mark): FileMark {
  const { id, kind, target, label, body, color, style, state, tags } = mark;
  const { anchor, blockKind, edition, createdAt, modifiedAt, deletedAt, clock } = mark;
  const content = { label, body, color, style, state, tags };
  return { id, kind, target, ...content, createdAt, modifiedAt, deletedAt, clock, edition, blockKind, anchor };
}

/** The complete marks as JSON; what `readMarksJson` reads. `indent` as in JSON.stringify. */
export function writeMarksJson({ book, exportedAt, marks }: MarksFile, indent = 1): string {
  const file = {
    format: marksFormat,
    version: marksVersion,
    exportedAt: new Date(exportedAt).toISOString(),
    book,
    marks,
  };
  return `${JSON.stringify(file, null, indent)}\n`;
}

/** `value` is parsed JSON. Fails with newer, wrong-shape, doubled. */
export function readMarksJson(value: unknown): Read<MarksFile> {
  const version = z.object({ version: z.int() }).safeParse(value);
  if (version.success && version.data.version > marksVersion) return problem('newer', String(version.data.version));
  const file = marksFileSchema.safeParse(value);
  if (!file.success) return shapeProblem(file.error);
  const { book, exportedAt, marks } = file.data;
  return withoutDoubles({ book, exportedAt, marks });
}

/** Fails with doubled where two marks have one id: which of them is meant cannot be known. */
export function withoutDoubles<F extends { readonly marks: readonly { readonly id: string }[] }>(file: F): Read<F> {
  const seen = new Set<string>();
  for (const { id } of file.marks) {
    const key = id.toLowerCase();
    if (seen.has(key)) return problem('doubled', id);
    seen.add(key);
  }
  return { ok: true, value: file };
}

function tidy(mark: FileMark): FileMark {
  const whole = (text: string | null) => (text === null ? null : text.toWellFormed());
  const { anchor, tags, label, body } = mark;
  const content = patched(mark, {
    label: whole(label),
    body: whole(body),
    tags: tags.map((tag) => tag.toWellFormed()),
  });
  return {
    ...mark,
    ...content,
    id: mark.id.toLowerCase(),
    kind: kindWith(mark.kind, content.body),
    edition: mark.edition.toWellFormed(),
    anchor: anchor && {
      ...anchor,
      blockId: anchor.blockId.toWellFormed(),
      endBlockId: anchor.endBlockId.toWellFormed(),
      quote: anchor.quote.toWellFormed(),
      prefix: anchor.prefix.toWellFormed(),
      suffix: anchor.suffix.toWellFormed(),
      sectionHash: anchor.sectionHash.toWellFormed(),
    },
  };
}
