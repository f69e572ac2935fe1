/** Every sentence of the interface, as a type: a dictionary that lacks one does not compile. */
import type { BlockKind } from '../../core/book/model.ts';
import type { FailureCode } from '../../core/contract/result.ts';
import type { Theme } from '../../core/contract/theme.ts';

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
    readonly whereYouAre: string;
    readonly backTo: (title: string) => string;
    readonly textLanguage: string;
    readonly readIn: (language: string) => string;
    readonly languageShown: (language: string) => string;
    readonly onlyIn: (language: string) => string;
    readonly bothLanguages: string;
    readonly bilingualShown: { readonly side: string; readonly stacked: string };
    /** In the place of a block that the book has in the other language alone. */
    readonly lacking: (language: string) => string;
    readonly cannotTranslate: (language: string) => string;
    readonly cannotOpen: (chapter: string) => string;
  };
  readonly commands: {
    readonly historyBack: string;
    readonly historyForward: string;
    readonly chapterPrevious: string;
    readonly chapterNext: string;
    readonly contentsToggle: string;
    readonly languageToggle: string;
    readonly bilingualNext: string;
    readonly themeToggle: string;
    readonly textLarger: string;
    readonly textSmaller: string;
    readonly codeWrap: string;
    readonly termsShow: string;
    readonly settingsShow: string;
    readonly print: string;
    readonly blockNext: string;
    readonly blockPrevious: string;
    readonly blockMenu: string;
    readonly markBookmark: string;
    readonly markHighlight: string;
    readonly markNote: string;
    readonly markNext: string;
    readonly markPrevious: string;
    readonly marksShow: string;
    readonly marksUndo: string;
    readonly marksRedo: string;
    readonly paletteOpen: string;
    readonly findOpen: string;
    readonly findNext: string;
    readonly findPrevious: string;
    readonly searchOpen: string;
    readonly shortcutsShow: string;
  };
  readonly settings: {
    readonly title: string;
    readonly uiLanguage: string;
    readonly theme: string;
    readonly themes: Readonly<Record<Theme | 'system', string>>;
    readonly textSize: string;
    readonly lineSpacing: string;
    readonly measure: string;
    readonly measures: { readonly narrow: string; readonly normal: string; readonly wide: string };
    readonly bilingual: string;
    readonly bilinguals: { readonly off: string; readonly side: string; readonly stacked: string };
    readonly alignment: string;
    readonly alignments: { readonly language: string; readonly justified: string; readonly ragged: string };
    readonly hanFont: string;
    readonly latinFont: string;
    readonly hanFonts: { readonly serif: string; readonly sans: string; readonly system: string };
    readonly latinFonts: { readonly serif: string; readonly sans: string; readonly system: string };
    readonly codeSize: string;
    readonly wrapCode: string;
    readonly showTerms: string;
    readonly on: string;
    readonly off: string;
    readonly system: string;
    /** Names of the buttons beside a setting. */
    readonly less: (setting: string) => string;
    readonly more: (setting: string) => string;
    readonly reset: (setting: string) => string;
    readonly resetAll: string;
    /** Said aloud after a change. */
    readonly themeShown: (theme: Theme) => string;
    readonly textSizeShown: (percent: number) => string;
  };
  readonly shortcuts: { readonly title: string };
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
    readonly copyLink: string;
    readonly linkCopied: string;
    readonly copyText: string;
    readonly textCopied: string;
  };
  /** The bar that goes from place to place. */
  readonly finding: {
    readonly title: string;
    readonly field: string;
    readonly next: string;
    readonly previous: string;
    /** Takes the bar away; Escape in it goes back to where the reader was. */
    readonly stay: string;
    /** `current` is from 0, and undefined before the first; `here` is how many stand in the open chapter. */
    readonly count: (current: number | undefined, total: number, here: number) => string;
    /** Said aloud at each place, with the text of its block. */
    readonly at: (at: number, count: number, text: string) => string;
  };
  /** The panel that searches the whole book. */
  readonly search: {
    readonly title: string;
    readonly placeholder: string;
    readonly hint: string;
    readonly where: string;
    readonly scopes: Readonly<Record<'all' | 'title' | 'code', string>>;
    readonly parts: string;
    readonly results: string;
    /** `others` are sections that hold a part of it, or another name for it. */
    readonly found: (exact: number, others: number) => string;
    readonly near: (count: number) => string;
    readonly otherName: (count: number) => string;
    readonly nothing: string;
    readonly corrected: (typed: string, used: string) => string;
    readonly lacks: (words: string) => string;
    readonly via: (name: string) => string;
    readonly more: string;
    readonly forget: string;
  };
  readonly palette: {
    readonly title: string;
    readonly placeholder: string;
    readonly recent: string;
    readonly results: string;
    readonly hint: string;
    readonly found: (count: number) => string;
    readonly nothing: (query: string) => string;
    readonly kinds: Readonly<Record<'chapter' | 'heading' | 'term' | 'command' | 'text', string>>;
    /** The row that leads to the search panel: so many sections hold what was typed. */
    readonly allText: (query: string, count: number) => string;
  };
  readonly links: {
    readonly title: string;
    readonly intro: string;
    readonly copy: string;
    readonly copied: string;
    readonly open: string;
    readonly cancel: string;
    readonly cannotCopy: string;
  };
  readonly desk: {
    readonly copiedText: (text: string) => string;
    readonly copiedLines: (count: number) => string;
    readonly copiedCommands: (count: number) => string;
    readonly copiedOutput: (count: number) => string;
    readonly copiedPicture: string;
    readonly saved: (name: string) => string;
  };
  readonly code: {
    readonly copy: string;
    readonly copyOutput: string;
    readonly wrap: string;
    readonly wrapped: (wrapped: boolean) => string;
    /** What a piece of code is for those who hear it, and what a piece of output is. */
    readonly described: (language: string, lines: number) => string;
    readonly output: (lines: number) => string;
  };
  readonly figures: {
    readonly enlarge: string;
    /** The place in which a figure is moved. */
    readonly stage: string;
    readonly previous: string;
    readonly next: string;
    readonly larger: string;
    readonly smaller: string;
    readonly fit: string;
    readonly copy: string;
    readonly saveSvg: string;
    readonly savePng: string;
    readonly shown: (number: number, of: number, caption: string) => string;
  };
  readonly terms: {
    readonly title: string;
    readonly none: string;
    /** Where the book says more. */
    readonly more: string;
  };
  readonly placeholders: {
    readonly title: string;
    readonly hint: string;
    readonly keep: string;
    readonly reset: string;
    readonly resetAll: string;
    readonly label: (name: string, value: string | undefined) => string;
    readonly kept: (name: string, value: string) => string;
    readonly wasReset: (name: string) => string;
    readonly allReset: string;
  };
  readonly start: {
    readonly title: string;
    /** A file of the page itself does not load. */
    readonly pageDamaged: Explanation;
  };
  readonly failures: Readonly<Record<FailureCode, (details: Details) => Explanation>>;
}
