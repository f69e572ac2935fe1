/** Bookmarks, highlights and notes on disk. Every change is one transaction and one step that can be undone. */
import type { DatabaseSync } from 'node:sqlite';
import type { BookManifest } from '../../../core/book/model.ts';
import { draftSchema, type Draft, type MarkHistory } from '../../../core/contract/marks.ts';
import { failure, success, type Result } from '../../../core/contract/result.ts';
import { contentKey, emptyContent, kindWith, patched, type MarkPatch } from '../../../core/marks/change.ts';
import type { BookName, FileMark } from '../../../core/marks/exchange/marks-file.ts';
import type { Mark } from '../../../core/marks/mark.ts';
import type { Arrival } from '../../../core/marks/merge.ts';
import type { SectionRead } from '../../../core/reading/section-read.ts';
import { eraseFromBin } from './empty-bin.ts';
import { markImporter } from './import-marks.ts';
import { markClock } from './mark-clock.ts';
import type { MarkJournal, StepPart } from './mark-journal.ts';
import { markRows } from './mark-rows.ts';
import type { ReadRows } from './section-reads.ts';
import type { Keep } from './transaction.ts';

/** What a mark is fastened to. */
export type Fastening = Pick<Mark, 'target' | 'anchor' | 'blockKind'>;

/** A change as the store takes it: the contract's, with the words of the book in place of offsets. */
export type StoreChange =
  | {
      readonly do: 'add';
      readonly id: string;
      readonly kind: Mark['kind'];
      readonly fastening: Fastening;
      readonly content: MarkPatch;
    }
  | {
      readonly do: 'edit';
      readonly id: string;
      readonly revision: number;
      readonly patch: MarkPatch;
      /** The draft that this ends. */
      readonly draft?: string | undefined;
      readonly fastening?: Fastening | undefined;
    }
  | { readonly do: 'delete' | 'restore'; readonly id: string };

export interface ChangedMarks {
  /** As they are now, outside the bin. */
  readonly changed: readonly Mark[];
  /** Those that are in the bin now. */
  readonly removed: readonly string[];
  readonly history: MarkHistory;
  /** Sections of which another part counts as read now. */
  readonly sections?: readonly SectionRead[];
}

export interface MarkStore {
  /** In the order of their making. */
  readonly list: (bookId: string) => Mark[];
  readonly bin: (bookId: string) => Mark[];
  /** The first `limit` marks of `list` behind sequence `after`. */
  readonly part: (bookId: string, after: number, limit: number) => Mark[];
  /** Those of `list` that were made in a chapter. */
  readonly ofChapter: (bookId: string, chapterId: string) => Mark[];
  /** How many `list` has. */
  readonly count: (bookId: string) => number;
  /** Of all marks of a book, also in the bin, in the order of their making. */
  readonly ids: (bookId: string) => string[];
  readonly history: (bookId: string) => MarkHistory;
  /** All or nothing. Fails with not-found, mark-conflict, store-unavailable. */
  readonly change: (book: BookManifest, changes: readonly StoreChange[]) => Result<ChangedMarks>;
  /** Nothing changes where there is no step. Fails with store-unavailable. */
  readonly turn: (bookId: string, direction: 'undo' | 'redo') => Result<ChangedMarks>;
  /** Erases marks that are in the bin, for good: no step brings them back. Fails with store-unavailable. */
  readonly erase: (bookId: string, ids: readonly string[]) => Result<ChangedMarks>;
  /** How marks of a file stand to those that are here, one by one. Changes nothing. Fails with mark-conflict. */
  readonly arrivals: (bookId: string, marks: readonly FileMark[]) => Result<Arrival[]>;
  /**
   * Takes in those marks of a file whose arrival is among `take`, as one step. The book need not be there. Fails with
   * mark-conflict (an id is that of a mark in another book), store-unavailable.
   */
  readonly import: (
    book: BookName,
    marks: readonly FileMark[],
    take: readonly Arrival[],
  ) => Result<ChangedMarks & { readonly arrivals: readonly Arrival[] }>;
  readonly drafts: (bookId: string) => Draft[];
  /** Keeps a draft; one without words is dropped. A note that is saved takes its draft along. */
  readonly saveDraft: (book: BookName, draft: Draft) => Result<Record<string, never>>;
}

