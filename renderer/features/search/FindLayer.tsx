import { useEffect, useState } from 'react';
import type { Occurrence } from '../../../core/search/occurrences.ts';
import styles from './FindBar.module.css';
import { blocksOfPlaces, mostPainted, paintMarks, unpaintMarks, type PaintedMark } from './find-marks.ts';
import { ticksOf, type Tick } from './ticks.ts';

export interface FindLayerProps {
  /** The places of the chapter on the page. */
  readonly places: readonly Occurrence[];
  /** An index into them: the place that was gone to. */
  readonly current: number | undefined;
}

/** Marks in the text, and beside the scroll bar where they stand in the chapter. */
export function FindLayer({ places, current }: FindLayerProps) {
  const [ticks, setTicks] = useState<readonly Tick[]>([]);

  useEffect(() => {
    const article = document.querySelector('main article');
    if (!article) return;
    let marks: readonly PaintedMark[] = [];
    let frame: number | undefined;
    const isMany = places.length > mostPainted;
    // Of very many, a tick a block says as much.
    const measure = (): void =>
      setTicks(ticksOf(marks, current, document.documentElement, isMany ? blocksOfPlaces(article, places) : []));
    const paint = (): void => {
      frame = undefined;
      marks = paintMarks(article, places, current);
      measure();
    };
    const paintSoon = (): void => {
      frame ??= requestAnimationFrame(paint);
    };
    paint();
    // The text may be drawn anew, and parts of it later.
    const changes = new MutationObserver(paintSoon);
    changes.observe(article, { childList: true, subtree: true });
    const sizes = new ResizeObserver(measure);
    sizes.observe(article);
    if (isMany) addEventListener('scroll', paintSoon, { passive: true });
    return () => {
      changes.disconnect();
      sizes.disconnect();
      removeEventListener('scroll', paintSoon);
      if (frame !== undefined) cancelAnimationFrame(frame);
      unpaintMarks();
    };
  }, [places, current]);

  return (
    <div className={styles.ticks} aria-hidden="true">
      {ticks.map(({ top, isCurrent }) => (
        <i key={isCurrent ? 'current' : top} data-current={isCurrent || undefined} style={{ top: `${top}%` }} />
      ))}
    </div>
  );
}
