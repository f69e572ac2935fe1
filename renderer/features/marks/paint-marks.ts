/**
 * Paints highlights over the text (CSS Custom Highlight API): the book's own DOM stays as it is. A figure, table or piece of
 * code that is marked as a whole has a frame, by an attribute of the page's own element around it: highlights lie below
 * drawings and pictures, and would leave patches in a table.
 */
import './block-marks.css';
import './marks.css';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { markColors, type MarkColor } from '../../../core/marks/mark.ts';
import { readBlockText, type BlockText } from '../../anchor/block-text.ts';
import type { ShownBlock } from '../../anchor/selected-text.ts';

export interface PaintedMark {
  readonly mark: PlacedMark;
  readonly blockId: string;
  /** Its words; undefined in a framed block without any. */
  readonly range: Range | undefined;
  /** The block that has a frame in place of painted words. */
  readonly frame: HTMLElement | undefined;
}

/** What is painted on the page. */
let onPage: readonly PaintedMark[] = [];

export function paintedNow(): readonly PaintedMark[] {
  return onPage;
}

/** The names in marks.css. */
const nameOf = (color: MarkColor): string => `mark-${color}`;

/**
 * Paints the marks of a chapter that stand in these blocks, in the language they were made in; a mark over
 * several blocks once for each. Blocks whose text is not there yet are passed over.
 */
export function paintMarks(blocks: readonly ShownBlock[], marks: readonly PlacedMark[]): void {
  const numbers = new Map(blocks.map(({ id, lang }, at) => [`${lang} ${id}`, at]));
  const texts = new Map<ShownBlock, BlockText>();
  const textOf = (block: ShownBlock): BlockText => {
    const text = texts.get(block) ?? readBlockText(block.element);
    texts.set(block, text);
    return text;
  };
  const painted = marks.flatMap((mark) => paintable(mark, blocks, numbers, textOf));
  const ranges = new Map<MarkColor, Range[]>(markColors.map((color) => [color, []]));
  const framed = new Map<HTMLElement, MarkColor>();
  for (const { mark, range, frame } of painted) {
    const color = mark.color ?? 'yellow';
    if (frame) framed.set(frame, color);
    else if (range) ranges.get(color)?.push(range);
  }
  for (const [color, ofColor] of ranges) {
    if (ofColor.length > 0) CSS.highlights.set(nameOf(color), new Highlight(...ofColor));
    else CSS.highlights.delete(nameOf(color));
  }
  for (const { element } of blocks) {
    const color = framed.get(element);
    if (color === undefined) delete element.dataset.markColor;
    else if (element.dataset.markColor !== color) element.dataset.markColor = color;
  }
  onPage = painted;
}

export function unpaintMarks(blocks: readonly ShownBlock[]): void {
  onPage = [];
  for (const color of markColors) CSS.highlights.delete(nameOf(color));
  for (const { element } of blocks) delete element.dataset.markColor;
}

const framedKinds: ReadonlySet<string | undefined> = new Set(['figure', 'table', 'code']);

function paintable(
  mark: PlacedMark,
  blocks: readonly ShownBlock[],
  numbers: ReadonlyMap<string, number>,
  textOf: (block: ShownBlock) => BlockText,
): PaintedMark[] {
  const { placement, anchor } = mark;
  if (mark.kind === 'bookmark' || placement.kind !== 'placed' || !anchor || mark.target === 'section') return [];
  const { blockId, start, endBlockId, end } = placement.range;
  const first = numbers.get(`${anchor.lang} ${blockId}`);
  const last = numbers.get(`${anchor.lang} ${endBlockId}`);
  if (first === undefined || last === undefined) return [];
  const result: PaintedMark[] = [];
  for (const block of blocks.slice(first, last + 1)) {
    if (block.lang !== anchor.lang) continue;
    const text = textOf(block);
    const whole = mark.target === 'block';
    const length = Array.from(text.text).length;
    const from = !whole && block.id === blockId ? start : 0;
    const to = !whole && block.id === endBlockId ? end : length;
    const range = text.range(from, to);
    const isFramed = from === 0 && to >= length && framedKinds.has(block.element.dataset.kind);
    const frame = isFramed ? block.element : undefined;
    if (range || frame) result.push({ mark, blockId: block.id, range, frame });
  }
  return result;
}

/** The painted mark at a point of the window, the shortest where several overlap. */
export function paintedAt(painted: readonly PaintedMark[], x: number, y: number): PlacedMark | undefined {
  const hits = painted.filter(({ range, frame }) =>
    [...(range?.getClientRects() ?? []), ...(frame ? [edgeOf(frame)] : [])].some((box) => isIn(box, x, y)),
  );
  const length = ({ mark }: PaintedMark): number => mark.anchor?.quote.length ?? Infinity;
  return hits.sort((a, b) => length(a) - length(b))[0]?.mark;
}

/** The bar at the side of a framed block (block-marks.css), and what of its margin a hand may hit for it. */
function edgeOf(block: HTMLElement): DOMRect {
  const { left, top, height } = block.getBoundingClientRect();
  const edgePx = 10;
  return new DOMRect(left - edgePx, top, edgePx + 2, height);
}

function isIn(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
