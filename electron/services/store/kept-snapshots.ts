/** Which snapshots are kept: many of the last hours, fewer of the last days, some of the last weeks. */

interface Taken {
  /** ISO 8601, by the clock of that time. */
  readonly takenAt: string;
  readonly isMigration: boolean;
}

const newestKept = 12;
const daysKept = 7;
const weeksKept = 4;
const migrationsKept = 3;

const weekMs = 7 * 24 * 3600 * 1000;

/**
 * `snapshots` are the newest first, by number: the clock says only which of them are of one day or week, so that none goes
 * because it was set forward or back. Of each of the last days and weeks in which there are any, the newest stays.
 */
export function keptSnapshots<S extends Taken>(snapshots: readonly S[]): ReadonlySet<S> {
  const kept = new Set(snapshots.slice(0, newestKept));
  keepOneEach(snapshots, ({ takenAt }) => takenAt.slice(0, 10), daysKept, kept);
  keepOneEach(snapshots, ({ takenAt }) => String(Math.floor(Date.parse(takenAt) / weekMs)), weeksKept, kept);
  for (const one of snapshots.filter(({ isMigration }) => isMigration).slice(0, migrationsKept)) kept.add(one);
  return kept;
}

function keepOneEach<S>(snapshots: readonly S[], keyOf: (one: S) => string, most: number, kept: Set<S>): void {
  const seen = new Set<string>();
  for (const one of snapshots) {
    const key = keyOf(one);
    if (seen.has(key) || seen.size >= most) continue;
    seen.add(key);
    kept.add(one);
  }
}
