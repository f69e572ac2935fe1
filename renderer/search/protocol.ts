/** What page and search worker say to each other. Everything can be cloned. */
import type { SearchChapter } from '../../core/search/build-index.ts';
import type { NotesAnswer, SearchedMark } from '../../core/search/notes.ts';
import type { BookQuestion } from '../../core/search/search-book.ts';
import type { Occurrence } from '../../core/search/occurrences.ts';
import type { Answer } from '../../core/search/search.ts';

/** How often something stands in the book, and where its places begin in each chapter. */
export interface FindSummary {
  readonly total: number;
  /** Whether it stands there in the other script of Chinese alone. */
  readonly otherScript: boolean;
  /** In reading order; places are numbered through the book, from 0. Chapters without are left out. */
  readonly chapters: readonly { readonly chapterId: string; readonly first: number; readonly count: number }[];
}

export interface FindQuestion {
  readonly input: string;
  readonly lang: string;
  /** Whether the input is one text, as in "find in page"; else a query with words and operators. */
  readonly literal: boolean;
}

export interface NotesQuestion {
  readonly input: string;
  readonly limit: number;
}

/** Requests by kind, each with what it is answered with. */
export interface SearchCalls {
  /** Fetches the indexes of a book; answers with the languages that have none. */
  readonly open: { readonly ask: { bookId: string; languages: readonly string[] }; readonly answer: readonly string[] };
  /** Makes the index of a language that came without. */
  readonly build: {
    readonly ask: { lang: string; chapters: readonly SearchChapter[]; names: readonly (readonly string[])[] };
    readonly answer: null;
  };
  readonly search: { readonly ask: BookQuestion; readonly answer: readonly Answer[] };
  /** What of the reader's marks answers; `changed` and `removed` since the call before. */
  readonly notes: {
    readonly ask: NotesQuestion & { readonly changed: readonly SearchedMark[]; readonly removed: readonly string[] };
    readonly answer: NotesAnswer;
  };
  /** Finds all places; `places` then gives them chapter by chapter. */
  readonly find: { readonly ask: FindQuestion; readonly answer: FindSummary };
  readonly places: {
    readonly ask: FindQuestion & { readonly chapterId: string };
    readonly answer: readonly Occurrence[];
  };
}

export type SearchCall = keyof SearchCalls;

export type SearchRequest = {
  readonly [K in SearchCall]: { readonly id: number; readonly kind: K; readonly ask: SearchCalls[K]['ask'] };
}[SearchCall];

export type SearchReply =
  | { readonly id: number; readonly ok: true; readonly answer: SearchCalls[SearchCall]['answer'] }
  | { readonly id: number; readonly ok: false; readonly reason: string };
