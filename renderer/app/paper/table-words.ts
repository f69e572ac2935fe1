/**
 * Whether a table's words stay whole on paper. A column is at least as wide as its longest word; whether all columns fit
 * next to each other has to be known before anything is laid out, as the document is shown in print alone.
 */

/** Widths are in digits of the table's font. A cell's padding on both sides is about this. */
const cellPadding = 2.4;
/** What fits beside each other on half a sheet in two languages, and on a whole one; both at 12 points of text. */
const halfSheet = 46;
const wholeSheet = 100;

export type WordsFit = 'narrow' | 'wide' | 'too-wide';

/** Takes the texts of cells, row by row: fits half a sheet, a whole one, or none. */
export function wordsFit(rows: readonly (readonly string[])[]): WordsFit {
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  let width = columns * cellPadding;
  for (let column = 0; column < columns; column += 1) {
    width += Math.max(0, ...rows.map((cells) => longestWord(cells[column] ?? '')));
  }
  width *= scaleOf(columns);
  return width <= halfSheet ? 'narrow' : width <= wholeSheet ? 'wide' : 'too-wide';
}

/** Tables of many columns are set smaller (blocks.css). */
function scaleOf(columns: number): number {
  return columns >= 8 ? 0.64 / 0.82 : columns >= 6 ? 0.72 / 0.82 : 1;
}

/** Lines break at spaces, behind hyphens, and at each character of full width, which is two digits wide. */
function longestWord(text: string): number {
  const words = text.split(fullWidth).flatMap((part) => part.split(/\s+|(?<=-)/));
  const narrowest = fullWidth.test(text) ? 2 : 0;
  return Math.max(narrowest, ...words.map((word) => Array.from(word).length));
}

const fullWidth = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;
