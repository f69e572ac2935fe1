/** The bin keeps what was deleted for thirty days. */
import type { DatabaseSync } from 'node:sqlite';

const dayMs = 24 * 3600 * 1000;
const keptMs = 30 * dayMs;

/**
 * A start counts for a week at most since the one before: where the clock is fifty years ahead for once, the bin is not
 * emptied at a stroke.
 */
const longestGapMs = 7 * dayMs;

/**
 * Erases marks that were deleted thirty days ago. Their ids are kept, so that no old file brings them back; the steps
 * that could have undone it go with them. To be called in a transaction; throws what SQLite throws.
 */
export function emptyBin(database: DatabaseSync, wallMs = Date.now()): void {
  const last = database.prepare(`SELECT value FROM counters WHERE name = 'last_start'`).get()?.value;
  const now = last === undefined ? wallMs : Math.min(wallMs, Number(last) + longestGapMs);
  const old = 'FROM marks WHERE deleted_at < :before';
  const before = { before: now - keptMs };
  database
    .prepare(`INSERT OR REPLACE INTO erased_marks (id, clock, erased_at) SELECT id, clock, :now ${old}`)
    .run({ ...before, now: wallMs });
  database.prepare(`DELETE FROM mark_step_parts WHERE mark_id IN (SELECT id ${old})`).run(before);
  database.prepare(`DELETE ${old}`).run(before);
  database.exec(
    'DELETE FROM mark_steps WHERE NOT EXISTS (SELECT 1 FROM mark_step_parts AS parts WHERE parts.step = mark_steps.step)',
  );
  database
    .prepare(
      `INSERT INTO counters (name, value) VALUES ('last_start', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    )
    .run(wallMs);
}
