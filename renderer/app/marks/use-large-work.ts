import { useRef, useState } from 'react';
import { painted } from '../painted.ts';

/** Fewer marks are changed before anybody could have read that they are. */
const largeCount = 2000;

export interface LargeWork {
  /** How many marks are being changed, as long as that may be seconds. */
  readonly working: number | undefined;
  /**
   * Does the work; where it is on very many marks, `working` is on the screen by then, and another such work that is asked for
   * meanwhile (by a second press) is not done.
   */
  readonly during: (count: number, work: () => Promise<unknown>) => void;
}

export function useLargeWork(onFailure: (error: unknown) => void): LargeWork {
  const [working, setWorking] = useState<number>();
  const isBusy = useRef(false);

  async function large(count: number, work: () => Promise<unknown>): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    setWorking(count);
    try {
      await painted(window);
      await work();
    } finally {
      isBusy.current = false;
      setWorking(undefined);
    }
  }

  return {
    working,
    during: (count, work) => {
      (count < largeCount ? work() : large(count, work)).catch(onFailure);
    },
  };
}
