import { expect, it } from 'vitest';
import { keptSnapshots } from '../../../../electron/services/store/kept-snapshots.ts';

const dayMs = 24 * 3600 * 1000;
/** A Tuesday. */
const start = Date.UTC(2030, 0, 1);

/** Three a day for so many days, the newest first; those with these numbers were taken before a migration. */
function threeADay(days: number, migrations: readonly number[] = []) {
  return Array.from({ length: 3 * days }, (_, at) => ({
    number: at + 1,
    takenAt: new Date(start + (at * dayMs) / 3).toISOString(),
    isMigration: migrations.includes(at + 1),
  })).reverse();
}

const numbers = (snapshots: ReturnType<typeof threeADay>): number[] =>
  [...keptSnapshots(snapshots)].map(({ number }) => number).sort((a, b) => a - b);

it('keeps the last twelve, the last of each of seven days, and the last of each of four weeks', () => {
  const newest = Array.from({ length: 12 }, (_, at) => 169 + at);
  // Four days are in the newest; of the weeks, which end on Wednesdays, the two before the last two.
  expect(numbers(threeADay(60))).toEqual([132, 153, 162, 165, 168, ...newest]);
  expect(numbers(threeADay(2))).toEqual([1, 2, 3, 4, 5, 6]);
});

it('keeps the last three from before a migration, however old', () => {
  expect(numbers(threeADay(60, [1, 4, 30, 70]))).toEqual(expect.arrayContaining([4, 30, 70]));
  expect(numbers(threeADay(60, [1, 4, 30, 70]))).not.toContain(1);
});

it('goes by numbers, not by the clock', () => {
  const jumps = threeADay(20).map((one) => ({ ...one, takenAt: new Date(start - one.number * dayMs).toISOString() }));
  const kept = numbers(jumps);
  expect(kept).toEqual(expect.arrayContaining(Array.from({ length: 12 }, (_, at) => 49 + at)));
});
