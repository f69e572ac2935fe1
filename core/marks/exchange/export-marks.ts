/** Marks in each of the formats there are. */
import type { BookManifest } from '../../book/model.ts';
import { bookOrder } from '../book-order.ts';
import type { Mark } from '../mark.ts';
import { sortMarks } from '../select.ts';
import { writeAnnotations } from './annotation-file.ts';
import { writeCsv } from './csv-file.ts';
import type { ExportFormat } from './formats.ts';
import { writeHtml } from './html-file.ts';
import { writeMarkdown } from './markdown-file.ts';

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Language of titles and headings, where the book has it. */
  readonly lang: string;
  /** ISO 8601. */
  readonly now: string;
}

/** The text of a file with these marks of one book, given in the order of their making. */
export function exportMarks(book: BookManifest, marks: readonly Mark[], { format, lang, now }: ExportOptions): string {
  if (format === 'annotation') return writeAnnotations(book, marks, now);
  const order = bookOrder(book, lang);
  const sorted = sortMarks(marks, 'book', ({ anchor }) => (anchor ? order(anchor.chapterId, anchor.blockId) : -1));
  if (format === 'csv') return writeCsv(sorted);
  if (format === 'html') return writeHtml(book, sorted, writeAnnotations(book, marks, now), lang);
  return writeMarkdown(book, sorted, { exported: now, lang });
}
