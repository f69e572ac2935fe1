/** Every sentence of the interface, as a type: a dictionary that lacks one does not compile. */
import type { FailureCode } from '../../core/contract/result.ts';

/** What went wrong, naming the thing, and what the reader can do about it. */
export interface Explanation {
  readonly what: string;
  readonly wayOut: string;
}

export type Details = Readonly<Record<string, string>>;

export interface Messages {
  readonly skipToText: string;
  readonly toolbar: string;
  readonly close: string;
  readonly dismiss: string;
  readonly tryAgain: string;
  readonly contents: {
    readonly title: string;
    readonly unfold: (title: string) => string;
    readonly fold: (title: string) => string;
  };
  readonly reading: {
    readonly chapterOpened: (title: string) => string;
    readonly previous: string;
    readonly next: string;
    readonly neighbours: string;
    readonly textLanguage: string;
    readonly readIn: (language: string) => string;
    readonly languageShown: (language: string) => string;
    readonly onlyIn: (language: string) => string;
    readonly cannotOpen: (chapter: string) => string;
  };
  readonly commands: {
    readonly historyBack: string;
    readonly historyForward: string;
    readonly chapterPrevious: string;
    readonly chapterNext: string;
    readonly contentsToggle: string;
    readonly languageToggle: string;
    readonly themeToggle: string;
    readonly shortcutsShow: string;
  };
  readonly settings: {
    readonly title: string;
    readonly uiLanguage: string;
    readonly theme: string;
    readonly system: string;
    readonly light: string;
    readonly dark: string;
    readonly themeShown: (theme: 'light' | 'dark') => string;
  };
  readonly shortcuts: { readonly title: string };
  readonly links: {
    readonly title: string;
    readonly intro: string;
    readonly copy: string;
    readonly copied: string;
    readonly open: string;
    readonly cancel: string;
    readonly cannotCopy: string;
  };
  readonly start: {
    readonly title: string;
    /** A file of the page itself does not load. */
    readonly pageDamaged: Explanation;
  };
  readonly failures: Readonly<Record<FailureCode, (details: Details) => Explanation>>;
}
