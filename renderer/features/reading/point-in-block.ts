/**
 * A point of a block as one number that means the same text at every width and size: blocks are counted in their parts (items,
 * rows, paragraphs), and parts of running text in their characters. A share of the height would not do: of a table with one
 * long row, or of code that is wrapped, another line stands there in a narrower window. Within a line, and in a figure, the
 * share is one of the height.
 */
import { boxAtLine, fractionAbove, type Box } from './position.ts';

/** What a block is read in, one below the other. */
const parts = 'p, li, dt, dd, tbody tr, pre, figcaption, .drawing';
/** Parts in which text does not run from line to line. */
const whole = 'tr, .drawing';

/** Which point of the block (0 its top, 1 its bottom) is at a height in the window. `box` is the block's, with its translation. */
export function pointAt(block: HTMLElement, box: Box, height: number): number {
  const { count, bandAt, linesIn } = partsOf(block, box);
  const index = boxAtLine(count, bandAt, height);
  const band = bandAt(index);
  return (index + (linesIn(index)?.pointAt(height) ?? fractionAbove(band, height))) / count;
}

/** The height in the window of such a point. A table that scrolls by itself is scrolled to show it. */
export function heightOf(block: HTMLElement, box: Box, point: number): number {
  const { count, bandAt, linesIn } = partsOf(block, box);
  const index = Math.min(count - 1, Math.floor(point * count));
  const height = (): number => {
    const { top, bottom } = bandAt(index);
    const share = point * count - index;
    return linesIn(index)?.heightOf(share) ?? top + share * (bottom - top);
  };
  const table = block.querySelector('.table-scroll');
  if (table && point > 0 && point < 1) {
    const { top, bottom } = table.getBoundingClientRect();
    const shownFrom = top + (table.querySelector('thead')?.getBoundingClientRect().height ?? 0);
    if (height() > bottom || height() < shownFrom) table.scrollBy({ top: height() - shownFrom, behavior: 'instant' });
  }
  return height();
}

interface Parts {
  readonly count: number;
  /** From the top of a part to that of the next: together they are the block. */
  readonly bandAt: (index: number) => Box;
  readonly linesIn: (index: number) => Lines | undefined;
}

function partsOf(block: HTMLElement, box: Box): Parts {
  const below = block.nextElementSibling;
  const isStacked = below instanceof HTMLElement && below.dataset.side === 'translation' && !below.dataset.block;
  const texts = isStacked && below.offsetTop > block.offsetTop ? [block, below] : [block];
  const elements = texts.flatMap((text) => Array.from(text.querySelectorAll(parts)));
  const topOf = (index: number): number =>
    index === 0 ? box.top : (elements[index]?.getBoundingClientRect().top ?? box.bottom);
  const bandAt = (index: number): Box => ({ top: topOf(index), bottom: topOf(index + 1) });
  return {
    count: Math.max(1, elements.length),
    bandAt,
    linesIn: (index) => {
      const element = elements[index];
      if (!element || element.matches(whole)) return undefined;
      return linesOf(element, elements[index + 1], bandAt(index));
    },
  };
}

interface Lines {
  readonly pointAt: (height: number) => number;
  readonly heightOf: (point: number) => number;
}

/** The lines of a part up to where the next begins; undefined where it has no text. Characters stand below each other. */
function linesOf(part: Element, next: Element | undefined, band: Box): Lines | undefined {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: { readonly node: Text; readonly start: number }[] = [];
  /** Without the space at the end, which has no place. */
  let length = 0;
  let end = 0;
  for (let node = walker.nextNode(); node instanceof Text && !next?.contains(node); node = walker.nextNode()) {
    texts.push({ node, start: end });
    if (node.data.trim() !== '') length = end + node.data.trimEnd().length;
    end += node.length;
  }
  if (length === 0) return undefined;
  const style = getComputedStyle(part);
  const lineHeight = Number.parseFloat(style.lineHeight) || 24;
  // A line ends where its letters do: what stands at the line is the first of which something is to be seen.
  const below = Number.parseFloat(style.fontSize) * 0.6;
  const range = document.createRange();

  /** Middle of a character; what has no place (a space where a line ends) is where the next one is. */
  function middleOf(offset: number): number {
    const at = firstOf(texts.length, (index) => (texts[index + 1]?.start ?? end) > offset);
    for (const { node, start } of texts.slice(at)) {
      for (let inText = Math.max(0, offset - start); inText < node.length; inText += 1) {
        range.setStart(node, inText);
        range.setEnd(node, inText + 1);
        const rect = range.getClientRects()[0];
        if (rect) return (rect.top + rect.bottom) / 2;
      }
    }
    return Infinity;
  }
  const lineAt = (offset: number): Box & { readonly start: number } => {
    const middle = middleOf(offset);
    const start = firstOf(length, (at) => middleOf(at) > middle - lineHeight / 2);
    const next = middleOf(firstOf(length, (at) => middleOf(at) >= middle + lineHeight / 2));
    return {
      start,
      top: start === 0 ? band.top : middleOf(start) - lineHeight + below,
      bottom: Number.isFinite(next) ? next - lineHeight + below : band.bottom,
    };
  };
  // How much of the line is above the height stands behind the point, in its first character: that one stays where it is.
  return {
    pointAt(height) {
      const at = firstOf(length, (offset) => middleOf(offset) + below > height + 0.5);
      const line = lineAt(Math.min(length - 1, at));
      const above = fractionAbove(line, height);
      if (line.start + above === 0) return 0;
      // Where the last line is out of sight, its end: in narrower lines, its first character would leave others behind.
      const first = at < length ? line.start : length - 1;
      // Not quite the whole character, nor nothing of it: rounding must not make it the one before or behind.
      return (first + Math.min(0.999, Math.max(0.001, above))) / length;
    },
    heightOf(point) {
      const at = Math.min(length - 1, Math.floor(point * length));
      const { top, bottom } = lineAt(at);
      return top + (point * length - at) * (bottom - top);
    },
  };
}

/** The first of 0, 1, ... that is so, where all behind it are, too; `count` where none is. */
function firstOf(count: number, isSo: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
