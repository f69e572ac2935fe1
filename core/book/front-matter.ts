/** Front matter: a few lines of YAML between `---` lines, before a chapter's text. */

export interface SplitChapter {
  /** What stands between the two `---` lines; undefined where the chapter has no front matter. */
  readonly frontMatter: string | undefined;
  /** The chapter with empty lines in place of its front matter, so that line numbers stay what they are in the file. */
  readonly markdown: string;
}

/** A first line `---` without a second one is no front matter. */
export function splitFrontMatter(text: string): SplitChapter {
  const match = /^\uFEFF?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|$)/ms.exec(text);
  if (match === null) return { frontMatter: undefined, markdown: text };
  const lines = match[0].split('\n').length - 1;
  return { frontMatter: match[1] ?? '', markdown: '\n'.repeat(lines) + text.slice(match[0].length) };
}
