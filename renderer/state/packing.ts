/** A book that was chosen or dropped in the page, as one zip. */
export interface PackedBook {
  /** What the zip or the folder is called. */
  readonly name: string;
  readonly bytes: Blob;
}

/** The zip, or why there is none. */
export type Packing = PackedBook | 'too-large' | 'not-a-book';

/** What was dropped on the window: a folder, or a file. */
export type Dropped = FileSystemEntry | File;
