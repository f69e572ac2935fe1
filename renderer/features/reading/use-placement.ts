/**
 * Keeps the text where it belongs: puts it in place after each order, tells where the reader is after each scroll,
 * and holds the place when the text is laid out anew (another width, fonts or pictures that arrive).
 */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Place, Placement } from '../../state/reading.ts';
import { heightOf, pointAt } from './point-in-block.ts';
import { boxAtLine, type Box, type Hold } from './position.ts';

export interface PlaceReport {
  readonly place: Place;
  /** The block whose section counts as the current one: the jump's target until the reader scrolls. */
  readonly currentBlockId: string;
}

interface Keeper {
  /** What to hold when the layout changes; undefined is the top of the page. */
  hold: Hold | undefined;
  /** Whether `hold` is the place of an earlier visit: it is the reader's place even while the layout cannot reach it yet. */
  holdsReturn: boolean;
  /** Whether `hold` was taken for a switch of language: switching back must not take another. */
  holdsForSwitch: boolean;
  /** The first block that begins on the screen, and at which height: what a switch of language keeps in place. */
  firstOnScreen: Hold | undefined;
  /** Scroll position of our own making; a scroll event with this position is not the reader's. */
  ownScroll: number;
  /** Height of the text when it was last put in place or scrolled by the reader. */
  textHeight: number;
  jumpedTo: string | undefined;
  /** Whether the reader has scrolled to the very end: what is laid out above it must not push it out of sight. */
  isAtEnd: boolean;
  /** The last order, so that none is obeyed twice. */
  obeyed: Placement | undefined;
}

/**
 * @param content what is laid out: when it changes, the text is put in place again.
 * @param onPlace called after each placing and scroll; has to be stable or cheap to change.
 */
