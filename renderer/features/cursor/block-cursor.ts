/**
 * The cursor that goes through the text block by block. It is the keyboard's focus, so that screen readers follow and the
 * browser keeps it; an attribute beside it shows it (block-cursor.css), because a jump focuses its target as well, unseen.
 */
import './block-cursor.css';

export interface CursorPlace {
  readonly blockId: string;
  /** Index of the block among the `count` blocks of the chapter. */
  readonly index: number;
  readonly count: number;
}

/** The block under the cursor, where there is a cursor. */
export function cursorBlock(page: Window): HTMLElement | undefined {
  const focused = page.document.activeElement;
  return focused instanceof HTMLElement && focused.dataset.cursor !== undefined ? focused : undefined;
}

/**
 * Moves the cursor by one block and brings it into sight. Without a cursor, or with one that has been scrolled out of
 * sight, it begins at the first block on the screen. Undefined where no text is shown.
 */
export function moveCursor(page: Window, direction: 'next' | 'previous'): CursorPlace | undefined {
  const blocks = blocksOf(page);
  if (blocks.length === 0) return undefined;
  const from = blocks.findIndex((block) => block.contains(page.document.activeElement));
  const index =
    from >= 0 && isOnScreen(page, blocks[from])
      ? Math.min(blocks.length - 1, Math.max(0, from + (direction === 'next' ? 1 : -1)))
      : firstOnScreen(page, blocks);
  const block = blocks[index];
  const blockId = block?.dataset.block;
  if (!block || blockId === undefined) return undefined;
  setCursor(block);
  block.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  return { blockId, index, count: blocks.length };
}

/** Puts the cursor on a block, where it is still on the page. */
export function setCursor(block: HTMLElement): void {
  const text = block.firstElementChild?.getBoundingClientRect();
  block.style.setProperty('--cursor-start', `${text ? text.top - block.getBoundingClientRect().top : 0}px`);
  block.dataset.cursor = '';
  // Only what is focused by us is focusable: a click into the text must not be.
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  const onBlur = (): void => {
    // The whole window lost the focus; the block will have it again.
    if (block.ownerDocument.activeElement === block) return;
    block.removeEventListener('blur', onBlur);
    block.removeAttribute('tabindex');
    delete block.dataset.cursor;
    block.style.removeProperty('--cursor-start');
  };
  block.addEventListener('blur', onBlur);
}

function blocksOf(page: Window): HTMLElement[] {
  return Array.from(page.document.querySelectorAll<HTMLElement>('article [data-block]'));
}

/** Where the text begins below the bar: blocks keep this distance when they are scrolled into sight (prose.css). */
function lineOf(page: Window, block: HTMLElement | undefined): number {
  return block ? Number.parseFloat(page.getComputedStyle(block).scrollMarginTop) || 0 : 0;
}

function isOnScreen(page: Window, block: HTMLElement | undefined): boolean {
  if (!block) return false;
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > lineOf(page, block) && top < page.innerHeight;
}

function firstOnScreen(page: Window, blocks: readonly HTMLElement[]): number {
  const line = lineOf(page, blocks[0]);
  const begins = blocks.findIndex((block) => block.getBoundingClientRect().top > line - 1);
  const begin = blocks[begins];
  if (begin && begin.getBoundingClientRect().top < page.innerHeight) return begins;
  // One block fills the screen.
  return Math.max(
    0,
    blocks.findIndex((block) => block.getBoundingClientRect().bottom > line),
  );
}
