/** What the tools of a block need from the program. */
export interface BlockActions {
  /** Puts a text on the clipboard; false where that failed, and the reader has been told. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly copyPicture: (png: Blob) => Promise<boolean>;
  /** Saves a file where the reader says; false where nothing was saved. */
  readonly saveFile: (name: string, content: Blob) => Promise<boolean>;
  /** Says a sentence in the live region. */
  readonly announce: (text: string) => void;
  /** Opens the viewer with a figure of the chapter, by its number from 0 among those on the page (`figuresOnPage`). */
  readonly showFigure: (index: number) => void;
  /** Asks the reader for the value of a placeholder. */
  readonly askPlaceholder: (name: string) => void;
}
