/**
 * Marks as a set of W3C Web Annotations, in the shape of the EPUB Annotations draft (w3c/epub-specs, epub34/annotations)
 * as Thorium and Readium read it. What the standard has no name for stands in one member of ours.
 */
import { isNowhere } from '../../anchor/nowhere.ts';
import { chapterPath } from '../../book/model.ts';
import { ownMember, writtenContext } from './annotation-shape.ts';
import { marksVersion, type FileMark, type MarksFile } from './marks-file.ts';
import type { PlaceNames } from './place-names.ts';

/** The complete marks; `readAnnotations` gives back the same. `names` gives each its headings. */
export function writeAnnotations({ book, exportedAt, marks }: MarksFile, names: PlaceNames): string {
  const set = {
    '@context': writtenContext,
    id: `urn:recto:marks:${encodeURIComponent(book.id)}`,
    type: 'AnnotationSet',
    generator: { id: 'https://recto.invalid', type: 'Software', name: 'Recto' },
    generated: iso(exportedAt),
    title: names.book,
    about: {
      'dc:identifier': [`urn:recto:book:${encodeURIComponent(book.id)}`, `edition:${book.edition}`],
      'dc:title': names.book,
      'dc:format': 'text/html',
    },
    items: marks.map((mark) => toItem(mark, names)),
    [ownMember]: { version: marksVersion, book },
  };
  return `${JSON.stringify(set, null, 1)}\n`;
}

function toItem(mark: FileMark, names: PlaceNames): object {
  const { id, kind, target, label, state, blockKind, edition, deletedAt, clock, anchor } = mark;
  const motivations = { bookmark: 'bookmarking', highlight: 'highlighting', note: 'commenting' } as const;
  const body = toBody(mark);
  return {
    '@context': writtenContext,
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: motivations[kind],
    created: iso(mark.createdAt),
    modified: iso(mark.modifiedAt),
    // Somebody: the draft demands one, and a reader's name is nobody's business.
    creator: { id: 'urn:recto:reader', type: 'Person' },
    ...(body ? { body } : {}),
    target: {
      source: anchor && !isNowhere(anchor) ? chapterPath(anchor.lang, anchor.chapterId) : 'book.json',
      meta: { headings: names.place(mark).path.map((txt, at) => ({ level: at + 1, txt })) },
      selector: toSelectors(anchor),
    },
    [ownMember]: { kind, target, label, state, blockKind, edition, deletedAt, clock, anchor },
  };
}

function toBody({ body, color, style, tags }: FileMark): object | undefined {
  if (body === null && color === null && style === null && tags.length === 0) return undefined;
  const [tag] = tags;
  return {
    type: 'TextualBody',
    value: body ?? '',
    format: 'text/markdown',
    ...(color === null ? {} : { color }),
    ...(style === null ? {} : { highlight: style }),
    // Readium reads one tag, the draft has several.
    ...(tag === undefined ? {} : { tag, tags }),
  };
}

function toSelectors(anchor: FileMark['anchor']): object[] {
  if (!anchor) return [];
  const quote = { type: 'TextQuoteSelector', exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix };
  if (isNowhere(anchor) || anchor.blockId !== anchor.endBlockId) return [quote];
  // Code points, as the standard has it.
  const refinedBy = { type: 'TextPositionSelector', start: anchor.start, end: anchor.end };
  return [quote, { type: 'CssSelector', value: `[data-block=${JSON.stringify(anchor.blockId)}]`, refinedBy }];
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
