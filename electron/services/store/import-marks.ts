/** Marks that come from a file, beside those that are here. */
import type { DatabaseSync } from 'node:sqlite';
import { failure, success, type Result } from '../../../core/contract/result.ts';
import type { FileMark } from '../../../core/marks/exchange/marks-file.ts';
import type { Mark } from '../../../core/marks/mark.ts';
import { arrivalOf, type Arrival } from '../../../core/marks/merge.ts';
import type { MarkClock } from './mark-clock.ts';
import type { StepPart } from './mark-journal.ts';
import type { MarkRows } from './mark-rows.ts';

export interface MarkImporter {
  /** How each stands to what is here. Fails with mark-conflict where one of the ids is that of a mark in another book. */
  readonly arrivals: (bookId: string, marks: readonly FileMark[]) => Result<Arrival[]>;
  /** Puts in those whose arrival is among `take`; gives what changed. In a transaction. Fails as `arrivals` does. */
  readonly take: (
    bookId: string,
    marks: readonly FileMark[],
    take: readonly Arrival[],
  ) => Result<{ readonly parts: readonly StepPart[]; readonly arrivals: readonly Arrival[] }>;
}

export function markImporter(database: DatabaseSync, rows: MarkRows, clock: MarkClock): MarkImporter {
  const erasedAt = database.prepare('SELECT clock FROM erased_marks WHERE id = ?');

  const arrivals: MarkImporter['arrivals'] = (bookId, marks) => {
    const found: Arrival[] = [];
    for (const mark of marks) {
      const here = rows.find(mark.id);
      if (here && here.bookId !== bookId) return failure('mark-conflict', { id: mark.id });
      const erased = erasedAt.get(mark.id)?.clock;
      found.push(arrivalOf(asMark(bookId, mark), here, typeof erased === 'number' ? erased : undefined));
    }
    return success(found);
  };

  const put = (bookId: string, arriving: FileMark, arrival: Arrival): StepPart => {
    const before = rows.find(arriving.id);
    // What wins by itself keeps its clock, so that it is the same mark everywhere. What the reader has win is a change.
    const isOwnChange = arrival === 'older' || arrival === 'erased';
    const mark = { ...asMark(bookId, arriving), clock: isOwnChange ? clock.next() : arriving.clock };
    const after = rows.put({ ...mark, sequence: before?.sequence ?? 0, revision: (before?.revision ?? 0) + 1 });
    return { before, after };
  };

  return {
    arrivals,
    take(bookId, marks, take) {
      const standing = arrivals(bookId, marks);
      if (!standing.ok) return standing;
      const parts: StepPart[] = [];
      for (const [at, arriving] of marks.entries()) {
        const arrival = standing.value[at];
        if (arrival === 'same') keepLater(rows, arriving);
        else if (arrival !== undefined && take.includes(arrival)) parts.push(put(bookId, arriving, arrival));
      }
      clock.passed(marks.reduce((latest, mark) => Math.max(latest, mark.clock), 0));
      return success({ parts, arrivals: standing.value });
    },
  };
}

/** Nothing that a reader would see: but which of two files is read first must not matter (core/marks/merge.ts). */
function keepLater(rows: MarkRows, arriving: FileMark): void {
  const here = rows.find(arriving.id);
  if (here && arriving.clock > here.clock) rows.put({ ...here, clock: arriving.clock });
}

function asMark(bookId: string, mark: FileMark): Mark {
  return { ...mark, bookId, revision: 1, sequence: 0 };
}
