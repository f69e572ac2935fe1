/** Version 4: what a draft was begun on, so that it never passes over what was written elsewhere meanwhile. */
export const schema4 = /* sql */ `
-- The revision of the mark; NULL for a new note, and where it is not known.
ALTER TABLE drafts ADD COLUMN revision INTEGER CHECK (revision >= 1);
`;
