/** Words of a book inside Markdown: they say what they said, and do nothing. */

/** One line; nothing in it is markup. */
export function escapeLine(text: string): string {
  return escapeMarkup(text.replace(/\s+/g, ' ').trim());
}

/** A block quote. */
export function quoted(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${escapeStart(escapeMarkup(line))}`.trimEnd())
    .join('\n');
}

/** A block of code, with a fence longer than any inside. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** A tag as Obsidian takes it: letters of any script, digits, `_`, `-`, `/`, and not digits alone. */
export function tagWord(tag: string): string {
  const word = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /^[\p{N}/_-]*$/u.test(word) ? `_${word}` : word;
}

/** CommonMark's inline markup, and what Obsidian adds: links, tags, highlights, comments, formulas. */
function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_[\]<>~$|#^&]|==|%%/g, (markup) => Array.from(markup, (sign) => `\\${sign}`).join(''));
}

/** Lists, rules and headings begin a line. */
function escapeStart(line: string): string {
  return line.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
