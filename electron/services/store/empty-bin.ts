/** The bin keeps what was deleted for thirty days. */
import type { DatabaseSync } from 'node:sqlite';
import { binKeptMs } from '../../../core/marks/bin.ts';

const dayMs = 24 * 3600 * 1000;

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
  erase(database, 'deleted_at < :before', { before: now - binKeptMs }, wallMs);
  database
    .prepare(
      `INSERT INTO counters (name, value) VALUES ('last_start', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    )
    .run(wallMs);
}

/**
 * Erases those of `ids` that are in the bin of a book, as if their time was over; others are left alone. To be called in a
 * transaction; gives the ids of those it has erased; throws what SQLite throws.
 */
export function eraseFromBin(database: DatabaseSync, bookId: string, ids: readonly string[]): string[] {
  const which = 'deleted_at IS NOT NULL AND book_id = :book AND id IN (SELECT value FROM json_each(:ids))';
  return erase(database, which, { book: bookId, ids: JSON.stringify(ids) }, Date.now());
}

function erase(
  database: DatabaseSync,
  which: string,
  parameters: Readonly<Record<string, string | number>>,
  wallMs: number,
): string[] {
  const found = `FROM marks WHERE ${which}`;
  database
    .prepare(`INSERT OR REPLACE INTO erased_marks (id, clock, erased_at) SELECT id, clock, :now ${found}`)
    .run({ ...parameters, now: wallMs });
  database.prepare(`DELETE FROM mark_step_parts WHERE mark_id IN (SELECT id ${found})`).run(parameters);
  database.prepare(`DELETE FROM drafts WHERE id IN (SELECT id ${found})`).run(parameters);
  const erased = database.prepare(`DELETE ${found} RETURNING id`).all(parameters);
  const hasNone = (table: string): string =>
    `NOT EXISTS (SELECT 1 FROM ${table} AS parts WHERE parts.step = mark_steps.step)`;
  database.exec(`DELETE FROM mark_steps WHERE ${hasNone('mark_step_parts')} AND ${hasNone('read_step_parts')}`);
  return erased.map(({ id }) => String(id));
}
