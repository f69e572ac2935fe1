/** Takes marks from elsewhere into the store: nothing that is not in the file is touched, and it is one step of undo. */
import type { DatabaseSync } from 'node:sqlite';
import type { BookAbout } from '../../../core/marks/exchange/annotation-file.ts';
import type { Mark } from '../../../core/marks/mark.ts';
import { arrivalOf, type Arrival } from '../../../core/marks/merge.ts';
import type { MarkJournal, StepPart } from './mark-journal.ts';
import type { MarkRows } from './mark-rows.ts';

export type ArrivalCounts = Readonly<Record<Arrival, number>>;

export interface MarkImport {
  /** What would become of these marks; nothing is changed. */
  readonly preview: (arriving: readonly Mark[]) => ArrivalCounts;
  /** To be called in a transaction. Takes those that are new or newer. */
  readonly take: (book: BookAbout, arriving: readonly Mark[]) => ArrivalCounts;
}

export function markImport(
  database: DatabaseSync,
  rows: MarkRows,
  journal: MarkJournal,
  advanceClock: (to: number) => void,
): MarkImport {
  const erasedClock = database.prepare('SELECT clock FROM erased_marks WHERE id = ?');
  // A book that is not there, as long as it is not opened.
  const noteBook = database.prepare(
    'INSERT INTO books (id, edition, title, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );

  const arrival = (mark: Mark, here: Mark | undefined): Arrival => {
    const erased = erasedClock.get(mark.id)?.clock;
    return arrivalOf(mark, here, erased === undefined ? undefined : Number(erased));
  };

  return {
    preview: (arriving) => count(arriving.map((mark) => arrival(mark, rows.find(mark.id)))),
    take: (book, arriving) => {
      noteBook.run(book.id, book.edition, JSON.stringify(book.title), Date.now());
      const parts: StepPart[] = [];
      const arrivals: Arrival[] = [];
      // In the order in which they were made, so that they keep it.
      for (const mark of arriving.toSorted((a, b) => a.sequence - b.sequence)) {
        const before = rows.find(mark.id);
        const how = arrival(mark, before);
        arrivals.push(how);
        if (how === 'new') parts.push({ before, after: rows.put({ ...mark, sequence: 0 }) });
        if (how === 'newer' && before) {
          const revision = Math.max(before.revision, mark.revision) + 1;
          parts.push({ before, after: rows.put({ ...mark, sequence: before.sequence, revision }) });
        }
        if (how === 'same' && before && mark.clock > before.clock) rows.put({ ...before, clock: mark.clock });
      }
      advanceClock(maxClock(arriving));
      if (parts.length > 0) journal.note(book.id, 'import', parts);
      return count(arrivals);
    },
  };
}

/** Not by spreading: there may be more marks than a call takes arguments. */
function maxClock(marks: readonly Mark[]): number {
  return marks.reduce((greatest, { clock }) => Math.max(greatest, clock), 0);
}

function count(arrivals: readonly Arrival[]): ArrivalCounts {
  const counts = { new: 0, same: 0, newer: 0, older: 0, erased: 0 };
  for (const arrival of arrivals) counts[arrival] += 1;
  return counts;
}
