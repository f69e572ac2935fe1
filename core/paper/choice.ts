/** What a reader chooses for print, PDF and EPUB. Values only; the schema is in core/contract/settings.ts. */

/** The chapter that is open, chosen ones, or all. */
export const paperScopes = ['chapter', 'chapters', 'book'] as const;
export type PaperScope = (typeof paperScopes)[number];

/** The language that is read, the other one, or both: beside each other block by block, or one after the other. */
export const paperTexts = ['shown', 'other', 'side', 'stacked'] as const;
export type PaperText = (typeof paperTexts)[number];

/** The book alone; with what was highlighted; with that and all notes, numbered, behind each chapter. */
export const paperMarks = ['none', 'highlights', 'notes'] as const;
export type PaperMarks = (typeof paperMarks)[number];

export const paperSizes = ['a4', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** Sizes of the text in points; 10.5 is the usual one of Chinese books. */
export const paperPoints = [8, 9, 10, 10.5, 11, 12, 14, 16] as const;

export interface PaperChoice {
  readonly scope: PaperScope;
  readonly text: PaperText;
  readonly marks: PaperMarks;
  readonly size: PaperSize;
  /** One of `paperPoints`. */
  readonly points: number;
  /** Whether a page of contents comes first, where there is more than a chapter. */
  readonly contents: boolean;
  /** The chapters of `chapters`, by book; in no order. */
  readonly chapters: Readonly<Record<string, readonly string[]>>;
}

/** The languages that a choice of text comes to, the main one first; one where the book has no other. */
export function paperLangs(
  text: PaperText,
  languages: readonly string[],
  shown: string,
): readonly [string, ...string[]] {
  const other = languages.find((lang) => lang !== shown);
  if (text === 'shown' || other === undefined) return [shown];
  return text === 'other' ? [other] : [shown, other];
}
