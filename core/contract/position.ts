/** Where a reader is in a book. Block ids, never pixels: it survives another font, size, window and language. */
import { z } from 'zod';
import { idSchema, langSchema } from '../book/model.ts';

export const positionSchema = z.strictObject({
  bookId: idSchema,
  lang: langSchema,
  chapterId: idSchema,
  /** The block at the top of the page. */
  blockId: z.string().min(1).max(220),
  /** How much of that block has scrolled out above, 0 (nothing) to 1; the page counts it in text, not in height. */
  fraction: z.number().min(0).max(1),
});
export type Position = z.infer<typeof positionSchema>;
