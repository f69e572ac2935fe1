/**
 * W3C Web Annotations as they come in: ours, Thorium's and other Readium readers', the draft for EPUB. Everything that
 * is not needed may be missing or be different; what is needed is checked.
 */
import { z } from 'zod';
import { bookNameSchema, isoTimeSchema, mostMarks } from './marks-file.ts';
import { markSchema } from '../../contract/marks.ts';

/** What Thorium writes and demands, on the set and on each item. The draft's own is read as well. */
export const writtenContext = 'http://www.w3.org/ns/anno.jsonld';
const contexts = [writtenContext, 'https://www.w3.org/ns/anno.jsonld', 'https://www.w3.org/ns/epub-anno.jsonld'];

/** The member that holds what the standard has no name for. */
export const ownMember = 'x-reader';

const contextSchema = z
  .union([z.string(), z.array(z.unknown())])
  .refine((value) => [value].flat().some((one) => typeof one === 'string' && contexts.includes(one)), {
    error: 'not the context of web annotations',
  });

const textSchema = z.string().max(200_000);

const selectorSchema = z.looseObject({
  type: z.string(),
  exact: textSchema.optional(),
  prefix: textSchema.optional(),
  suffix: textSchema.optional(),
});

const bodySchema = z.object({
  type: z.string().optional(),
  value: z.string().max(100_000).optional(),
  color: z.string().max(100).nullish(),
  highlight: z.string().max(100).nullish(),
  tag: z.string().nullish(),
  keyword: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
});

/** What of a mark of ours the rest of its annotation does not say. */
export const ownMarkSchema = markSchema.pick({
  kind: true,
  target: true,
  label: true,
  state: true,
  blockKind: true,
  edition: true,
  deletedAt: true,
  clock: true,
  anchor: true,
});

export const itemSchema = z.object({
  id: z.string().min(1).max(2000),
  motivation: z.union([z.string(), z.array(z.string())]).nullish(),
  created: isoTimeSchema.optional(),
  modified: isoTimeSchema.nullish(),
  body: z.union([bodySchema, z.array(bodySchema)]).nullish(),
  target: z.object({ selector: z.union([selectorSchema, z.array(selectorSchema)]).nullish() }),
  [ownMember]: ownMarkSchema.optional(),
});
export type AnnotationItem = z.infer<typeof itemSchema>;

export const annotationSetSchema = z.object({
  '@context': contextSchema,
  type: z.literal('AnnotationSet'),
  generated: isoTimeSchema.nullish(),
  title: z.string().nullish(),
  items: z.array(z.unknown()).max(mostMarks),
  [ownMember]: z.object({ version: z.int(), book: bookNameSchema }).optional(),
});
