/**
 * The plain text of a block: what offsets point into, what is searched and quoted. The compiler computes it from the
 * HTML tree, the page from the DOM of the same HTML, both through `createPlainTextWriter`, so the two cannot differ.
 *
 * The rule, walking the tree in document order:
 * - Text outside `pre`: every run of tab, LF, FF, CR and space is one separator ` `. A no-break space is text.
 * - Text inside `pre` is kept as it is.
 * - `br`, and entering or leaving an element of `lineElements`, is a separator `\n`.
 * - A table cell that is not the first of its row is preceded by a separator `\t`.
 * - Separators that meet become one, the strongest: ` ` < `\n` < `\t` < the `\n` of a `tr`. Separators before the
 *   first text and after the last are dropped, so the text never starts or ends with one (inside `pre` it may).
 * - Attributes count for nothing: neither `alt` nor `aria-label` is part of the text. Comments count for nothing.
 */
import type { Nodes } from 'hast';

/** Elements, HTML and SVG, that stand on lines of their own. */
const lineElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ' +
    'li main nav ol p pre section summary svg table tbody text tfoot thead tr tspan ul'
  ).split(' '),
);

const separators = ['', ' ', '\n', '\t', '\n'] as const;
const none = 0;
const space = 1;
const line = 2;
const cell = 3;
const row = 4;
type Strength = typeof none | typeof space | typeof line | typeof cell | typeof row;

/** Takes the events of one walk through a tree; tag names in lower case. */
export interface PlainTextWriter {
  open(tagName: string): void;
  close(tagName: string): void;
  text(value: string): void;
  /** The text so far, without a separator at its end. */
  result(): string;
}

export function createPlainTextWriter(): PlainTextWriter {
  let written = '';
  let pending: Strength = none;
  let preDepth = 0;
  /** Cells seen in each open row, the innermost last: tables may stand in cells. */
  const cellsInRow: number[] = [];

  function separate(strength: Strength): void {
    if (strength > pending) pending = strength;
  }
  function write(piece: string): void {
    if (written !== '') written += separators[pending];
    pending = none;
    written += piece;
  }

  return {
    open(tagName) {
      if (tagName === 'tr') {
        separate(row);
        cellsInRow.push(0);
      } else if (tagName === 'td' || tagName === 'th') {
        const seen = cellsInRow.pop() ?? 0;
        if (seen > 0) separate(cell);
        cellsInRow.push(seen + 1);
      } else if (tagName === 'br' || lineElements.has(tagName)) {
        separate(line);
      }
      if (tagName === 'pre') preDepth++;
    },
    close(tagName) {
      if (tagName === 'pre') preDepth--;
      if (tagName === 'tr') {
        separate(row);
        cellsInRow.pop();
      } else if (lineElements.has(tagName)) {
        separate(line);
      }
    },
    text(value) {
      if (preDepth > 0) {
        if (value !== '') write(value);
        return;
      }
      for (const [piece] of value.matchAll(/[\t\n\f\r ]+|[^\t\n\f\r ]+/g)) {
        if (/^[\t\n\f\r ]/.test(piece)) separate(space);
        else write(piece);
      }
    },
    result: () => written,
  };
}

/** The plain text of an HTML tree. */
export function plainText(tree: Nodes): string {
  const writer = createPlainTextWriter();
  visit(tree, writer);
  return writer.result();
}

function visit(node: Nodes, writer: PlainTextWriter): void {
  if (node.type === 'text') writer.text(node.value);
  if (node.type === 'element') writer.open(node.tagName);
  if ('children' in node) for (const child of node.children) visit(child, writer);
  if (node.type === 'element') writer.close(node.tagName);
}
