/** Version 2: back and forward lead on after a restart. */
export const schema2 = /* sql */ `
-- The way through each book, newest point last (core/contract/trail.ts).
CREATE TABLE trails (
  book_id  TEXT PRIMARY KEY REFERENCES books (id),
  trail    TEXT NOT NULL CHECK (json_valid(trail)),
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
