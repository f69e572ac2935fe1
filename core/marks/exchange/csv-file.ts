/** Marks as a table for spreadsheets: UTF-8 with a byte order mark, lines of CRLF (RFC 4180), nothing that is a formula. */
import { formatDeepLink } from '../../book/deep-link.ts';
import type { Mark } from '../mark.ts';

const columns = [
  'id',
  'book',
  'chapter',
  'section',
  'kind',
  'quote',
  'note',
  'label',
  'colour',
  'style',
  'tags',
  'state',
  'created',
  'modified',
  'link',
] as const;

export function writeCsv(marks: readonly Mark[]): string {
  const rows = marks.map((mark): Record<(typeof columns)[number], string> => {
    const { anchor } = mark;
    return {
      id: mark.id,
      book: mark.bookId,
      chapter: anchor?.chapterId ?? '',
      section: anchor?.sectionId ?? '',
      kind: mark.kind,
      quote: anchor?.quote ?? '',
      note: mark.body ?? '',
      label: mark.label ?? '',
      colour: mark.color ?? '',
      style: mark.style ?? '',
      tags: mark.tags.join(', '),
      state: mark.state ?? '',
      created: new Date(mark.createdAt).toISOString(),
      modified: new Date(mark.modifiedAt).toISOString(),
      link: anchor
        ? formatDeepLink({ bookId: mark.bookId, chapterId: anchor.chapterId, targetId: anchor.blockId })
        : `recto://${encodeURIComponent(mark.bookId)}`,
    };
  });
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** In quotes where it has to be; what a spreadsheet would take for a formula gets an apostrophe, as spreadsheets do. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
