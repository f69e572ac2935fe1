/** Annotations as Hypothesis exports them, and as its API lists them (`rows`). */
import { z } from 'zod';
import { quoteOf, uuidOf, type ForeignMark } from './foreign-mark.ts';
import { isoTimeSchema, mostMarks, withoutDoubles, type PassedOver, type ReadMarks } from './marks-file.ts';
import { problem, shapeProblem, type Read } from './problem.ts';

const selectorSchema = z.looseObject({
  type: z.string(),
  exact: z.string().max(200_000).optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

const annotationSchema = z.object({
  id: z.string().min(1).max(2000),
  created: isoTimeSchema,
  updated: isoTimeSchema.optional(),
  text: z.string().max(100_000).nullish(),
  tags: z.array(z.string().max(1000)).max(100).nullish(),
  references: z.array(z.string()).nullish(),
  target: z.array(z.object({ selector: z.array(selectorSchema).nullish() })).nullish(),
});
type Annotation = z.infer<typeof annotationSchema>;

const listSchema = z.array(z.unknown()).max(mostMarks);
const exportSchema = z.object({ annotations: listSchema });
const searchSchema = z.object({ rows: listSchema }).transform(({ rows }) => ({ annotations: rows }));

/** `value` is parsed JSON. Fails with wrong-shape (the file, or all entries), doubled. */
export function readHypothesis(value: object): Read<ReadMarks> {
  const file = ('rows' in value ? searchSchema : exportSchema).safeParse(value);
  if (!file.success) return shapeProblem(file.error);
  const byId = new Map<string, Annotation>();
  const annotations: Annotation[] = [];
  const passedOver: PassedOver[] = [];
  for (const [at, entry] of file.data.annotations.entries()) {
    const annotation = annotationSchema.safeParse(entry);
    if (annotation.success) {
      annotations.push(annotation.data);
      byId.set(annotation.data.id, annotation.data);
    } else passedOver.push({ at, what: shapeProblem(annotation.error, `annotations[${String(at)}]`).problem.what });
  }
  const [stray] = passedOver;
  if (stray && annotations.length === 0) return problem('wrong-shape', stray.what);
  const foreign = annotations.map((annotation) => toForeign(annotation, byId));
  const once = withoutDoubles({ marks: foreign });
  return once.ok ? { ok: true, value: { book: undefined, marks: [], foreign, passedOver } } : once;
}

function toForeign(annotation: Annotation, byId: ReadonlyMap<string, Annotation>): ForeignMark {
  const { id, created, updated, text, tags, references } = annotation;
  // A reply has no place of its own: it is about what the first of its row is about.
  const [root] = references ?? [];
  const placed = (root === undefined ? undefined : byId.get(root)) ?? annotation;
  const selectors = (placed.target ?? []).flatMap(({ selector }) => selector ?? []);
  const { exact = '', prefix, suffix } = selectors.find(({ type }) => type === 'TextQuoteSelector') ?? {};
  return {
    id: uuidOf(id),
    isBookmark: false,
    quote: quoteOf(exact, prefix, suffix),
    body: text ?? null,
    color: 'yellow',
    style: null,
    tags: tags ?? [],
    createdAt: created,
    modifiedAt: updated ?? created,
  };
}
