/** Sentences about the parts of a text: code, figures, terms, links. */

export interface BlocksMessages {
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
  readonly desk: {
    readonly copiedText: (text: string) => string;
    readonly copiedLines: (count: number) => string;
    readonly copiedCommands: (count: number) => string;
    readonly copiedOutput: (count: number) => string;
    readonly copiedPicture: string;
    readonly saved: (name: string) => string;
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
}
