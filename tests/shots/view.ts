import type { Page } from 'playwright/test';

export interface View {
  readonly name: string;
  /** Brings the reader, just (re)loaded, to the view. */
  readonly arrange: (page: Page) => Promise<void>;
  /** Widths of window it is seen in; all where it does not say. */
  readonly widths?: readonly number[];
  /** A book of its own (books.ts) instead of the edition. */
  readonly book?: BookKind;
  /** Books that others brought along (books.ts). */
  readonly shelf?: 'full';
  readonly safeMode?: true;
  /** The folder of what the reader writes cannot be written to. */
  readonly store?: 'blocked';
  /** Marks are kept in a folder of Markdown files. */
  readonly keepsNotes?: true;
}

/**
 * `none`: there is no book to be found; `damaged`: a chapter in both languages; `footnotes`: a chapter with some.
 */
export type BookKind = 'none' | 'damaged' | 'footnotes';

export const view = (name: string, arrange: View['arrange'], rest: Partial<View> = {}): View => ({
  name,
  arrange,
  ...rest,
});
