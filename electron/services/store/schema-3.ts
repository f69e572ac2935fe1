/** Version 3: marks are written. What is added to them, the way back from each change, notes that are not finished. */
export const schema3 = /* sql */ `
-- Decides which of two changes came later, in this file and against marks from other files (core/marks/clock.ts).
ALTER TABLE marks ADD COLUMN clock INTEGER NOT NULL DEFAULT 0;
-- What the block is, for a mark on a block: a list names it without reading the book.
ALTER TABLE marks ADD COLUMN block_kind TEXT;

CREATE TABLE counters (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Marks that the bin was emptied of: an old file must not bring them back.
CREATE TABLE erased_marks (
  id        TEXT PRIMARY KEY,
  clock     INTEGER NOT NULL,
  erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each thing the reader did to marks, which undo takes back and redo does again.
CREATE TABLE mark_steps (
  step    INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id TEXT NOT NULL REFERENCES books (id),
  what    TEXT NOT NULL,
  undone  INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  made_at INTEGER NOT NULL
) STRICT;

CREATE INDEX mark_steps_of_book ON mark_steps (book_id, undone, step);

-- The marks a step changed, whole, as they were before (NULL: it was not there) and after.
CREATE TABLE mark_step_parts (
  step    INTEGER NOT NULL REFERENCES mark_steps (step) ON DELETE CASCADE,
  mark_id TEXT NOT NULL,
  before  TEXT CHECK (json_valid(before)),
  after   TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (step, mark_id)
) STRICT, WITHOUT ROWID;

-- Notes that are being written: what a crash in the middle of a sentence leaves.
CREATE TABLE drafts (
  id       TEXT PRIMARY KEY,
  book_id  TEXT NOT NULL REFERENCES books (id),
  spot     TEXT CHECK (json_valid(spot)),               -- where a new note is to be; NULL for a mark that is there
  body     TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
