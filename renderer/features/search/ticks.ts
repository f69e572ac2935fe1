/** Where marks stand in the chapter, drawn beside the scroll bar. */
import type { PaintedMark } from './find-marks.ts';

export interface Tick {
  /** In per cent of the page's height, to a fifth. */
  readonly top: number;
  readonly isCurrent: boolean;
}

/** One tick for all marks at about the same height, and one more for the current mark. */
export function ticksOf(marks: readonly PaintedMark[], current: number | undefined, root: HTMLElement): Tick[] {
  const height = Math.max(1, root.scrollHeight);
  const { top: origin } = root.getBoundingClientRect();
  const topOf = ({ range }: PaintedMark): number =>
    Math.round(((range.getBoundingClientRect().top - origin) / height) * 500) / 5;
  const tops = new Set<number>();
  const ticks: Tick[] = [];
  for (const mark of marks) {
    const top = topOf(mark);
    if (mark.index === current) ticks.push({ top, isCurrent: true });
    else if (!tops.has(top)) {
      tops.add(top);
      ticks.push({ top, isCurrent: false });
    }
  }
  return ticks;
}
