/** What was done to the marks of each book, step by step, so that it can be undone and redone, also after a restart. */
import type { DatabaseSync } from 'node:sqlite';
import { markSchema, type MarkHistory, type MarkStep } from '../../../core/contract/marks.ts';
import type { Mark } from '../../../core/marks/mark.ts';

/** A mark before and after a step; `before` is undefined where it was made by it. */
export interface StepPart {
  readonly before: Mark | undefined;
  readonly after: Mark;
}

export interface TurnedStep {
  readonly step: number;
  readonly parts: readonly StepPart[];
}

export interface MarkJournal {
  /** Writes a step down and gives its number. What was undone before can no longer be redone. */
  readonly note: (bookId: string, what: MarkStep['what'], parts: readonly StepPart[]) => number;
  readonly history: (bookId: string) => MarkHistory;
  /** Takes the next step to undo or redo and turns it over; undefined where there is none. */
  readonly turn: (bookId: string, direction: 'undo' | 'redo') => TurnedStep | undefined;
}

/** Steps kept for each book. */
const stepsKept = 200;

export function markJournal(database: DatabaseSync): MarkJournal {
  const addStep = database.prepare('INSERT INTO mark_steps (book_id, what, made_at) VALUES (?, ?, ?) RETURNING step');
  const addPart = database.prepare('INSERT INTO mark_step_parts (step, mark_id, before, after) VALUES (?, ?, ?, ?)');
  const dropUndone = database.prepare('DELETE FROM mark_steps WHERE book_id = ? AND undone = 1');
  const dropOld = database.prepare(
    `DELETE FROM mark_steps WHERE book_id = :book AND step <=
       (SELECT step FROM mark_steps WHERE book_id = :book ORDER BY step DESC LIMIT 1 OFFSET ${String(stepsKept)})`,
  );
  const countIn = (table: string): string =>
    `(SELECT count(*) FROM ${table} AS parts WHERE parts.step = mark_steps.step)`;
  const count = `${countIn('mark_step_parts')} + ${countIn('read_step_parts')} AS count`;
  const next = {
    undo: database.prepare(
      `SELECT step, what, ${count} FROM mark_steps WHERE book_id = ? AND undone = 0 ORDER BY step DESC LIMIT 1`,
    ),
    redo: database.prepare(
      `SELECT step, what, ${count} FROM mark_steps WHERE book_id = ? AND undone = 1 ORDER BY step LIMIT 1`,
    ),
  };
  const setUndone = database.prepare('UPDATE mark_steps SET undone = ? WHERE step = ?');
  const partsOf = database.prepare('SELECT before, after FROM mark_step_parts WHERE step = ?');

  const describe = (direction: 'undo' | 'redo', bookId: string): MarkStep | null => {
    const row = next[direction].get(bookId);
    return row ? { what: String(row.what) as MarkStep['what'], count: Number(row.count) } : null;
  };

  return {
    note: (bookId, what, parts) => {
      dropUndone.run(bookId);
      const step = Number(addStep.get(bookId, what, Date.now())?.step);
      for (const { before, after } of parts) {
        addPart.run(step, after.id, before ? JSON.stringify(before) : null, JSON.stringify(after));
      }
      dropOld.run({ book: bookId });
      return step;
    },
    history: (bookId) => ({ undo: describe('undo', bookId), redo: describe('redo', bookId) }),
    turn: (bookId, direction) => {
      const step = next[direction].get(bookId)?.step;
      if (step === undefined || step === null) return undefined;
      setUndone.run(direction === 'undo' ? 1 : 0, step);
      const parts = partsOf.all(step).map(({ before, after }) => ({
        before: before === null ? undefined : markSchema.parse(JSON.parse(String(before))),
        after: markSchema.parse(JSON.parse(String(after))),
      }));
      return { step: Number(step), parts };
    },
  };
}
