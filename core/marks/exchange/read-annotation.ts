/** Reads sets of W3C Web Annotations: what we wrote gives the same marks again, the rest is found by its words. */
import { markColors, markStyles } from '../mark.ts';
import { annotationSetSchema, itemSchema, ownMember, type AnnotationItem } from './annotation-shape.ts';
import { quoteOf, uuidOf, type ForeignMark } from './foreign-mark.ts';
import {
  fileMarkSchema,
  marksVersion,
  withoutDoubles,
  type FileMark,
  type PassedOver,
  type ReadMarks,
} from './marks-file.ts';
import { problem, shapeProblem, type Read } from './problem.ts';

/** `value` is parsed JSON. Fails with newer, wrong-shape, doubled. */
export function readAnnotations(value: unknown): Read<ReadMarks> {
  const set = annotationSetSchema.safeParse(value);
  if (!set.success) return shapeProblem(set.error);
  const { items, [ownMember]: own } = set.data;
  if (own && own.version > marksVersion) return problem('newer', String(own.version));
  const marks: FileMark[] = [];
  const foreign: ForeignMark[] = [];
  const passedOver: PassedOver[] = [];
  for (const [at, value] of items.entries()) {
    const entry = `items[${String(at)}]`;
    const item = itemSchema.safeParse(value);
    if (!item.success) {
      const wrong = shapeProblem(item.error, entry);
      // Ours are complete, or something has happened to the file; of a stranger's one stray note costs no other.
      if (own) return wrong;
      passedOver.push({ at, what: wrong.problem.what });
    } else if (own && item.data[ownMember]) {
      const mark = toOwn(item.data, item.data[ownMember]);
      if (!mark.success) return shapeProblem(mark.error, entry);
      marks.push(mark.data);
    } else foreign.push(toForeign(item.data));
  }
  const [stray] = passedOver;
  if (stray && foreign.length === 0) return problem('wrong-shape', stray.what);
  const once = withoutDoubles({ marks: [...marks, ...foreign] });
  return once.ok ? { ok: true, value: { book: own?.book, marks, foreign, passedOver } } : once;
}

/** What the standard has a name for is taken from there: another program may have changed it. */
function toOwn(item: AnnotationItem, own: NonNullable<AnnotationItem[typeof ownMember]>) {
  const content = contentOf(item);
  const createdAt = item.created ?? item.modified ?? 0;
  return fileMarkSchema.safeParse({
    ...own,
    ...content,
    id: uuidOf(item.id),
    createdAt,
    modifiedAt: item.modified ?? createdAt,
  });
}

function toForeign(item: AnnotationItem): ForeignMark {
  const content = contentOf(item);
  const selectors = [item.target.selector ?? []].flat();
  const { exact = '', prefix, suffix } = selectors.find(({ type }) => type === 'TextQuoteSelector') ?? {};
  const createdAt = item.created ?? item.modified ?? 0;
  const motivations = [item.motivation ?? []].flat();
  return {
    ...content,
    id: uuidOf(item.id),
    isBookmark: motivations.includes('bookmarking'),
    quote: quoteOf(exact, prefix, suffix),
    createdAt,
    modifiedAt: item.modified ?? createdAt,
  };
}

function contentOf(item: AnnotationItem): Pick<ForeignMark, 'body' | 'color' | 'style' | 'tags'> {
  const [body] = [item.body ?? []].flat();
  if (!body) return { body: null, color: null, style: null, tags: [] };
  const tags = body.tags ?? [body.tag, body.keyword].filter((tag) => typeof tag === 'string');
  const value = body.value ?? '';
  return {
    body: value === '' ? null : value,
    // A colour that is not of the six is still a colour.
    color: typeof body.color === 'string' ? (markColors.find((color) => color === body.color) ?? 'yellow') : null,
    style: markStyles.find((style) => style === body.highlight) ?? null,
    tags,
  };
}
