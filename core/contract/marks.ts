/** Marks in messages. What a mark is stands in core/marks/mark.ts. */
import { z } from 'zod';
import type { Anchor } from '../anchor/anchor.ts';
import { blockKinds, idSchema, langSchema } from '../book/model.ts';
import { sectionReadSchema } from './reads.ts';
import { markColors, markKinds, markStates, markStyles, markTargets, type Mark } from '../marks/mark.ts';

const blockIdSchema = z.string().min(1).max(220);
const offsetSchema = z.int().min(0);

const rangeShape = { blockId: blockIdSchema, start: offsetSchema, endBlockId: blockIdSchema, end: offsetSchema };
const rangeSchema = z.strictObject(rangeShape);

const anchorSchema = z.strictObject({
  ...rangeShape,
  chapterId: idSchema,
  sectionId: idSchema,
  lang: langSchema,
  quote: z.string().min(1).max(200_000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  sectionHash: z.string().max(64),
}) satisfies z.ZodType<Anchor>;

/** More than anybody writes beside a text; a page of a book has some 3000 characters. */
const bodySchema = z.string().max(100_000);

const contentShape = {
  label: z.string().max(500).nullable(),
  body: bodySchema.nullable(),
  color: z.enum(markColors).nullable(),
  style: z.enum(markStyles).nullable(),
  state: z.enum(markStates).nullable(),
  tags: z.array(z.string().min(1).max(100)).max(100).readonly(),
};

const timeSchema = z.int().min(-8.64e15).max(8.64e15);

export const markSchema = z.strictObject({
  ...contentShape,
  id: z.uuid(),
  bookId: idSchema,
  kind: z.enum(markKinds),
  target: z.enum(markTargets),
  anchor: anchorSchema.nullable(),
  blockKind: z.enum(blockKinds).nullable(),
  edition: z.string().max(100),
  createdAt: timeSchema,
  modifiedAt: timeSchema,
  deletedAt: timeSchema.nullable(),
  clock: z.int().min(0),
  revision: z.int().min(1),
  sequence: z.int().min(0),
}) satisfies z.ZodType<Mark>;

/** A place in the book as it is now. */
const placeSchema = z.strictObject({ chapterId: idSchema, range: rangeSchema });

/** Where a mark is: `book` for one on the whole book; `lost` with up to three places to choose from, best first. */
const placementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('book') }),
  z.strictObject({ kind: z.literal('placed'), ...placeSchema.shape }),
  z.strictObject({ kind: z.literal('lost'), candidates: z.array(placeSchema).max(3).readonly() }),
]);
export type MarkPlacement = z.infer<typeof placementSchema>;

export const placedMarkSchema = markSchema.extend({ placement: placementSchema });
export type PlacedMark = z.infer<typeof placedMarkSchema>;

/** What is to be marked. The host takes the words and what stands around them from its own copy of the book. */
const spotSchema = z.discriminatedUnion('target', [
  z.strictObject({ target: z.literal('text'), chapterId: idSchema, lang: langSchema, range: rangeSchema }),
  z.strictObject({ target: z.literal('block'), chapterId: idSchema, lang: langSchema, blockId: blockIdSchema }),
  z.strictObject({ target: z.literal('section'), chapterId: idSchema, lang: langSchema, sectionId: idSchema }),
  z.strictObject({ target: z.literal('book') }),
]);
export type Spot = z.infer<typeof spotSchema>;

const patchSchema = z.strictObject(contentShape).partial();

export const markChangeSchema = z.discriminatedUnion('do', [
  /** The page makes the id, so that a call that is made twice makes one mark. */
  z.strictObject({
    do: z.literal('add'),
    id: z.uuid(),
    kind: z.enum(markKinds),
    spot: spotSchema,
    content: patchSchema,
  }),
  /** `revision` is the one the writer has seen: of two writers the second is told. */
  z.strictObject({
    do: z.literal('edit'),
    id: z.uuid(),
    revision: z.int().min(1),
    patch: patchSchema,
    /** The draft that this ends, as the writer has kept it last: one that somebody else has written since stays. */
    draft: bodySchema.optional(),
    /** Another place for it. */
    spot: spotSchema.optional(),
  }),
  z.strictObject({ do: z.literal('delete'), id: z.uuid() }),
  /** Out of the bin. */
  z.strictObject({ do: z.literal('restore'), id: z.uuid() }),
]);
export type MarkChange = z.infer<typeof markChangeSchema>;

/** What "undo" would take back, or "redo" do again: for its menu item. */
const stepSchema = z.strictObject({
  what: z.enum(['add', 'edit', 'delete', 'restore', 'import', 'read']),
  count: z.int().min(1),
});
export type MarkStep = z.infer<typeof stepSchema>;

const historySchema = z.strictObject({ undo: stepSchema.nullable(), redo: stepSchema.nullable() });
export type MarkHistory = z.infer<typeof historySchema>;

/** What a change did to the marks of a book: for whoever holds a list of them. */
export const marksChangedSchema = z.strictObject({
  bookId: idSchema,
  /** As they are now. */
  changed: z.array(placedMarkSchema).readonly(),
  /** Ids of those that are in the bin now, or gone. */
  removed: z.array(z.uuid()).readonly(),
  history: historySchema,
  /** Sections of which another part counts as read now: the same steps undo and redo that. */
  sections: z.array(sectionReadSchema).readonly().optional(),
});
export type MarksChanged = z.infer<typeof marksChangedSchema>;

/** A note that is being written: kept until it is saved or thrown away. */
export const draftSchema = z.strictObject({
  /** The mark's id, also before there is a mark. */
  id: z.uuid(),
  /** Where a new note is to be; null for a mark that is there. */
  spot: spotSchema.nullable(),
  body: bodySchema,
  /** The version of the mark that it was begun on; absent for a new note, and where that is not known. */
  revision: z.int().min(1).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

export const marksOfBookSchema = z.strictObject({
  /** In the order of their making. */
  marks: z.array(placedMarkSchema).readonly(),
  /** What to ask for the next part with; null where there is none. */
  next: z.int().min(1).nullable(),
  /** How many the book has in all. */
  total: z.int().min(0),
  drafts: z.array(draftSchema).readonly(),
  history: historySchema,
});
export type MarksOfBook = z.infer<typeof marksOfBookSchema>;