export function markStore(
  database: DatabaseSync,
  keep: Keep,
  noteBook: (book: BookName) => void,
  journal: MarkJournal,
  reads: Pick<ReadRows, 'turn'>,
): MarkStore {
  const rows = markRows(database);
  const clock = markClock(database);
  const importer = markImporter(database, rows, clock);
  // What a file says of a book is older than what the book said of itself.
  const nameBook = database.prepare(
    'INSERT INTO books (id, edition, title, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const selectDrafts = database.prepare(
    'SELECT id, spot, body, revision FROM drafts WHERE book_id = ? ORDER BY saved_at, id',
  );
  const upsertDraft = database.prepare(
    `INSERT INTO drafts (id, book_id, spot, body, revision, saved_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET spot = excluded.spot, body = excluded.body, revision = excluded.revision,
       saved_at = excluded.saved_at`,
  );
  const dropDraft = database.prepare('DELETE FROM drafts WHERE id = ?');
  const endDraft = database.prepare('DELETE FROM drafts WHERE id = ? AND body = ?');

  /** Puts a mark that was changed: its revision and clock move on. */
  const put = (mark: Mark): Mark => rows.put({ ...mark, clock: clock.next(), revision: mark.revision + 1 });

  const apply = (book: BookManifest, change: StoreChange): Result<StepPart | undefined> => {
    const before = rows.find(change.id);
    if (change.do === 'add') {
      // The same call once more: it was carried out and its answer got lost.
      if (before) return success(undefined);
      const after = put(newMark(book, change));
      dropDraft.run(change.id);
      return success({ before, after });
    }
    if (before?.bookId !== book.id) return failure('not-found', { what: change.id });
    if (change.do === 'edit') {
      if (before.deletedAt !== null || before.revision !== change.revision)
        return failure('mark-conflict', { id: change.id });
      if (change.draft !== undefined) endDraft.run(change.id, change.draft);
      const after = edited(book, before, change);
      // A change of nothing is no step.
      if (contentKey(after) === contentKey(before)) return success(undefined);
      return success({ before, after: put(after) });
    }
    const deletedAt = change.do === 'delete' ? (before.deletedAt ?? Date.now()) : null;
    if (deletedAt === before.deletedAt) return success(undefined);
    return success({ before, after: put({ ...before, deletedAt }) });
  };

  const outcome = (bookId: string, marks: readonly Mark[]): ChangedMarks => ({
    changed: marks.filter(({ deletedAt }) => deletedAt === null),
    removed: marks.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id),
    history: journal.history(bookId),
  });

  return {
    list: (bookId) => rows.ofBook(bookId, 'outside the bin'),
    bin: (bookId) => rows.ofBook(bookId, 'in the bin'),
    part: rows.part,
    ofChapter: rows.ofChapter,
    count: rows.count,
    ids: rows.ids,
    history: journal.history,
    change: (book, changes) =>
      keep(() => {
        noteBook(book);
        const parts = new Map<string, StepPart>();
        for (const change of changes) {
          const part = apply(book, change);
          if (!part.ok) return part;
          // A mark that is changed twice in one step was before what it was before the first.
          if (part.value)
            parts.set(change.id, {
              before: parts.get(change.id)?.before ?? part.value.before,
              after: part.value.after,
            });
        }
        const [first] = changes;
        if (parts.size > 0 && first) journal.note(book.id, first.do, [...parts.values()]);
        const marks = changes
          .map(({ id }) => parts.get(id)?.after ?? rows.find(id))
          .filter((mark) => mark !== undefined);
        return success(outcome(book.id, marks));
      }),
    turn: (bookId, direction) =>
      keep(() => {
        const turned = journal.turn(bookId, direction);
        if (!turned) return success(outcome(bookId, []));
        const marks = turned.parts.flatMap(({ before, after }) => {
          const now = rows.find(after.id);
          // The bin was emptied of it.
          if (!now) return [];
          const back = direction === 'redo' ? after : (before ?? { ...after, deletedAt: Date.now() });
          return [put({ ...back, sequence: now.sequence, revision: now.revision })];
        });
        const sections = reads.turn(bookId, turned.step, direction);
        return success({ ...outcome(bookId, marks), sections });
      }),
    erase: (bookId, ids) =>
      keep(() => {
        const removed = eraseFromBin(database, bookId, ids);
        return success({ changed: [], removed, history: journal.history(bookId) });
      }),
    arrivals: importer.arrivals,
    import: (book, marks, take) =>
      keep(() => {
        nameBook.run(book.id, book.edition, JSON.stringify(book.title), Date.now());
        const taken = importer.take(book.id, marks, take);
        if (!taken.ok) return taken;
        const { parts, arrivals } = taken.value;
        if (parts.length > 0) journal.note(book.id, 'import', parts);
        const changed = parts.map(({ after }) => after);
        return success({ ...outcome(book.id, changed), arrivals });
      }),
    drafts: (bookId) =>
      selectDrafts.all(bookId).flatMap(({ id, spot, body, revision }) => {
        const place: unknown = spot === null ? null : JSON.parse(String(spot));
        const draft = draftSchema.safeParse({ id, spot: place, body, revision: revision ?? undefined });
        return draft.success ? [draft.data] : [];
      }),
    saveDraft: (book, { id, spot, body, revision }) =>
      keep(() => {
        noteBook(book);
        if (body.trim() === '') dropDraft.run(id);
        else upsertDraft.run(id, book.id, spot && JSON.stringify(spot), body, revision ?? null, Date.now());
        return success({});
      }),
  };
}

function newMark(book: BookManifest, change: Extract<StoreChange, { do: 'add' }>): Mark {
  const content = patched(emptyContent, change.content);
  const now = Date.now();
  return {
    ...content,
    ...change.fastening,
    id: change.id,
    bookId: book.id,
    kind: kindWith(change.kind, content.body),
    edition: book.edition,
    createdAt: now,
    modifiedAt: now,
    deletedAt: null,
    // Given when it is put.
    clock: 0,
    revision: 0,
    sequence: 0,
  };
}

function edited(book: BookManifest, before: Mark, change: Extract<StoreChange, { do: 'edit' }>): Mark {
  const content = patched(before, change.patch);
  return {
    ...before,
    ...content,
    ...(change.fastening ? { ...change.fastening, edition: book.edition } : {}),
    kind: kindWith(before.kind, content.body),
    modifiedAt: Date.now(),
  };
}
