/** Marks of what was found, painted over the text (CSS Custom Highlight API); the book's own DOM stays as it is. */
import type { Occurrence } from '../../../core/search/occurrences.ts';
import { readBlockText, type BlockText } from '../../anchor/block-text.ts';
import './find-marks.css';

const names = { all: 'search', current: 'search-current' } as const;

/** A chapter can hold thousands of an “e”: of more than these, those from a screen above what is in sight on are painted. */
export const mostPainted = 1500;

export interface PaintedMark {
  /** An index into the places of the chapter. */
  readonly index: number;
  readonly range: Range;
}

/** Paints the places of a chapter; `current` is an index into them. Returns what could be painted. */
export function paintMarks(
  article: Element,
  places: readonly Occurrence[],
  current: number | undefined,
): readonly PaintedMark[] {
  const texts = new Map<string, BlockText | undefined>();
  const textOf = (blockId: string): BlockText | undefined => {
    if (!texts.has(blockId)) texts.set(blockId, readText(article, blockId));
    return texts.get(blockId);
  };
  const from = places.length > mostPainted ? firstNearby(article, places) : 0;
  const painted = places.slice(from, from + mostPainted).flatMap(({ blockId, start, end }, at) => {
    const range = textOf(blockId)?.range(start, end);
    return range ? [{ index: from + at, range }] : [];
  });
  const isCurrent = ({ index }: PaintedMark): boolean => index === current;
  CSS.highlights.set(
    names.all,
    highlightOf(
      painted.filter((mark) => !isCurrent(mark)),
      1,
    ),
  );
  CSS.highlights.set(names.current, highlightOf(painted.filter(isCurrent), 2));
  return painted;
}

/** The first place that is less than a screen above what is in sight, as an index. */
function firstNearby(article: Element, places: readonly Occurrence[]): number {
  const { innerHeight } = window;
  const blocks = Array.from(article.querySelectorAll<HTMLElement>('[data-block]'));
  const nearby = new Set(
    blocks
      .filter((block) => block.getBoundingClientRect().bottom > -innerHeight)
      .map((block) => block.dataset.block ?? ''),
  );
  const at = places.findIndex(({ blockId }) => nearby.has(blockId));
  return at < 0 ? places.length : at;
}

/** The blocks that hold places, each once, in the order of the places. */
export function blocksOfPlaces(article: Element, places: readonly Occurrence[]): Element[] {
  const wanted = new Set(places.map(({ blockId }) => blockId));
  return Array.from(article.querySelectorAll<HTMLElement>('[data-block]')).filter(({ dataset }) =>
    wanted.has(dataset.block ?? ''),
  );
}

export function unpaintMarks(): void {
  for (const name of Object.values(names)) CSS.highlights.delete(name);
}

/** Above the marks of terms, which have no priority. */
function highlightOf(marks: readonly PaintedMark[], priority: number): Highlight {
  const highlight = new Highlight(...marks.map(({ range }) => range));
  highlight.priority = priority;
  return highlight;
}

function readText(article: Element, blockId: string): BlockText | undefined {
  const block = article.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
  return block ? readBlockText(block) : undefined;
}

/** The box of a place of the chapter on the page; undefined where it is not drawn. */
export function boxOfPlace(page: Window, { blockId, start, end }: Occurrence): DOMRect | undefined {
  const article = page.document.querySelector('main article');
  return article ? readText(article, blockId)?.range(start, end)?.getBoundingClientRect() : undefined;
}

/** Room that is kept below the bar above the text, and above the end of the window, in CSS pixels. */
const margin = 72;

/** Brings a place into sight, a third from the top, where it is not in sight already. */
export function revealPlace(page: Window, place: Occurrence): void {
  const box = boxOfPlace(page, place);
  if (!box) return;
  if (box.top >= margin && box.bottom <= page.innerHeight - margin / 2) return;
  page.scrollBy({ top: box.top - page.innerHeight / 3, behavior: 'instant' });
}

/** Brings a place out from under the bar: how much that covers in a narrow window shows when it is drawn. */
export function uncoverPlace(page: Window, place: Occurrence): void {
  const bar = page.document.querySelector('search')?.getBoundingClientRect();
  const box = boxOfPlace(page, place);
  if (!bar || !box) return;
  const isCovered = box.top < bar.bottom && box.bottom > bar.top && box.left < bar.right && box.right > bar.left;
  if (isCovered) page.scrollBy({ top: box.top - page.innerHeight / 3, behavior: 'instant' });
}

/** The first place at or below the top of what is on the screen, as an index; undefined where all are above. */
export function firstPlaceInSight(page: Window, places: readonly Occurrence[]): number | undefined {
  const article = page.document.querySelector('main article');
  if (!article) return undefined;
  const below = new Map<string, boolean>();
  const isBelow = (blockId: string): boolean => {
    const known = below.get(blockId);
    if (known !== undefined) return known;
    const block = article.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
    const found = (block?.getBoundingClientRect().bottom ?? 0) > margin;
    below.set(blockId, found);
    return found;
  };
  const at = places.findIndex((place) => isBelow(place.blockId) && (boxOfPlace(page, place)?.bottom ?? 0) > margin);
  return at < 0 ? undefined : at;
}
