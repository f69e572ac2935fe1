/** Paints highlights over the text (CSS Custom Highlight API): the book's own DOM stays as it is. */
import './marks.css';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { markColors, type MarkColor } from '../../../core/marks/mark.ts';
import { readBlockText, type BlockText } from '../../anchor/block-text.ts';
import type { ShownBlock } from '../../anchor/selected-text.ts';

export interface PaintedMark {
  readonly mark: PlacedMark;
  readonly blockId: string;
  readonly range: Range;
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
  for (const color of markColors) {
    const ranges = painted.filter(({ mark }) => (mark.color ?? 'yellow') === color).map(({ range }) => range);
    if (ranges.length > 0) CSS.highlights.set(nameOf(color), new Highlight(...ranges));
    else CSS.highlights.delete(nameOf(color));
  }
  onPage = painted;
}

export function unpaintMarks(): void {
  onPage = [];
  for (const color of markColors) CSS.highlights.delete(nameOf(color));
}

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
    const from = !whole && block.id === blockId ? start : 0;
    const to = !whole && block.id === endBlockId ? end : Array.from(text.text).length;
    const range = text.range(from, to);
    if (range) result.push({ mark, blockId: block.id, range });
  }
  return result;
}

/** The painted mark at a point of the window, the shortest where several overlap. */
export function paintedAt(painted: readonly PaintedMark[], x: number, y: number): PlacedMark | undefined {
  const hits = painted.filter(({ range }) =>
    Array.from(range.getClientRects()).some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    ),
  );
  const length = ({ mark }: PaintedMark): number => mark.anchor?.quote.length ?? Infinity;
  return hits.sort((a, b) => length(a) - length(b))[0]?.mark;
}
