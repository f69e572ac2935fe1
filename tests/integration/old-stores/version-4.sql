-- A database of schema version 4, as Recto left it: migrations are tried on it. Never changed.
PRAGMA application_id = 1380270932;
PRAGMA user_version = 4;
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
  extra        TEXT CHECK (json_valid(extra)), clock INTEGER NOT NULL DEFAULT 0, block_kind TEXT,

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
CREATE TABLE trails (
  book_id  TEXT PRIMARY KEY REFERENCES books (id),
  trail    TEXT NOT NULL CHECK (json_valid(trail)),
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE counters (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE erased_marks (
  id        TEXT PRIMARY KEY,
  clock     INTEGER NOT NULL,
  erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE mark_steps (
  step    INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id TEXT NOT NULL REFERENCES books (id),
  what    TEXT NOT NULL,
  undone  INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mark_steps_of_book ON mark_steps (book_id, undone, step);
CREATE TABLE mark_step_parts (
  step    INTEGER NOT NULL REFERENCES mark_steps (step) ON DELETE CASCADE,
  mark_id TEXT NOT NULL,
  before  TEXT CHECK (json_valid(before)),
  after   TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (step, mark_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE drafts (
  id       TEXT PRIMARY KEY,
  book_id  TEXT NOT NULL REFERENCES books (id),
  spot     TEXT CHECK (json_valid(spot)),               -- where a new note is to be; NULL for a mark that is there
  body     TEXT NOT NULL,
  saved_at INTEGER NOT NULL
, revision INTEGER CHECK (revision >= 1)) STRICT, WITHOUT ROWID;
INSERT INTO settings (key, value) VALUES ('notOfThisVersion', '{"a":1}');
INSERT INTO settings (key, value) VALUES ('textSize', '120');
INSERT INTO settings (key, value) VALUES ('theme', '"dark"');
INSERT INTO books (id, edition, title, added_at, removed_at) VALUES ('gone', '3', '{"en":"Taken away"}', 1767225600000, 1767225600005);
INSERT INTO books (id, edition, title, added_at, removed_at) VALUES ('tiny', '1', '{"zh":"小书","en":"A tiny book"}', 1767225600000, NULL);
INSERT INTO positions (book_id, lang, chapter_id, block_id, fraction, saved_at) VALUES ('tiny', 'zh', 'enclaves', 'enclaves.1', 0.25, 1767225600001);
INSERT INTO trails (book_id, trail, saved_at) VALUES ('tiny', '{"points":[{"chapterId":"preface"},{"chapterId":"enclaves","place":{"blockId":"enclaves.1","fraction":0.5}}],"at":1}', 1767225600006);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra, clock, block_kind) VALUES (1, '00000000-0000-4000-8000-000000000001', 'tiny', 'note', 'text', '1', 'zh', 'enclaves', 'enclaves', 'enclaves.1', 'enclaves.1', 0, 4, 'Text', '', '.', 'aaaaaaaaaaaaaaaa', NULL, 1, NULL, '第一条 "笔记"', 'green', NULL, 'verify', 1767225600000, 1767225600010, NULL, 3, NULL, 1767225600001, NULL);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra, clock, block_kind) VALUES (2, '00000000-0000-4000-8000-000000000002', 'tiny', 'highlight', 'text', '1', 'en', 'enclaves', 'enclaves', 'enclaves.1', 'enclaves.1', 0, 5, 'Text.', '', '', 'aaaaaaaaaaaaaaaa', NULL, 1, NULL, NULL, 'yellow', NULL, NULL, 1767225600001, 1767225600001, NULL, 1, NULL, 1767225600002, NULL);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra, clock, block_kind) VALUES (3, '00000000-0000-4000-8000-000000000003', 'tiny', 'bookmark', 'section', '1', 'zh', 'outlook', 'outlook', 'outlook.0', 'outlook.0', 0, 12, 'outlook (zh)', '', '', 'bbbbbbbbbbbbbbbb', NULL, 1, 'Here', NULL, NULL, NULL, NULL, 1767225600002, 1767225600003, 1767225600003, 2, NULL, 1767225600003, NULL);
INSERT INTO marks (sequence, id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, end_block_id, start_offset, end_offset, quote, prefix, suffix, section_hash, part, placed, label, body, color, style, state, created_at, modified_at, deleted_at, revision, extra, clock, block_kind) VALUES (4, '00000000-0000-4000-8000-000000000004', 'gone', 'note', 'book', '3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 'On a book that was taken away', NULL, NULL, NULL, 1767225600004, 1767225600004, NULL, 1, NULL, 1767225600004, NULL);
INSERT INTO mark_tags (mark_id, place, tag) VALUES ('00000000-0000-4000-8000-000000000001', 1, 'SGX');
INSERT INTO mark_tags (mark_id, place, tag) VALUES ('00000000-0000-4000-8000-000000000001', 0, '待读');
INSERT INTO counters (name, value) VALUES ('clock', 1767225600100);
INSERT INTO counters (name, value) VALUES ('last_start', 1767225600000);
INSERT INTO erased_marks (id, clock, erased_at) VALUES ('00000000-0000-4000-8000-000000000009', 1767225599999, 1767225600000);
INSERT INTO mark_steps (step, book_id, what, undone, made_at) VALUES (1, 'tiny', 'edit', 0, 1767225600010);
INSERT INTO mark_step_parts (step, mark_id, before, after) VALUES (1, '00000000-0000-4000-8000-000000000001', '{"id":"00000000-0000-4000-8000-000000000001","bookId":"tiny","kind":"note","target":"text","anchor":{"chapterId":"enclaves","sectionId":"enclaves","lang":"zh","blockId":"enclaves.1","endBlockId":"enclaves.1","start":0,"end":4,"quote":"Text","prefix":"","suffix":".","sectionHash":"aaaaaaaaaaaaaaaa"},"blockKind":null,"edition":"1","label":null,"body":"第一条","color":"green","style":null,"state":"verify","tags":["待读","SGX"],"createdAt":1767225600000,"modifiedAt":1767225600000,"deletedAt":null,"clock":1767225600000,"revision":2,"sequence":1}', '{"id":"00000000-0000-4000-8000-000000000001","bookId":"tiny","kind":"note","target":"text","anchor":{"chapterId":"enclaves","sectionId":"enclaves","lang":"zh","blockId":"enclaves.1","endBlockId":"enclaves.1","start":0,"end":4,"quote":"Text","prefix":"","suffix":".","sectionHash":"aaaaaaaaaaaaaaaa"},"blockKind":null,"edition":"1","label":null,"body":"第一条 \"笔记\"","color":"green","style":null,"state":"verify","tags":["待读","SGX"],"createdAt":1767225600000,"modifiedAt":1767225600010,"deletedAt":null,"clock":1767225600001,"revision":3,"sequence":1}');
INSERT INTO drafts (id, book_id, spot, body, saved_at, revision) VALUES ('00000000-0000-4000-8000-000000000002', 'tiny', NULL, 'Half a thou', 1767225600011, 1);
