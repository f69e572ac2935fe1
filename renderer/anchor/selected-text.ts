/** From what the reader has selected to offsets in the text of blocks. */
import { pointOffset } from '../../core/anchor/offsets.ts';
import type { TextRange } from '../../core/anchor/chapter-text.ts';
import { readBlockText } from './block-text.ts';

export interface SelectedText {
  readonly range: TextRange;
  readonly lang: string;
  readonly text: string;
  /** Where the selection ends in the window. */
  readonly box: DOMRect;
}

/** A block of the text on the page. */
export interface ShownBlock {
  readonly id: string;
  readonly lang: string;
  readonly element: HTMLElement;
}

/** The blocks of the article in reading order, in both languages where two are shown. */
export function shownBlocks(article: HTMLElement): ShownBlock[] {
  return Array.from(article.querySelectorAll<HTMLElement>('.block'), (element) => {
    // A translation stands behind the block whose place it shares.
    const before = element.previousElementSibling;
    const id = element.dataset.block ?? (before instanceof HTMLElement ? before.dataset.block : undefined);
    return id === undefined ? undefined : { id, lang: element.lang || article.lang, element };
  }).filter((block) => block !== undefined);
}

/**
 * The text of a selection in the article, without the spaces around it; undefined where there is none. A selection that
 * runs over two languages counts in the one it begins in.
 */
export function selectedText(article: HTMLElement, selection: Selection | null): SelectedText | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const selected = selection.getRangeAt(0);
  if (!article.contains(selected.commonAncestorContainer)) return undefined;
  const touched = shownBlocks(article).filter(({ element }) => selected.intersectsNode(element));
  const blocks = touched.filter(({ lang }) => lang === touched[0]?.lang);
  const pieces = blocks.flatMap((block) => {
    const piece = pieceOf(block.element, selected);
    return piece ? [{ ...block, ...piece }] : [];
  });
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  return {
    range: { blockId: first.id, start: first.start, endBlockId: last.id, end: last.end },
    lang: first.lang,
    text: pieces.map(({ text }) => text).join('\n'),
    box: Array.from(selected.getClientRects()).at(-1) ?? selected.getBoundingClientRect(),
  };
}

/** The part of a block that a range covers, in code points; undefined where that is nothing but spaces. */
function pieceOf(element: HTMLElement, range: Range): { start: number; end: number; text: string } | undefined {
  const { text, unitOf } = readBlockText(element);
  const inside = (node: Node): boolean => element.contains(node);
  let start = inside(range.startContainer) ? unitOf(range.startContainer, range.startOffset) : 0;
  let end = inside(range.endContainer) ? unitOf(range.endContainer, range.endOffset) : text.length;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end <= start) return undefined;
  return { start: pointOffset(text, start), end: pointOffset(text, end), text: text.slice(start, end) };
}