export function usePlacement(
  articleRef: RefObject<HTMLElement | null>,
  content: unknown,
  placement: Placement,
  onPlace: (report: PlaceReport) => void,
): void {
  const keeper = useRef<Keeper>({
    hold: undefined,
    holdsReturn: false,
    holdsForSwitch: false,
    firstOnScreen: undefined,
    ownScroll: -1,
    textHeight: 0,
    jumpedTo: undefined,
    isAtEnd: false,
    obeyed: undefined,
  });

  useLayoutEffect(() => {
    const article = articleRef.current;
    if (!article) return;
    const state = keeper.current;
    const isNew = state.obeyed !== placement;
    state.obeyed = placement;
    if (isNew) obey(state, placement);
    settle(state, article);
    if (isNew && placement.kind !== 'same-place') focusPlaced(article, placement);
    report(state, placeHeld(state, article), onPlace);
  }, [articleRef, content, placement, onPlace]);

  // Before the first painting: what comes near the window then is laid out, and above the place it moves the text.
  useLayoutEffect(() => {
    const article = articleRef.current;
    if (!article) return;
    const state = keeper.current;
    const onScroll = (): void => {
      if (Math.abs(window.scrollY - state.ownScroll) < 1 || isShortened(state, article)) return;
      const place = placeAtLine(article);
      takeHold(state, article, place);
      report(state, place, onPlace);
    };
    const observer = new ResizeObserver(() => {
      settle(state, article);
      report(state, placeHeld(state, article), onPlace);
    });
    // A smooth scroll to the end would end where the end was when it began: far from the window heights are guesses.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'End' || !isForThePage(event)) return;
      event.preventDefault();
      scrollToEnd();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(article);
    // What stands above the text, and the room above it, may change while the text does not.
    observer.observe(document.body);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [articleRef, onPlace]);
}

function obey(state: Keeper, placement: Placement): void {
  state.isAtEnd = false;
  state.jumpedTo = placement.kind === 'target' ? placement.blockId : undefined;
  if (placement.kind === 'same-place') {
    // At the very top of the page there is nothing to hold: it stays the top.
    if (!state.holdsForSwitch && state.hold && state.firstOnScreen) state.hold = state.firstOnScreen;
    state.holdsForSwitch = true;
    state.holdsReturn = false;
    return;
  }
  state.holdsForSwitch = false;
  state.holdsReturn = placement.kind === 'place';
  if (placement.kind === 'top') state.hold = undefined;
  else if (placement.kind === 'target') state.hold = { blockId: placement.blockId, fraction: 0, height: 'line' };
  else state.hold = { ...placement.place, height: 'line' };
}

/** Scrolls so that what is held stands at its height. */
function settle(state: Keeper, article: HTMLElement): void {
  const blocks = blocksOf(article);
  const held = state.hold && blocks.find((block) => block.dataset.block === state.hold?.blockId);
  // The first block from its top is the top of the page, with what stands above the text.
  if (state.isAtEnd) scrollToEnd();
  else if (!state.hold || !held || (held === blocks[0] && state.hold.fraction === 0 && state.hold.height === 'line')) {
    window.scrollTo({ top: 0, behavior: 'instant' });
  } else {
    const { fraction, height } = state.hold;
    const needed = heightOf(held, boxOf(held), fraction) - (height === 'line' ? readingLine() : height);
    if (Math.abs(needed) >= 0.5) window.scrollBy({ top: needed, behavior: 'instant' });
  }
  state.ownScroll = window.scrollY;
  state.textHeight = article.offsetHeight;
  if (!state.holdsForSwitch) state.firstOnScreen = firstOnScreen(blocks);
}

/** After the reader scrolled: what is at the line now, `place`, is what to hold. */
function takeHold(state: Keeper, article: HTMLElement, place: Place | undefined): void {
  state.hold = place && window.scrollY > 0 ? { ...place, height: 'line' } : undefined;
  state.isAtEnd = isAtBottom();
  state.holdsForSwitch = false;
  state.holdsReturn = false;
  state.jumpedTo = undefined;
  state.ownScroll = -1;
  state.textHeight = article.offsetHeight;
  state.firstOnScreen = firstOnScreen(blocksOf(article));
}

/** Whether the browser has scrolled, since the text has become shorter than to reach so far; it is put in place in this frame. */
function isShortened(state: Keeper, article: HTMLElement): boolean {
  return article.offsetHeight < state.textHeight - 1 && isAtBottom();
}

function isAtBottom(): boolean {
  return window.scrollY > 0 && window.scrollY + window.innerHeight >= pageHeight() - 1;
}

function pageHeight(): number {
  return document.documentElement.scrollHeight;
}

function scrollToEnd(): void {
  window.scrollTo({ top: pageHeight(), behavior: 'instant' });
}

/** Whether a key scrolls the page: not while text is typed, nor for what scrolls by itself or lies above the page. */
function isForThePage({ target, defaultPrevented, altKey, shiftKey, metaKey }: KeyboardEvent): boolean {
  if (defaultPrevented || altKey || shiftKey || metaKey || !(target instanceof Element)) return false;
  return target.closest('input, textarea, select, dialog, [popover], [role], .table-scroll, [data-scroller]') === null;
}

/** Where the reader is: an earlier visit's place even while the layout cannot reach it, else what is at the line. */
function placeHeld({ hold, holdsReturn }: Keeper, article: HTMLElement): Place | undefined {
  return hold && holdsReturn ? { blockId: hold.blockId, fraction: hold.fraction } : placeAtLine(article);
}

function report({ jumpedTo }: Keeper, place: Place | undefined, onPlace: (report: PlaceReport) => void): void {
  if (place) onPlace({ place, currentBlockId: jumpedTo ?? place.blockId });
}

function focusPlaced(article: HTMLElement, placement: Exclude<Placement, { kind: 'same-place' }>): void {
  const blocks = blocksOf(article);
  if (placement.kind !== 'target' && !placement.focus) return;
  const id = placement.kind === 'place' ? placement.place.blockId : placement.kind === 'target' && placement.blockId;
  const block = id === false ? blocks[0] : blocks.find((candidate) => candidate.dataset.block === id);
  if (!block) return;
  // Only what is focused by us is focusable: a click into the text must not be.
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
}

function placeAtLine(article: HTMLElement): Place | undefined {
  const blocks = blocksOf(article);
  const line = readingLine();
  const block = blocks[boxAtLine(blocks.length, (index) => boxOf(blocks[index]), line)];
  const blockId = block?.dataset.block;
  return block && blockId !== undefined ? { blockId, fraction: pointAt(block, boxOf(block), line) } : undefined;
}

function firstOnScreen(blocks: readonly HTMLElement[]): Hold | undefined {
  const line = readingLine();
  const at = boxAtLine(blocks.length, (index) => boxOf(blocks[index]), line);
  for (const block of blocks.slice(Math.max(0, at), at + 2)) {
    const { top } = boxOf(block);
    const blockId = block.dataset.block;
    if (blockId !== undefined && top > line - 1 && top < window.innerHeight)
      return { blockId, fraction: 0, height: top };
  }
  const block = blocks[at];
  const blockId = block?.dataset.block;
  // One block fills the screen (a long listing): keep the same part of it.
  return block && blockId !== undefined
    ? { blockId, fraction: pointAt(block, boxOf(block), line), height: 'line' }
    : undefined;
}

function blocksOf(article: HTMLElement): HTMLElement[] {
  return Array.from(article.querySelectorAll<HTMLElement>('[data-block]'));
}

/** The box of a block, with its translation beside or below it. */
function boxOf(element: HTMLElement | undefined): Box {
  if (!element) return { top: 0, bottom: 0 };
  const { top, bottom } = element.getBoundingClientRect();
  const next = element.nextElementSibling;
  if (!(next instanceof HTMLElement) || next.dataset.side !== 'translation' || next.dataset.block !== undefined) {
    return { top, bottom };
  }
  return { top, bottom: Math.max(bottom, next.getBoundingClientRect().bottom) };
}

/** Height of the reading line: where the style sheet puts a jump's target, just below the top bar. */
export function readingLine(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reading-line')) || 0;
}
