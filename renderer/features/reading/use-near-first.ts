import { startTransition, useEffect, useState } from 'react';
import type { Chapter } from '../../../core/book/model.ts';
import type { Placement } from '../../state/reading.ts';

/** Blocks before and after the place that are on the screen, or nearly, when a chapter opens. */
const before = 8;
const after = 24;

/**
 * Which blocks have their text now: when a chapter opens, first those around the place, so that they are there at once; the rest
 * right after they have been painted. A switch of language keeps its place by blocks that are on the screen, and has all at once.
 */
export function useNearFirst(chapter: Chapter, placement: Placement): (blockId: string) => boolean {
  const [filled, setFilled] = useState<Chapter>();
  const isFilled = filled === chapter || placement.kind === 'same-place';
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
  if (isFilled) return () => true;
  const ids = chapter.sections.flatMap((section) => section.blocks.map((block) => block.id));
  const at = Math.max(0, ids.indexOf(placedBlock(placement) ?? ''));
  const near = new Set(ids.slice(Math.max(0, at - before), at + after));
  return (blockId) => near.has(blockId);
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
