/**
 * The database, version 1. Marks are laid out here although the first reading view does not write them yet: what
 * readers write is the one thing that must never need a daring migration.
 *
 * Times are milliseconds since 1970, UTC. They are shown and exported, never used to decide what came first: clocks
 * jump. `sequence` and `revision` decide. Offsets are Unicode code points into a block's plain text, end exclusive.
 */
export const schema1 = /* sql */ `
-- 'RECT': tells a database of ours from any other.
PRAGMA application_id = 0x52454354;

-- One row a setting. Values are JSON; keys that this version does not know are kept for the one that does.
CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Every book that was ever opened. A row is never deleted: positions and marks hang on it, and they outlive the book's
-- removal and meet it again when it comes back.
CREATE TABLE books (
  id         TEXT PRIMARY KEY,
  edition    TEXT NOT NULL,
  title      TEXT NOT NULL CHECK (json_valid(title)),   -- {"zh": …, "en": …}
  added_at   INTEGER NOT NULL,
  removed_at INTEGER                                    -- NULL while the book is there
) STRICT, WITHOUT ROWID;

-- Where the reader is in each book. Ids, not pixels: it survives another font, window size and language.
CREATE TABLE positions (
  book_id    TEXT PRIMARY KEY REFERENCES books (id),
  lang       TEXT NOT NULL,
  chapter_id TEXT NOT NULL,
  block_id   TEXT NOT NULL,
  fraction   REAL NOT NULL CHECK (fraction BETWEEN 0 AND 1),
  saved_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Bookmarks, highlights and notes.
CREATE TABLE marks (
  -- Order of making, never used twice (AUTOINCREMENT), so that it stays stable when the clock does not.
  sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT NOT NULL UNIQUE,                    -- UUID; exported as urn:uuid:…
  book_id      TEXT NOT NULL REFERENCES books (id),
  kind         TEXT NOT NULL CHECK (kind IN ('bookmark', 'highlight', 'note')),

  -- The anchor: what the mark is about, and enough to find it again in another edition.
  target       TEXT NOT NULL CHECK (target IN ('text', 'block', 'section', 'book')),
  edition      TEXT NOT NULL,                           -- of the book when the anchor was made
  lang         TEXT,                                    -- of the quote; NULL for the whole book
  chapter_id   TEXT,
  section_id   TEXT,
  block_id     TEXT,                                    -- first block
  end_block_id TEXT,                                    -- last block, where the text runs over several
  start_offset INTEGER CHECK (start_offset >= 0),       -- in block_id
  end_offset   INTEGER CHECK (end_offset >= 0),         -- in end_block_id, else in block_id
  quote        TEXT,                                    -- exact words; for a block or section its beginning
  prefix       TEXT,                                    -- up to 32 characters before the quote
  suffix       TEXT,                                    -- up to 32 characters after it
  section_hash TEXT,                                    -- of the section's text: equal means the offsets hold
  part         TEXT CHECK (json_valid(part)),           -- part of a block: {"lines": [3, 7]} or {"xywh": […]}
  -- 0: the book has changed and the quote was not found; shown under "needs a place", never dropped.
  placed       INTEGER NOT NULL DEFAULT 1 CHECK (placed IN (0, 1)),

  -- What the reader wrote.
  label        TEXT,                                    -- name of a bookmark, NULL for the breadcrumb
  body         TEXT,                                    -- Markdown
  color        TEXT CHECK (color IN ('pink', 'orange', 'yellow', 'green', 'blue', 'purple')),
  style        TEXT CHECK (style IN ('solid', 'underline', 'strikethrough', 'outline')),
  state        TEXT CHECK (state IN ('open', 'verify', 'done')),

  created_at   INTEGER NOT NULL,
  modified_at  INTEGER NOT NULL,
  -- A tombstone: deleting sets it, undo clears it, the bin empties it after 30 days, an old import does not revive it.
  deleted_at   INTEGER,
  -- Counts changes. A writer names the revision it has seen, so that two windows cannot overwrite each other unseen.
  revision     INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  -- Fields of an imported file that we have no column for, given back on export.
  extra        TEXT CHECK (json_valid(extra)),

  CHECK (target = 'book' OR chapter_id IS NOT NULL),
  CHECK (target <> 'section' OR section_id IS NOT NULL),
  CHECK (target NOT IN ('text', 'block') OR block_id IS NOT NULL),
  CHECK (target <> 'text' OR (start_offset IS NOT NULL AND end_offset IS NOT NULL AND quote <> '' AND quote IS NOT NULL)),
  CHECK (kind <> 'note' OR body IS NOT NULL)
) STRICT;

CREATE INDEX marks_of_chapter ON marks (book_id, chapter_id) WHERE deleted_at IS NULL;
CREATE INDEX marks_in_bin ON marks (deleted_at) WHERE deleted_at IS NOT NULL;

-- Tags of a mark, in the order the reader gave them.
CREATE TABLE mark_tags (
  mark_id TEXT NOT NULL REFERENCES marks (id) ON DELETE CASCADE,
  place   INTEGER NOT NULL CHECK (place >= 0),
  tag     TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (mark_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX marks_of_tag ON mark_tags (tag);
`;
