import { useEffect } from 'react';
import type { Mark } from '../../../core/marks/mark.ts';
import { foldMark } from '../../../core/marks/select.ts';

/** So many between two looks at the clock. */
const atOnce = 200;

/** Makes all marks ready to be searched while nothing else is to be done, so that the first key finds as fast as the next. */
export function useMarksFolded(marks: readonly Mark[]): void {
  useEffect(() => {
    let at = 0;
    let handle: number;
    const fold = (deadline: IdleDeadline): void => {
      while (at < marks.length && deadline.timeRemaining() > 1) {
        for (const mark of marks.slice(at, at + atOnce)) foldMark(mark);
        at += atOnce;
      }
      if (at < marks.length) handle = requestIdleCallback(fold);
    };
    handle = requestIdleCallback(fold);
    return () => cancelIdleCallback(handle);
  }, [marks]);
}
