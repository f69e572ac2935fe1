import type { NoteHit } from '../../../core/search/notes.ts';
import type { AnswerKind, Hit } from '../../../core/search/search.ts';

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
  /** All sections found in the chapter; `results` are those that are there so far. */
  readonly count: number;
  readonly results: readonly SearchResult[];
}

/** A mark that was found, with its place in words; empty for one on the whole book. */
export interface NoteResult {
  readonly hit: NoteHit;
  readonly place: string;
  /** The language of the place's name. */
  readonly lang: string;
}

export interface NotesOutcome {
  readonly total: number;
  /** The best of them. */
  readonly results: readonly NoteResult[];
  /** Whether nothing else was asked for. */
  readonly only: boolean;
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
  readonly kind: AnswerKind;
  /** Sections found, and how many of them hold all that was typed. */
  readonly total: number;
  readonly exactTotal: number;
  /** How many hold it in the other script of Chinese. */
  readonly otherScriptTotal: number;
  /** Sections found in the part that is chosen, else all: so many rows there are, whether they are here yet or not. */
  readonly listed: number;
  /** Chapters in the order of their best hit. */
  readonly groups: readonly ResultGroup[];
  readonly parts: readonly PartCount[];
  /** Words that were looked for instead of what was typed. */
  readonly corrections: readonly { readonly typed: string; readonly used: readonly string[] }[];
}

/** The answer of the panel to one question. */
export interface PanelAnswer {
  /** What was asked: an answer to an older question is shown until the newer one has come, but never chosen from. */
  readonly asked: string;
  readonly book: SearchOutcome;
  readonly notes: NotesOutcome;
}
