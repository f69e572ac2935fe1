/** From offsets in the plain text of a block to places in its DOM. The rule of that text is core/book/plain-text.ts. */
import { unitOffset } from '../../core/anchor/offsets.ts';
import { createPlainTextWriter, type PlainTextWriter } from '../../core/book/plain-text.ts';

/** A piece of a text node that stands unchanged in the plain text. All numbers are UTF-16 units. */
interface Piece {
  readonly node: Text;
  /** Where it begins in the node, and in the plain text. */
  readonly inNode: number;
  readonly inText: number;
  readonly length: number;
}

export interface BlockText {
  /** The plain text, equal to the `text` of the block that was compiled. */
  readonly text: string;
  /**
   * The range from code point `start` to `end` (exclusive) of the plain text; undefined where the text does not have
   * them, or either stands at no character of the DOM.
   */
  readonly range: (start: number, end: number) => Range | undefined;
  /** How many UTF-16 units of the plain text stand before a place of the DOM inside the block. */
  readonly unitOf: (node: Node, offset: number) => number;
  /** The text node that a code point stands in. */
  readonly nodeAt: (codePoint: number) => Text | undefined;
}

/** Reads the text of a block's element; controls beside the book's own HTML count for nothing. */
export function readBlockText(block: Element): BlockText {
  const pieces: Piece[] = [];
  const writer = createPlainTextWriter();
  for (const child of block.childNodes) {
    if (!(child instanceof Element && child.classList.contains('block-tools'))) visit(child, writer, pieces, false);
  }
  const text = writer.result();
  // Asked for hundreds of terms in a block: whether there are pairs at all is looked up once.
  const hasPairs = /[\ud800-\udbff]/.test(text);
  const unitAt = (codePoint: number): number | undefined =>
    hasPairs ? unitOffset(text, codePoint) : codePoint <= text.length ? codePoint : undefined;
  return {
    text,
    range(start, end) {
      const from = unitAt(start);
      const to = unitAt(end);
      if (from === undefined || to === undefined || to <= from) return undefined;
      const first = pieceAt(pieces, from);
      const last = pieceAt(pieces, to - 1);
      if (!first || !last) return undefined;
      const range = new Range();
      range.setStart(first.node, first.inNode + from - first.inText);
      range.setEnd(last.node, last.inNode + to - last.inText);
      return range;
    },
    unitOf(node, offset) {
      const before = new Range();
      before.setStart(block, 0);
      before.setEnd(node, offset);
      let unit = 0;
      for (const piece of pieces) {
        if (piece.node === node) {
          if (offset > piece.inNode) unit = piece.inText + Math.min(piece.length, offset - piece.inNode);
        } else if (before.comparePoint(piece.node, piece.inNode) === 0) unit = piece.inText + piece.length;
      }
      return unit;
    },
    nodeAt(codePoint) {
      const unit = unitAt(codePoint);
      return unit === undefined ? undefined : pieceAt(pieces, unit)?.node;
    },
  };
}

function visit(node: Node, writer: PlainTextWriter, pieces: Piece[], inPre: boolean): void {
  if (node instanceof Text) {
    // Word by word: so it is known where each comes to stand.
    for (const { 0: value, index } of node.data.matchAll(inPre ? /[^]+/g : /[\t\n\f\r ]+|[^\t\n\f\r ]+/g)) {
      const before = writer.result().length;
      writer.text(value);
      const after = writer.result().length;
      if (after > before) pieces.push({ node, inNode: index, inText: after - value.length, length: value.length });
    }
  } else if (node instanceof Element) {
    const name = node.localName.toLowerCase();
    writer.open(name);
    for (const child of node.childNodes) visit(child, writer, pieces, inPre || name === 'pre');
    writer.close(name);
  }
}

/** The piece that holds the unit at `offset`; pieces are in the order of the text. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (!piece) return undefined;
    if (offset < piece.inText) high = middle - 1;
    else if (offset >= piece.inText + piece.length) low = middle + 1;
    else return piece;
  }
  return undefined;
}
