/** Sentences around the text: contents, bar, progress, cursor. */
import type { BlockKind } from '../../../core/book/model.ts';

export interface ReadingMessages {
  readonly contents: {
    readonly title: string;
    readonly unfold: (title: string) => string;
    readonly fold: (title: string) => string;
    readonly marks: (count: number) => string;
    /** What stands of a section or chapter beside its title; nothing for what is unread. */
    readonly states: Readonly<Record<'started' | 'done', string>>;
    readonly menu: (title: string) => string;
  };
  readonly reading: {
    readonly chapterOpened: (title: string) => string;
    readonly previous: string;
    readonly next: string;
    readonly neighbours: string;
    readonly whereYouAre: string;
    readonly backTo: (title: string) => string;
    readonly textLanguage: string;
    readonly readIn: (language: string) => string;
    readonly languageShown: (language: string) => string;
    readonly onlyIn: (language: string) => string;
    readonly bothLanguages: string;
    readonly textAlone: { readonly on: string; readonly off: string };
    readonly bilingualShown: { readonly side: string; readonly stacked: string };
    /** In the place of a block that the book has in the other language alone. */
    readonly lacking: (language: string) => string;
    readonly cannotTranslate: (language: string) => string;
    readonly cannotOpen: (chapter: string) => string;
  };
  readonly progress: {
    readonly title: string;
    readonly read: (percent: number) => string;
    readonly left: (minutes: number) => string;
    readonly chapter: (number: number, count: number) => string;
    readonly book: (percent: number) => string;
    readonly bookLeft: (minutes: number) => string;
    /** Between two of these in one sentence. */
    readonly comma: string;
  };
  /** The cursor that goes through the text block by block. */
  readonly cursor: {
    /** Number `at` of `count`; the text is read aloud, its beginning is enough. */
    readonly at: (at: number, count: number, kind: BlockKind, text: string) => string;
    readonly menu: string;
    readonly linkCopied: string;
    readonly textCopied: string;
  };
}
