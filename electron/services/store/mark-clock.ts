import type { DatabaseSync } from 'node:sqlite';
import { tick } from '../../../core/marks/clock.ts';

/** The store's clock: see core/marks/clock.ts. To be used in a transaction. */
export interface MarkClock {
  readonly next: () => number;
  /** A change with this clock is here now: the next one is later. */
  readonly passed: (clock: number) => void;
}

export function markClock(database: DatabaseSync): MarkClock {
  const read = database.prepare(`SELECT value FROM counters WHERE name = 'clock'`);
  const write = database.prepare(
    `INSERT INTO counters (name, value) VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  );
  const last = (): number => Number(read.get()?.value ?? 0);
  return {
    next: () => {
      const clock = tick(last(), Date.now());
      write.run(clock);
      return clock;
    },
    passed: (clock) => {
      if (clock > last()) write.run(clock);
    },
  };
}
