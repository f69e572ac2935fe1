/** One block of the book as it goes on paper. */
import type { Block } from '../../../core/book/model.ts';
import { fillWith, sanitiseBlock } from '../../html/sanitise.ts';
import { parseRoute } from '../route.ts';
import { make } from './dom.ts';
import { wordsFit } from './table-words.ts';
import type { PaperIds } from './ids.ts';

export interface BlockParts {
  readonly bookId: string;
  readonly ids: PaperIds;
  /** Ids of the chapters that are printed: links to others are no links. */
  readonly printed: ReadonlySet<string>;
  /** How much deeper its headings stand than in the chapter alone. */
  readonly deeper: number;
}

/** Counts drawings over all of a document, so that their parts have names of their own. */
let drawings = 0;

/** The block's HTML, sanitised, in an element of its own. */
export function paperBlock(block: Block, lang: string, parts: BlockParts): HTMLElement {
  const element = make('div', { class: 'block', 'data-kind': block.kind, 'data-block': block.id, lang });
  fillWith(element, sanitiseBlock(block, parts.bookId));
  for (const link of element.querySelectorAll('a[href]')) settleLink(link, parts);
  for (const drawing of element.querySelectorAll('svg')) renameIds(drawing);
  for (const heading of element.querySelectorAll('h1, h2, h3, h4, h5, h6')) deepen(heading, parts.deeper);
  for (const table of element.querySelectorAll('table')) {
    table.dataset.columns = String(Math.max(0, ...Array.from(table.rows, ({ cells }) => cells.length)));
    table.dataset.words = wordsFit(Array.from(table.rows, ({ cells }) => Array.from(cells, cellText)));
  }
  for (const stop of element.querySelectorAll('[tabindex]')) stop.removeAttribute('tabindex');
  return element;
}

/** Links inside the book lead to their place on paper, or nowhere; others show their address, where the text does not. */
export function settleLink(link: Element, { ids, printed }: Pick<BlockParts, 'ids' | 'printed'>): void {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#')) {
    const shown = link.textContent.trim();
    if (href === shown || href.replace(/^(?:https?:\/\/|mailto:)|\/$/g, '') === shown)
      link.setAttribute('data-plain', '');
    return;
  }
  const route = parseRoute(href);
  if (route && printed.has(route.chapterId)) link.setAttribute('href', `#${ids.of(route.chapterId, route.targetId)}`);
  else link.replaceWith(...link.childNodes);
}

/** A drawing that stands twice on a page, or in the reading view too, must not find the other's arrow heads. */
function renameIds(drawing: Element): void {
  drawings += 1;
  for (const element of drawing.querySelectorAll('*')) {
    if (element.id !== '') element.id = `paper${drawings}-${element.id}`;
    for (const name of ['marker-start', 'marker-end']) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, value.replace('url(#', `url(#paper${drawings}-`));
    }
  }
}

function cellText({ textContent }: Element): string {
  return textContent;
}

/** The contents of a PDF go by the levels of headings; parts and chapters stand above. */
function deepen(heading: Element, by: number): void {
  const level = Math.min(6, Number(heading.localName.slice(1)) + by);
  heading.setAttribute('aria-level', String(level));
}
