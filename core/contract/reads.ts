/** What was read, in messages. What that is stands in core/reading/section-read.ts. */
import { z } from 'zod';
import { idSchema, langSchema } from '../book/model.ts';
import type { SectionRead } from '../reading/section-read.ts';

const shareSchema = z.number().min(0).max(1);

export const sectionReadSchema = z.strictObject({
  chapterId: idSchema,
  sectionId: idSchema,
  share: shareSchema,
  weight: shareSchema,
  byHand: z.boolean(),
}) satisfies z.ZodType<SectionRead>;

/** Sections of one chapter. The host measures them in its own copy of the book, in `lang`. */
export const readsOrderSchema = z.strictObject({
  bookId: idSchema,
  chapterId: idSchema,
  lang: langSchema,
  /** The reader says so: a step that can be undone. Else it came by reading, which only ever adds. */
  byHand: z.boolean(),
  sections: z
    .array(z.strictObject({ sectionId: idSchema, share: shareSchema }))
    .min(1)
    .max(5000),
});
