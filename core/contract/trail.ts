/** The way a reader took through a book: what "back" and "forward" lead to, in this run of Recto and the next. */
import { z } from 'zod';
import { idSchema } from '../book/model.ts';
import { trailLimit } from './trail-limit.ts';

const blockIdSchema = z.string().min(1).max(220);

export const trailSchema = z.strictObject({
  /** In the order in which one comes by them; the newest jump is the last. */
  points: z
    .array(
      z.strictObject({
        chapterId: idSchema,
        /** The section or block that was jumped to. */
        targetId: blockIdSchema.optional(),
        /** Where it was left. */
        place: z.strictObject({ blockId: blockIdSchema, fraction: z.number().min(0).max(1) }).optional(),
      }),
    )
    .max(trailLimit),
  /** Index of the point the reader is at; 0 where there are no points. */
  at: z.int().min(0),
});
export type Trail = z.infer<typeof trailSchema>;
export type TrailPoint = Trail['points'][number];
