import type { Hit } from '../../../core/search/search.ts';

/** A hit with its names in the contents. */
export interface SearchResult {
  readonly hit: Hit;
  /** Titles from the chapter's headings down to the section, without the chapter. */
  readonly path: readonly string[];
}

export interface ResultGroup {
  readonly chapterId: string;
  readonly lang: string;
  /** The chapter as the contents name it, with the part that it stands in. */
  readonly title: string;
  readonly results: readonly SearchResult[];
}

/** What a part of the book (or a chapter in no part) holds of what was found. */
export interface PartCount {
  readonly id: string;
  readonly title: string;
  readonly chapterIds: readonly string[];
  readonly count: number;
}

/** What the panel shows below the field. */
export interface SearchOutcome {
  readonly kind: 'exact' | 'near' | 'other-name' | 'nothing';
  /** Sections found, and how many of them hold all that was typed. */
  readonly total: number;
  readonly exactTotal: number;
  /** Chapters in the order of their best hit. */
  readonly groups: readonly ResultGroup[];
  readonly parts: readonly PartCount[];
  /** Words that were looked for instead of what was typed. */
  readonly corrections: readonly { readonly typed: string; readonly used: readonly string[] }[];
}
