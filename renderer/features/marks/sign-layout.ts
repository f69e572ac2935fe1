/** Where the signs of marks stand beside the text, and which of them are near enough to the window to be drawn. */
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { shownBlocks } from '../../anchor/selected-text.ts';

export interface Sign {
  readonly mark: PlacedMark;
  /** Where it wants to stand in the document, in CSS pixels: beside its place. */
  readonly top: number;
}

export interface SignLayout {
  /** In reading order. */
  readonly signs: readonly Sign[];
  readonly left: number;
  /** Room for the note itself beside the text. */
  readonly width: number | undefined;
}

export const noSigns: SignLayout = { signs: [], left: 0, width: undefined };

const gapPx = 20;
const edgePx = 12;
const leastNotePx = 190;
const mostNotePx = 260;
const betweenPx = 6;

/** Asks the page where the marks' blocks stand; marks without a sign are left out. */
export function layOutSigns(article: HTMLElement, marks: readonly PlacedMark[]): SignLayout {
  const blocks = new Map<string, HTMLElement>();
  for (const { id, element } of shownBlocks(article)) if (!blocks.has(id)) blocks.set(id, element);
  const { right } = article.getBoundingClientRect();
  const room = document.documentElement.clientWidth - right - gapPx - edgePx;
  const width = room >= leastNotePx ? Math.min(room, mostNotePx) : undefined;
  const signs: Sign[] = [];
  // Where a block stands is asked once: it may have to be laid out for that, and thousands of marks may be on it.
  const tops = new Map<HTMLElement, number>();
  const topOf = (element: HTMLElement): number => {
    const top =
      tops.get(element) ?? (element.firstElementChild ?? element).getBoundingClientRect().top + window.scrollY;
    tops.set(element, top);
    return top;
  };
  for (const mark of marks) {
    const element = mark.placement.kind === 'placed' ? blocks.get(mark.placement.range.blockId) : undefined;
    if (!element || (mark.kind === 'highlight' && mark.body === null)) continue;
    signs.push({ mark, top: topOf(element) });
  }
  const besideText = right + window.scrollX + (width === undefined ? 2 : gapPx);
  return { signs, left: Math.min(besideText, document.documentElement.clientWidth - 28), width };
}

/** Tops at which none lies over another. */
export function stackSigns(signs: readonly Sign[], heightOf: (sign: Sign) => number): number[] {
  let free = -Infinity;
  return signs.map((sign) => {
    const top = Math.max(free, sign.top);
    free = top + heightOf(sign) + betweenPx;
    return top;
  });
}

/** How high a sign will be, before it is drawn: MarkSigns.module.css cuts notes off after six lines. */
export function guessedHeight({ mark: { body } }: Sign, width: number | undefined): number {
  const signPx = 24;
  if (width === undefined || body === null) return signPx;
  const linePx = 18.85;
  const letterPx = 9;
  const perLine = Math.max(1, Math.floor((width - 28) / letterPx));
  const lines = body.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return Math.max(signPx, Math.min(6, lines) * linePx + 6);
}

/** Fewer than these are all drawn, so that keys and screen readers find them in one list. */
const allDrawn = 200;

/** The first sign to be drawn and the one behind the last: those within two windows of the one at `scrollTop`. */
export function nearSigns(tops: readonly number[], scrollTop: number, windowHeight: number): [number, number] {
  if (tops.length <= allDrawn) return [0, tops.length];
  const above = tops.findIndex((top) => top >= scrollTop - 2 * windowHeight);
  const begin = above < 0 ? tops.length : above;
  const below = tops.findIndex((top) => top > scrollTop + 3 * windowHeight);
  return [begin, below < 0 ? tops.length : below];
}
