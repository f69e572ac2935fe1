/** What the reader has set, where the reader is, and what the reader wrote. */
import type { BookManifest } from '../../../core/book/model.ts';
import type { Position } from '../../../core/contract/position.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { Settings, SettingsPatch } from '../../../core/contract/settings.ts';
import type { Trail } from '../../../core/contract/trail.ts';
import type { BookName } from '../../../core/marks/exchange/marks-file.ts';
import type { MarkStore } from './mark-store.ts';
import type { ChosenFolder } from './notes-folder-row.ts';
import type { ReadStore } from './section-reads.ts';

export interface LastPlace {
  readonly bookId: string;
  readonly lang: string;
  readonly chapterId: string;
  readonly blockId: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** A save that succeeds is on disk; one that fails says why (store-unavailable, store-newer). */
export interface Store {
  /** All settings; the default stands where a key was never set or holds what this version does not know. */
  readonly settings: () => Settings;
  readonly saveSettings: (patch: SettingsPatch) => Result<Settings>;
  readonly position: (bookId: string) => Position | null;
  /** Keeps the position in `book`, and that there is such a book. */
  readonly savePosition: (position: Position, book: BookName) => Result<Record<string, never>>;
  /** The way through a book so far; empty where nothing was kept. */
  readonly trail: (bookId: string) => Trail;
  readonly saveTrail: (trail: Trail, book: BookManifest) => Result<Record<string, never>>;
  /** Where the reader was in each book, and when, the newest first. */
  readonly places: () => LastPlace[];
  /** Notes that a book is not there any more; everything about it is kept. */
  readonly removeBook: (bookId: string) => Result<Record<string, never>>;
  /** Every book that was ever opened or that marks came in for, by id. */
  readonly books: () => BookName[];
  readonly marks: MarkStore;
  /** The folder that the reader's notes are kept in as files, too; undefined where none is chosen. */
  readonly notesFolder: () => ChosenFolder | undefined;
  readonly saveNotesFolder: (chosen: ChosenFolder | undefined) => Result<Record<string, never>>;
  readonly reads: ReadStore;
  /** How many there are of what a reader has, by name; deleted marks count as `bin` alone. */
  readonly counts: () => Record<string, number>;
  /** Whether somebody else, another process, has written to the database since this was asked last. */
  readonly changedElsewhere: () => boolean;
  /** May be called more than once. */
  readonly close: () => void;
}
