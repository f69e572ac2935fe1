import { startTransition, useEffect, useState } from 'react';
import type { Block, Chapter } from '../../../core/book/model.ts';
import type { Placement } from '../../state/reading.ts';
import { estimatedLines } from './block-size.ts';
import { sanitiseBlock } from '../../html/sanitise.ts';

/**
 * Lines (of estimatedLines) before and after the place that are on the screen, or nearly, when a chapter opens. A line is guessed
 * too short rather than too long: the gaps between blocks are not counted.
 */
const linesBefore = 16;
const linesAfter = 80;
/**
 * Lines from the place on that are laid out at once: what is on the screen must not be set at a guessed height first. The height
 * of a line in the text at its smallest, in CSS pixels, says how many a window holds.
 */
const smallestLinePx = 24;
/**
 * Windows of lines before the place that are laid out wherever they are once all blocks have their text. Chromium lays out what is
 * within one and a half (content-visibility), a frame or two later: the text would be put in place again for each.
 */
const windowsBefore = 2;

/** `empty` takes about the room of its text; `near` has it; `shown` is laid out wherever it is. */
export type BlockState = 'empty' | 'near' | 'shown';

export interface NearFirst {
  readonly stateOf: (blockId: string) => BlockState;
  /** Whether no block is empty any more. */
  readonly isFilled: boolean;
}

/**
 * What each block is now: when a chapter opens, first those around the place have their text, so that they are there at once; the
 * rest right after they have been painted. A switch of language keeps its place by blocks that are on the screen, and has all at
 * once. What was `shown` stays so: Chromium drops a block for a frame when it becomes one to be laid out near the window only.
 */
export function useNearFirst(chapter: Chapter, placement: Placement): NearFirst {
  const [filled, setFilled] = useState<Chapter>();
  const [opening, setOpening] = useState(() => openingOf(chapter, placement));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setFilled(chapter)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [chapter]);
  // The state belongs to the chapter; React draws again at once, before anything is on the page.
  if (opening.chapter !== chapter) setOpening(openingOf(chapter, placement));
  const isFilled = filled === chapter || placement.kind === 'same-place';
  const stateOf = (blockId: string): BlockState => {
    if (opening.shown.has(blockId) || (isFilled && opening.before.has(blockId))) return 'shown';
    return isFilled || opening.near.has(blockId) ? 'near' : 'empty';
  };
  return { stateOf, isFilled };
}

/** Makes ready what a chapter opens with at its top, before anybody has turned to it. */
export function prepareOpening(chapter: Chapter, bookId: string): void {
  const { near } = openingOf(chapter, { kind: 'top', focus: false });
  for (const { blocks } of chapter.sections) {
    for (const block of blocks) if (near.has(block.id)) sanitiseBlock(block, bookId);
  }
}

interface Opening {
  readonly chapter: Chapter;
  readonly near: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  /** To be shown when all have their text. */
  readonly before: ReadonlySet<string>;
}

function openingOf(chapter: Chapter, placement: Placement): Opening {
  const blocks = chapter.sections.flatMap((section) => section.blocks);
  const placed = placedBlock(placement);
  const at = Math.max(
    0,
    blocks.findIndex(({ id }) => id === placed),
  );
  const onScreen = window.innerHeight / smallestLinePx;
  const upwards = blocks.slice(0, at).reverse();
  const before = upTo(linesBefore, upwards);
  return {
    chapter,
    near: new Set([...before, ...upTo(onScreen + linesAfter, blocks.slice(at))]),
    shown: new Set([...before, ...upTo(onScreen, blocks.slice(at))]),
    before: new Set(upTo(windowsBefore * onScreen, upwards)),
  };
}

/** The ids of the first blocks that have so many lines together, and of the one in which the last of them is. */
function upTo(lines: number, blocks: readonly Block[]): string[] {
  const ids: string[] = [];
  let rest = lines;
  for (const block of blocks) {
    if (rest <= 0) break;
    ids.push(block.id);
    rest -= estimatedLines(block);
  }
  return ids;
}

function placedBlock(placement: Placement): string | undefined {
  switch (placement.kind) {
    case 'target':
      return placement.blockId;
    case 'place':
      return placement.place.blockId;
    case 'top':
    case 'same-place':
      return undefined;
  }
}
