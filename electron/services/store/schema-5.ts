/** Version 5: what was read, section by section. */
export const schema5 = /* sql */ `
-- A section without a row was never looked at.
CREATE TABLE section_reads (
  book_id    TEXT NOT NULL REFERENCES books (id),
  chapter_id TEXT NOT NULL,
  section_id TEXT NOT NULL,
  share      REAL NOT NULL CHECK (share BETWEEN 0 AND 1),    -- of the section that was read
  weight     REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),   -- of the section in its chapter
  by_hand    INTEGER NOT NULL CHECK (by_hand IN (0, 1)),     -- the reader said so
  saved_at   INTEGER NOT NULL,
  PRIMARY KEY (book_id, chapter_id, section_id)
) STRICT, WITHOUT ROWID;

-- Sections that a step of the journal changed; what comes by reading is no step.
CREATE TABLE read_step_parts (
  step       INTEGER NOT NULL REFERENCES mark_steps (step) ON DELETE CASCADE,
  chapter_id TEXT NOT NULL,
  section_id TEXT NOT NULL,
  before     REAL NOT NULL CHECK (before BETWEEN 0 AND 1),
  after      REAL NOT NULL CHECK (after BETWEEN 0 AND 1),
  PRIMARY KEY (step, chapter_id, section_id)
) STRICT, WITHOUT ROWID;
`;
