/** The line that opens a code fence: language, marks and attributes. */

/** A fenced or indented piece of code, as written. */
export interface Fence {
  /** As written, lower case; empty where the fence names none. */
  readonly language: string;
  /** Marked `output`: what a command prints, not what one types. */
  readonly output: boolean;
  /** Caption of a figure. */
  readonly title: string | undefined;
  /** Description of a figure for those who do not see it. */
  readonly alt: string | undefined;
  readonly text: string;
  /** 1-based line of the opening fence in its file. */
  readonly line: number;
}

/** Reads ` ```mermaid title="…" alt="…" ` and ` ```text output `. Inside quotes `\"` is a quote. */
export function readFence(info: string, text: string, line: number): Fence {
  // Other books write `rust,editable` or `{.rust}`: what follows the comma is for their own tools.
  const written = /^\S*/.exec(info)?.[0] ?? '';
  const language = written.replace(/^\{?\.?/, '').replace(/[,}].*$/s, '');
  const attributes = new Map<string, string>();
  for (const match of info.slice(written.length).matchAll(/([\w-]+)(?:="((?:[^"\\]|\\.)*)")?/gs)) {
    const [, name, value] = match;
    if (name !== undefined) attributes.set(name, (value ?? '').replace(/\\(["\\])/g, '$1'));
  }
  return {
    language: language.toLowerCase(),
    output: attributes.has('output'),
    title: textOrNothing(attributes.get('title')),
    alt: textOrNothing(attributes.get('alt')),
    text,
    line,
  };
}

function textOrNothing(text: string | undefined): string | undefined {
  return text?.trim() === '' ? undefined : text;
}

/** True for a fence that is drawn as a figure. */
export function isDiagram(fence: Fence): boolean {
  return fence.language === 'mermaid';
}
