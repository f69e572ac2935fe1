/** Marks as a table for spreadsheets (RFC 4180, with the byte order mark that Excel tells UTF-8 by). */
import { z } from 'zod';
import { factsOf } from './mark-facts.ts';
import {
  bookNameSchema,
  fileMarkSchema,
  mostMarks,
  withoutDoubles,
  type FileMark,
  type MarksFile,
} from './marks-file.ts';
import { parseJson } from './parse-json.ts';
import { inBookOrder, type PlaceNames } from './place-names.ts';
import { problem, shapeProblem, type Read } from './problem.ts';

/** The last column holds the complete mark; the others are there to be looked at. */
const dataColumn = 'recto';

const columns = [
  'id',
  'book',
  'section',
  'heading',
  'kind',
  'label',
  'quote',
  'note',
  'color',
  'meaning',
  'style',
  'tags',
  'state',
  'created',
  'modified',
  'link',
  dataColumn,
] as const;

const byteOrderMark = '\uFEFF';

/** In the order of the book. `readCsv` gives the same marks back, in the order of their making. */
export function writeCsv({ book, exportedAt, marks }: MarksFile, names: PlaceNames): string {
  const orders = new Map(marks.map(({ id }, order) => [id, order]));
  // Row by row: the cells of a hundred thousand marks do not fit into memory beside their text.
  let text = byteOrderMark + toRow(columns);
  for (const mark of inBookOrder(marks, names)) {
    const facts = factsOf(mark, book.id, names);
    const cells: Record<(typeof columns)[number], string> = {
      ...facts,
      book: names.book,
      section: facts.chapter,
      tags: facts.tags.join(', '),
      [dataColumn]: JSON.stringify({ book, exportedAt, order: orders.get(mark.id), mark }),
    };
    text += toRow(columns.map((column) => cells[column]));
  }
  return text;
}

function toRow(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** Quoted; what a spreadsheet would take for a formula is made a text by an apostrophe. */
function toCell(text: string): string {
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function isCsv(text: string): boolean {
  return /^\uFEFF?"?id"?,"?book"?[,\r\n]/.test(text);
}

const dataSchema = z.strictObject({
  book: bookNameSchema,
  exportedAt: z.int().min(-8.64e15).max(8.64e15),
  order: z.int().min(0),
  mark: fileMarkSchema,
});

type Data = z.infer<typeof dataSchema>;

/** Fails with not-complete, unreadable, wrong-shape, mixed-books, doubled. */
export function readCsv(text: string): Read<MarksFile> {
  let at = -1;
  let line = 0;
  const found: Data[] = [];
  // Row by row: a file of nothing but commas is not taken apart before it is refused.
  for (const row of rowsOf(text.startsWith(byteOrderMark) ? text.slice(1) : text)) {
    line += 1;
    if (typeof row === 'string') return problem('unreadable', row);
    if (line === 1) {
      at = row.indexOf(dataColumn);
      if (at < 0) return problem('not-complete', `CSV without the column “${dataColumn}”`);
      continue;
    }
    const data = readData(row[at] ?? '', line);
    if (!data.ok) return data;
    if (found.length >= mostMarks) return problem('wrong-shape', `more than ${String(mostMarks)} rows`);
    found.push(data.value);
  }
  const [first] = found;
  if (!first) return problem('wrong-shape', 'a table without a row');
  const { book, exportedAt } = first;
  const other = found.find((row) => row.book.id !== book.id);
  if (other) return problem('mixed-books', `${book.id}, ${other.book.id}`);
  const marks: FileMark[] = found.toSorted((a, b) => a.order - b.order).map(({ mark }) => mark);
  return withoutDoubles({ book, exportedAt, marks });
}

function readData(cell: string, line: number): Read<Data> {
  const json = parseJson(cell);
  if (!json.ok) return problem('unreadable', `row ${String(line)}: ${json.problem.what}`);
  const data = dataSchema.safeParse(json.value);
  return data.success ? { ok: true, value: data.data } : shapeProblem(data.error);
}

/** More than a spreadsheet puts beside ours. */
const mostCells = 200;

/** Rows of cells; blank lines are none. The last may be a sentence: why it cannot go on. */
function* rowsOf(text: string): Generator<string[] | string> {
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (row.length === 0 && (text[at] === '\r' || text[at] === '\n')) {
      at = indexFrom(/[^\r\n]/g, text, at);
      continue;
    }
    if (row.length >= mostCells) {
      yield `a row has more than ${String(mostCells)} cells`;
      return;
    }
    const end = text[at] === '"' ? quotedEnd(text, at) : plainEnd(text, at);
    if (end === undefined) {
      yield 'a quoted cell has no end; the file is cut off';
      return;
    }
    row.push(text[at] === '"' ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    at = end;
    if (text[at] === ',') at += 1;
    else {
      if (text[at] === '\r') at += 1;
      if (text[at] === '\n') at += 1;
      yield row;
      row = [];
    }
  }
  if (row.length > 0) yield row;
}

/** Behind the quotation mark that ends the cell. */
function quotedEnd(text: string, at: number): number | undefined {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? undefined : end + 1;
}

function plainEnd(text: string, at: number): number {
  return indexFrom(/[,\r\n]/g, text, at);
}

/** Where a pattern (with the flag g) is found next, else the end. */
function indexFrom(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}
