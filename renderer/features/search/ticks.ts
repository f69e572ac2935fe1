/** Where marks stand in the chapter, drawn beside the scroll bar. */
import type { PaintedMark } from './find-marks.ts';

export interface Tick {
  /** In per cent of the page's height, to a fifth. */
  readonly top: number;
  readonly isCurrent: boolean;
}

/** One tick for all marks (and `blocks`) at about the same height, and one more for the current mark. */
export function ticksOf(
  marks: readonly PaintedMark[],
  current: number | undefined,
  root: HTMLElement,
  blocks: readonly Element[] = [],
): Tick[] {
  const height = Math.max(1, root.scrollHeight);
  const { top: origin } = root.getBoundingClientRect();
  const topOf = (thing: Range | Element): number =>
    Math.round(((thing.getBoundingClientRect().top - origin) / height) * 500) / 5;
  const tops = new Set<number>();
  const ticks: Tick[] = [];
  for (const mark of marks) {
    const top = topOf(mark.range);
    if (mark.index === current) ticks.push({ top, isCurrent: true });
    else if (!tops.has(top)) {
      tops.add(top);
      ticks.push({ top, isCurrent: false });
    }
  }
  for (const block of blocks) {
    const top = topOf(block);
    if (tops.has(top)) continue;
    tops.add(top);
    ticks.push({ top, isCurrent: false });
  }
  return ticks;
}
