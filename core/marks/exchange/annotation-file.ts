/**
 * Marks as a file that other readers know: an AnnotationSet after the W3C's Web Annotation model in the profile for
 * publications, as Readium's readers write and read it. Everything a mark holds stands in `x-reader` as well, so that our
 * own files come back exactly as they were.
 */
import { z } from 'zod';
import { markSchema } from '../../contract/marks.ts';
import type { BookManifest } from '../../book/model.ts';
import type { Mark, MarkKind } from '../mark.ts';

/** The context that Readium's readers ask for; that of the draft for publications is taken as well. */
const context = 'http://www.w3.org/ns/anno.jsonld';
const contexts: readonly unknown[] = [context, 'https://www.w3.org/ns/epub-anno.jsonld'];

const motivations: Readonly<Record<MarkKind, string>> = {
  bookmark: 'bookmarking',
  highlight: 'highlighting',
  note: 'commenting',
};

/** What is said about a book: enough to keep its marks where the book is not. */
export type BookAbout = Pick<BookManifest, 'id' | 'edition' | 'title'>;

export interface AnnotationFile {
  readonly book: BookAbout;
  readonly marks: readonly Mark[];
  /** Entries that were passed over, by their number in the file (the first is 0), and why. */
  readonly problems: readonly { readonly at: number; readonly what: string }[];
}

/** The text of a file with these marks of one book, in the order given. `generated` is ISO 8601. */
export function writeAnnotations(book: BookAbout, marks: readonly Mark[], generated: string): string {
  const set = {
    '@context': context,
    id: `urn:recto:${book.id}`,
    type: 'AnnotationSet',
    generator: { id: 'urn:recto', type: 'Software', name: 'Recto' },
    generated,
    title: Object.values(book.title)[0] ?? book.id,
    about: {
      'dc:identifier': [`urn:recto:${book.id}`],
      'dc:title': Object.values(book.title)[0] ?? book.id,
      'x-reader': { id: book.id, edition: book.edition, title: book.title },
    },
    items: marks.map(toAnnotation),
  };
  return `${JSON.stringify(set, undefined, 2)}\n`;
}

function toAnnotation(mark: Mark) {
  const { anchor, body, color, style, tags } = mark;
  const [tag] = tags;
  const hasBody = body !== null || color !== null || tags.length > 0;
  return {
    '@context': context,
    id: `urn:uuid:${mark.id}`,
    type: 'Annotation',
    motivation: motivations[mark.kind],
    created: new Date(mark.createdAt).toISOString(),
    modified: new Date(mark.modifiedAt).toISOString(),
    target: {
      source: anchor?.chapterId ?? mark.bookId,
      ...(anchor === null
        ? {}
        : {
            selector: [
              { type: 'TextQuoteSelector', exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix },
              {
                type: 'CssSelector',
                value: `[data-block="${anchor.blockId}"]`,
                refinedBy: { type: 'TextPositionSelector', start: anchor.start, end: anchor.end },
              },
            ],
          }),
    },
    ...(hasBody
      ? {
          body: {
            type: 'TextualBody',
            value: body ?? '',
            format: 'text/markdown',
            ...(color === null ? {} : { color }),
            ...(style === null ? {} : { highlight: style }),
            // Readium's readers know one tag, the draft knows many.
            ...(tag === undefined ? {} : { tag, tags }),
          },
        }
      : {}),
    'x-reader': mark,
  };
}

const aboutSchema = z.object({
  'x-reader': z.object({
    id: z.string().min(1).max(200),
    edition: z.string().max(100),
    title: z.record(z.string().max(20), z.string().max(1000)),
  }),
});
const setSchema = z.object({
  '@context': z.unknown(),
  type: z.literal('AnnotationSet'),
  about: aboutSchema,
  items: z.array(z.unknown()).max(200_000),
});
const itemSchema = z.object({ id: z.string(), 'x-reader': markSchema });

/**
 * Reads a file of ours. A text that is no such file is a sentence that says why; nothing of it is used. An entry that is
 * not right costs only itself. Of two entries with the same id neither is taken: which one is meant is not ours to say.
 */
export function readAnnotations(text: string): AnnotationFile | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `It is not JSON, or it is cut off: ${error instanceof Error ? error.message : String(error)}`;
  }
  const set = setSchema.safeParse(json);
  if (!set.success) return `It is not a file of marks that Recto wrote: ${firstIssue(set.error)}`;
  if (!contexts.includes(set.data['@context'])) return 'It is of another format: its @context is not known.';
  const book = set.data.about['x-reader'];
  const marks: Mark[] = [];
  const problems: { at: number; what: string }[] = [];
  const items = set.data.items.map((item) => itemSchema.safeParse(item));
  const counts = new Map<string, number>();
  for (const { data } of items) {
    if (data) counts.set(data['x-reader'].id, (counts.get(data['x-reader'].id) ?? 0) + 1);
  }
  for (const [at, parsed] of items.entries()) {
    if (!parsed.success) {
      problems.push({ at, what: firstIssue(parsed.error) });
      continue;
    }
    const mark = parsed.data['x-reader'];
    if (parsed.data.id !== `urn:uuid:${mark.id}`) problems.push({ at, what: 'its two ids differ' });
    else if ((counts.get(mark.id) ?? 0) > 1) problems.push({ at, what: `the id ${mark.id} stands twice` });
    else if (mark.bookId !== book.id) problems.push({ at, what: `it belongs to another book, ${mark.bookId}` });
    else if ((mark.target === 'book') !== (mark.anchor === null)) problems.push({ at, what: 'its place is missing' });
    else if (mark.kind === 'note' && mark.body === null) problems.push({ at, what: 'it is a note without a text' });
    else marks.push(mark);
  }
  return { book, marks, problems };
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}` : 'unknown';
}
