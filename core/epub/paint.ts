/** A reader's marks in the tree of a block: as elements, with the numbers of their notes behind them. */
import type { Element, ElementContent, Text } from 'hast';
import { unitOffset } from '../anchor/offsets.ts';
import { element, isElement } from '../book/hast.ts';
import { createPlainTextWriter } from '../book/plain-text.ts';

/** What is painted in one block; offsets are code points into its plain text. */
export interface BlockPaint {
  readonly color: string;
  readonly start: number;
  /** Undefined for the end of the block. */
  readonly end: number | undefined;
  /** Stands behind the painted words. */
  readonly reference: Element | undefined;
}

/** A piece of a text node that stands unchanged in the plain text; UTF-16 units. */
interface Piece {
  readonly node: Text;
  readonly inNode: number;
  readonly inText: number;
  readonly length: number;
}

/** Paints in place. What finds no word, in a drawing or a picture, puts its reference at the end of the block. */
export function paintBlock(block: Element, paints: readonly BlockPaint[]): void {
  const { text, pieces } = readText(block);
  // From the last to the first: what stands before keeps its place.
  const cuts = paints.map((paint) => {
    const start = unitOffset(text, paint.start) ?? text.length;
    const end = paint.end === undefined ? text.length : (unitOffset(text, paint.end) ?? text.length);
    return { ...paint, start, end };
  });
  const wanted = new Map<Text, { from: number; to: number; color: string; reference: Element | undefined }[]>();
  const loose: Element[] = [];
  for (const { start, end, color, reference } of cuts) {
    const touched = pieces.filter((piece) => piece.inText < end && piece.inText + piece.length > start);
    const byNode = new Map<Text, { from: number; to: number }>();
    for (const { node, inNode, inText, length } of touched) {
      const from = inNode + Math.max(0, start - inText);
      const to = inNode + Math.min(length, end - inText);
      const known = byNode.get(node);
      byNode.set(node, known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to });
    }
    const nodes = [...byNode];
    if (nodes.length === 0 && reference) loose.push(reference);
    nodes.forEach(([node, span], at) => {
      const list = wanted.get(node) ?? [];
      list.push({ ...span, color, reference: at === nodes.length - 1 ? reference : undefined });
      wanted.set(node, list);
    });
  }
  if (wanted.size > 0) replaceTexts(block, wanted);
  const caption = block.children.find((child) => isElement(child, 'figcaption'));
  const home = caption && isElement(caption) ? caption : block;
  home.children.push(...loose);
}

type Spans = ReadonlyMap<Text, { from: number; to: number; color: string; reference: Element | undefined }[]>;

function replaceTexts(parent: Element, wanted: Spans): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (isElement(child)) {
      replaceTexts(child, wanted);
      return [child];
    }
    const spans = child.type === 'text' ? wanted.get(child) : undefined;
    return spans && child.type === 'text' ? cutText(child.value, spans) : [child];
  });
}

/** Where passages overlap the one that was marked last is seen. */
function cutText(value: string, spans: { from: number; to: number; color: string; reference: Element | undefined }[]) {
  const edges = [...new Set([0, value.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return edges.flatMap((from, at): ElementContent[] => {
    const to = edges[at + 1];
    const ending = spans
      .filter((span) => span.to === from && span.reference)
      .flatMap(({ reference }) => reference ?? []);
    if (to === undefined) return ending;
    const over = spans.findLast((span) => span.from <= from && span.to >= to);
    const text: Text = { type: 'text', value: value.slice(from, to) };
    return [...ending, over ? element('mark', { className: [over.color] }, [text]) : text];
  });
}

/** The plain text of the block, as core/book/plain-text.ts has it. Words of drawings are in it, but cannot be painted. */
function readText(block: Element): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const writer = createPlainTextWriter();
  const visit = (node: ElementContent, inPre: boolean, inDrawing: boolean): void => {
    if (node.type === 'text') {
      for (const { 0: value, index } of node.value.matchAll(inPre ? /[^]+/g : /[\t\n\f\r ]+|[^\t\n\f\r ]+/g)) {
        const before = writer.result().length;
        writer.text(value);
        const after = writer.result().length;
        if (after > before && !inDrawing) {
          pieces.push({ node, inNode: index, inText: after - value.length, length: value.length });
        }
      }
    } else if (isElement(node)) {
      writer.open(node.tagName.toLowerCase());
      for (const child of node.children)
        visit(child, inPre || node.tagName === 'pre', inDrawing || node.tagName === 'svg');
      writer.close(node.tagName.toLowerCase());
    }
  };
  visit(block, block.tagName === 'pre', block.tagName === 'svg');
  return { text: writer.result(), pieces };
}
