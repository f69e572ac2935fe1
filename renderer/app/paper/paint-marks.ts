/** A reader's marks in the text on paper: as elements, which print everywhere, unlike highlights of the page. */
import type { ChapterMarks, PaperMark } from '../../../core/paper/chapter-marks.ts';
import { readBlockText } from '../../anchor/block-text.ts';
import { make } from './dom.ts';

/** The element of a block in a language; undefined where it is not printed. */
export type BlockElements = (blockId: string, lang: string | undefined) => HTMLElement | undefined;

export interface NoteIds {
  /** Id of the note of that number, and of the place that refers to it. */
  readonly note: (number: number) => string;
  readonly reference: (number: number) => string;
}

/** Paints marks, and puts the numbers of their notes behind them. */
export function paintOnPaper({ marks }: ChapterMarks, elementOf: BlockElements, ids: NoteIds): void {
  // Numbers come at last: they are text, and would move what is painted after them.
  const painted = marks.map((mark) => ({ mark, last: paint(mark, elementOf) }));
  for (const { mark, last } of painted.reverse()) {
    if (mark.note === undefined) continue;
    const reference = make(
      'sup',
      { class: 'paper-reference' },
      make('a', { id: ids.reference(mark.note), href: `#${ids.note(mark.note)}` }, String(mark.note)),
    );
    if (last) last.after(reference);
    else placeBehind(mark, elementOf, reference);
  }
}

/** Returns the last element that was painted, if it can have something behind it. */
function paint({ spots, lang, color, paints }: PaperMark, elementOf: BlockElements): Element | undefined {
  if (!paints || lang === undefined) return undefined;
  let last: Element | undefined;
  for (const { blockId, start, end } of spots) {
    const block = elementOf(blockId, lang);
    if (!block) continue;
    const text = readBlockText(block);
    const range = text.range(start, end ?? Array.from(text.text).length);
    last = range ? (paintRange(range, color) ?? last) : last;
  }
  return last;
}

/** Behind a block's words: in a figure behind its caption, in a heading or paragraph inside it. */
function placeBehind({ spots }: PaperMark, elementOf: BlockElements, reference: HTMLElement): void {
  const block = elementOf(spots.at(-1)?.blockId ?? spots[0].blockId, undefined);
  const root = block?.firstElementChild;
  const caption = root?.querySelector(':scope > figcaption');
  const inside = caption ?? (root?.matches('p, h1, h2, h3, h4, h5, h6') === true ? root : block);
  inside?.append(reference);
}

function paintRange(range: Range, color: string): Element | undefined {
  let last: Element | undefined;
  for (const node of textNodesIn(range)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    // A drawing's words cannot hold HTML; white space between rows and items is no text.
    if (to <= from || node.parentElement?.closest('svg') || !/\S/.test(node.data.slice(from, to))) continue;
    const part = new Range();
    part.setStart(node, from);
    part.setEnd(node, to);
    const mark = make('mark', { class: 'paper-mark', 'data-color': color });
    part.surroundContents(mark);
    last = mark;
  }
  return last;
}

/** Read before anything is changed: a text that is cut in two stays the first of both. */
function textNodesIn(range: Range): Text[] {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && range.intersectsNode(node)) nodes.push(node);
  }
  return nodes;
}
