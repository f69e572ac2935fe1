/** Backing up a store and bringing a backup into one. Nothing that is here is lost by it: marks are merged. */
import type { BookName, FileMark, MarksFile } from '../../../core/marks/exchange/marks-file.ts';
import { fileMark } from '../../../core/marks/exchange/marks-file.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import type { Arrival } from '../../../core/marks/merge.ts';
import type { MarkStore } from '../store/mark-store.ts';
import type { Store } from '../store/store.ts';
import type { Backup } from './backup.ts';

/** The marks of a book in the order of their making. */
export function marksOf(store: MarkStore, book: BookName, exportedAt: number, withBin: boolean): MarksFile {
  const marks = [...store.list(book.id), ...(withBin ? store.bin(book.id) : [])];
  marks.sort((a, b) => a.sequence - b.sequence);
  return { book, exportedAt, marks: marks.map((mark): FileMark => fileMark(mark)) };
}

export function backupOf(store: Store, madeAt: number): Backup {
  const books = store.books().map((book) => ({
    file: marksOf(store.marks, book, madeAt, true),
    // Revisions count in one store alone.
    drafts: store.marks.drafts(book.id).map(({ id, spot, body }) => ({ id, spot, body })),
    position: store.position(book.id),
    reads: store.reads.list(book.id),
  }));
  return { madeAt, books, settings: store.settings() };
}

/** For each book of the backup how its marks stand to those that are here. Changes nothing. Fails with mark-conflict. */
export function previewRestore(backup: Backup, store: Store): Result<(readonly Arrival[])[]> {
  const all: (readonly Arrival[])[] = [];
  for (const { file } of backup.books) {
    const arrivals = store.marks.arrivals(file.book.id, file.marks);
    if (!arrivals.ok) return arrivals;
    all.push(arrivals.value);
  }
  return success(all);
}

/**
 * Takes in marks, one step a book; drafts and positions where there are none here; what was read there or here has been read; settings only with `withSettings`.
 * Fails with mark-conflict before anything is changed, with store-unavailable also later: what was said to be done is.
 */
export function restoreBackup(
  backup: Backup,
  store: Store,
  take: readonly Arrival[],
  withSettings: boolean,
): Result<(readonly Arrival[])[]> {
  const preview = previewRestore(backup, store);
  if (!preview.ok) return preview;
  for (const { file, drafts, position, reads } of backup.books) {
    const imported = store.marks.import(file.book, file.marks, take);
    if (!imported.ok) return imported;
    // As the store knows it by now.
    const book = store.books().find(({ id }) => id === file.book.id) ?? file.book;
    const here = new Set(store.marks.drafts(book.id).map(({ id }) => id));
    for (const draft of drafts.filter(({ id }) => !here.has(id))) {
      const saved = store.marks.saveDraft(book, draft);
      if (!saved.ok) return saved;
    }
    if (position?.bookId === book.id && store.position(book.id) === null) {
      const saved = store.savePosition(position, book);
      if (!saved.ok) return saved;
    }
    const read = store.reads.add(book, reads);
    if (!read.ok) return read;
  }
  if (withSettings) {
    const saved = store.saveSettings(backup.settings);
    if (!saved.ok) return saved;
  }
  return preview;
}
