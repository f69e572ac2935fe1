/** What was read, section by section, on disk. */
import type { DatabaseSync } from 'node:sqlite';
import { sectionReadSchema } from '../../../core/contract/reads.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import type { BookName } from '../../../core/marks/exchange/marks-file.ts';
import { laterRead, type SectionRead } from '../../../core/reading/section-read.ts';
import type { MarkJournal } from './mark-journal.ts';
import type { Keep } from './transaction.ts';

export interface ReadStore {
  /** Rows that this version does not understand are passed over. */
  readonly list: (bookId: string) => SectionRead[];
  /**
   * Keeps what came by reading: a share never falls by it. Gives the rows that have changed. Fails with store-unavailable.
   */
  readonly add: (book: BookName, sections: readonly SectionRead[]) => Result<readonly SectionRead[]>;
  /** Keeps what the reader said, as one step that can be undone. Gives the rows that have changed. Fails with store-unavailable. */
  readonly set: (book: BookName, sections: readonly SectionRead[]) => Result<readonly SectionRead[]>;
}

export interface ReadRows extends ReadStore {
  /** Turns the sections of a step over; in a transaction. Gives the rows as they are now. */
  readonly turn: (bookId: string, step: number, direction: 'undo' | 'redo') => readonly SectionRead[];
}

export function sectionReads(
  database: DatabaseSync,
  keep: Keep,
  noteBook: (book: BookName) => void,
  journal: MarkJournal,
): ReadRows {
  const columns = 'chapter_id AS chapterId, section_id AS sectionId, share, weight, by_hand AS byHand';
  const select = database.prepare(
    `SELECT ${columns} FROM section_reads WHERE book_id = ? ORDER BY chapter_id, section_id`,
  );
  const selectOne = database.prepare(
    `SELECT ${columns} FROM section_reads WHERE book_id = ? AND chapter_id = ? AND section_id = ?`,
  );
  const upsert = database.prepare(
    `INSERT INTO section_reads (book_id, chapter_id, section_id, share, weight, by_hand, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (book_id, chapter_id, section_id) DO UPDATE SET share = excluded.share, weight = excluded.weight,
       by_hand = excluded.by_hand, saved_at = excluded.saved_at`,
  );
  const addPart = database.prepare(
    'INSERT INTO read_step_parts (step, chapter_id, section_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  const partsOf = database.prepare(
    'SELECT chapter_id AS chapterId, section_id AS sectionId, before, after FROM read_step_parts WHERE step = ?',
  );

  const find = (bookId: string, { chapterId, sectionId }: Pick<SectionRead, 'chapterId' | 'sectionId'>) =>
    parseRow(selectOne.get(bookId, chapterId, sectionId));
  const put = (bookId: string, { chapterId, sectionId, share, weight, byHand }: SectionRead): void => {
    upsert.run(bookId, chapterId, sectionId, share, weight, byHand ? 1 : 0, Date.now());
  };

  return {
    list: (bookId) =>
      select.all(bookId).flatMap((row) => {
        const read = parseRow(row);
        return read ? [read] : [];
      }),
    add: (book, sections) =>
      keep(() => {
        noteBook(book);
        const more = sections.filter((section) => laterRead(find(book.id, section), section) === section);
        for (const section of more) put(book.id, section);
        return success(more);
      }),
    set: (book, sections) =>
      keep(() => {
        noteBook(book);
        const changed = sections.flatMap((after) => {
          const before = find(book.id, after)?.share ?? 0;
          return before === after.share ? [] : [{ before, after }];
        });
        if (changed.length === 0) return success([]);
        const step = journal.note(book.id, 'read', []);
        for (const { before, after } of changed) {
          put(book.id, after);
          addPart.run(step, after.chapterId, after.sectionId, before, after.share);
        }
        return success(changed.map(({ after }) => after));
      }),
    turn: (bookId, step, direction) =>
      partsOf.all(step).flatMap((part) => {
        const known = find(bookId, { chapterId: String(part.chapterId), sectionId: String(part.sectionId) });
        if (!known) return [];
        const read = { ...known, share: Number(direction === 'undo' ? part.before : part.after), byHand: true };
        put(bookId, read);
        return [read];
      }),
  };
}

function parseRow(row: unknown): SectionRead | undefined {
  if (typeof row !== 'object' || row === null || !('byHand' in row)) return undefined;
  const read = sectionReadSchema.safeParse({ ...row, byHand: row.byHand === 1 });
  return read.success ? read.data : undefined;
}
