/** A book as its own files describe it, before its chapters are read. Both formats are read into this shape. */
import type { Dialect } from '../../core/book/draft.ts';
import type { GeneratedKind } from '../../core/book/generated/kinds.ts';
import type { Localized } from '../../core/book/model.ts';

export interface SourceChapter {
  readonly kind: 'chapter';
  readonly id: string;
  readonly title: Localized;
  readonly page: number | undefined;
  /** What the compiler makes the chapter from; undefined for a chapter with files of its own. */
  readonly generated?: GeneratedKind | undefined;
  /** Path of the chapter's file per language, relative to the book's folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Where the contents name the chapter. */
  readonly line: number | undefined;
  readonly children: readonly SourceEntry[];
}

export interface SourcePart {
  readonly kind: 'part';
  readonly id: string;
  readonly title: Localized;
  readonly children: readonly SourceEntry[];
}

export type SourceEntry = SourceChapter | SourcePart;

export interface SourceBook {
  readonly dialect: Dialect;
  /** Whether chapters go through what mdBook does before they are Markdown. */
  readonly preprocessed?: boolean | undefined;
  /** The file that lists the chapters. */
  readonly contentsFile: string;
  readonly id: string;
  readonly edition: string;
  readonly title: Localized;
  readonly languages: readonly string[];
  readonly license: string | undefined;
  readonly attribution: Localized | undefined;
  /** Ids of sections that every chapter has to have; absent where the format knows no such thing. */
  readonly requiredSections?: readonly string[] | undefined;
  /** Whether every chapter has to have a review. */
  readonly reviewed?: boolean | undefined;
  readonly contents: readonly SourceEntry[];
}

/** All chapters in reading order. */
export function sourceChapters(entries: readonly SourceEntry[]): SourceChapter[] {
  return entries.flatMap((entry) =>
    entry.kind === 'chapter' ? [entry, ...sourceChapters(entry.children)] : sourceChapters(entry.children),
  );
}
