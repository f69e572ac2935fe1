-- A database of schema version 1, as Recto left it: migrations are tried on it. Never changed.
PRAGMA application_id = 1380270932;
PRAGMA user_version = 1;
CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
CREATE TABLE books (
  id         TEXT PRIMARY KEY,
  edition    TEXT NOT NULL,
  title      TEXT NOT NULL CHECK (json_valid(title)),   -- {"zh": …, "en": …}
  added_at   INTEGER NOT NULL,
  removed_at INTEGER                                    -- NULL while the book is there
) STRICT, WITHOUT ROWID;
CREATE TABLE positions (
  book_id    TEXT PRIMARY KEY REFERENCES books (id),
  lang       TEXT NOT NULL,
  chapter_id TEXT NOT NULL,
  block_id   TEXT NOT NULL,
  fraction   REAL NOT NULL CHECK (fraction BETWEEN 0 AND 1),
  saved_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE mark_tags (
  mark_id TEXT NOT NULL REFERENCES marks (id) ON DELETE CASCADE,
  place   INTEGER NOT NULL CHECK (place >= 0),
  tag     TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (mark_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX marks_of_tag ON mark_tags (tag);
INSERT INTO settings (key, value) VALUES ('notOfThisVersion', '{"a":1}');
INSERT INTO settings (key, value) VALUES ('textSize', '120');
INSERT INTO settings (key, value) VALUES ('theme', '"dark"');
INSERT INTO books (id, edition, title, added_at, removed_at) VALUES ('gone', '3', '{"en":"Taken away"}', 1767225600000, 1767225600005);
INSERT INTO books (id, edition, title, added_at, removed_at) VALUES ('tiny', '1', '{"zh":"小书","en":"A tiny book"}', 1767225600000, NULL);
INSERT INTO positions (book_id, lang, chapter_id, block_id, fraction, saved_at) VALUES ('tiny', 'zh', 'enclaves', 'enclaves.1', 0.25, 1767225600001);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra) VALUES (1, '00000000-0000-4000-8000-000000000001', 'tiny', 'note', 'text', '1', 'zh', 'enclaves', 'enclaves', 'enclaves.1', 'enclaves.1', 0, 4, 'Text', '', '.', 'aaaaaaaaaaaaaaaa', NULL, 1, NULL, '第一条 "笔记"', 'green', NULL, 'verify', 1767225600000, 1767225600010, NULL, 3, NULL);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra) VALUES (2, '00000000-0000-4000-8000-000000000002', 'tiny', 'highlight', 'text', '1', 'en', 'enclaves', 'enclaves', 'enclaves.1', 'enclaves.1', 0, 5, 'Text.', '', '', 'aaaaaaaaaaaaaaaa', NULL, 1, NULL, NULL, 'yellow', NULL, NULL, 1767225600001, 1767225600001, NULL, 1, NULL);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra) VALUES (3, '00000000-0000-4000-8000-000000000003', 'tiny', 'bookmark', 'section', '1', 'zh', 'outlook', 'outlook', 'outlook.0', 'outlook.0', 0, 12, 'outlook (zh)', '', '', 'bbbbbbbbbbbbbbbb', NULL, 1, 'Here', NULL, NULL, NULL, NULL, 1767225600002, 1767225600003, 1767225600003, 2, NULL);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra) VALUES (4, '00000000-0000-4000-8000-000000000004', 'gone', 'note', 'book', '3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 'On a book that was taken away', NULL, NULL, NULL, 1767225600004, 1767225600004, NULL, 1, NULL);
INSERT INTO mark_tags (mark_id, place, tag) VALUES ('00000000-0000-4000-8000-000000000001', 1, 'SGX');
INSERT INTO mark_tags (mark_id, place, tag) VALUES ('00000000-0000-4000-8000-000000000001', 0, '待读');
