/** `SUMMARY.md` of a GitBook or HonKit book: a list of links is the contents tree. */
import type { Token, Tokens } from 'marked';
import { countNewlines } from '../../core/book/draft.ts';
import { lexBlocks } from '../../core/book/lexer.ts';
import { decodePath } from '../../core/book/links.ts';
import { plainText } from '../../core/book/plain-text.ts';
import { renderBlock } from '../../core/book/render-block.ts';

export interface SummaryEntry {
  readonly title: string;
  /** The number that mdBook gives a chapter of its lists: `1.2.`; undefined for all others. */
  readonly number?: string | undefined;
  /** As written, decoded; undefined for a group title. */
  readonly href: string | undefined;
  readonly line: number;
  readonly children: readonly SummaryEntry[];
}

/** Reads the tree. `## Heading` lines (and a rule, which has no title) begin a part that holds the lists below it. */
export function parseSummary(markdown: string): SummaryEntry[] {
  const { tokens } = lexBlocks(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const top: SummaryEntry[] = [];
  let current: SummaryEntry[] = top;
  let line = 1;
  for (const token of tokens) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth > 1) {
      current = [];
      top.push({ title: textOf((token as Tokens.Heading).tokens), href: undefined, line, children: current });
    } else if (token.type === 'hr') {
      current = top;
    } else if (token.type === 'list') {
      current.push(...readList(token as Tokens.List, line));
    }
    line += countNewlines(token.raw);
  }
  return top;
}

/**
 * Reads the tree of an mdBook: headings after the first are parts, links outside lists are chapters without a number, and the
 * chapters of all lists are numbered through.
 */
export function parseMdbookSummary(markdown: string): SummaryEntry[] {
  const { tokens } = lexBlocks(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const top: SummaryEntry[] = [];
  let current = top;
  let [line, count, isFirst] = [1, 0, true];
  for (const token of tokens) {
    if (token.type === 'heading') {
      // The first one is the title of the page.
      if (!isFirst || top.length > 0) {
        const children: SummaryEntry[] = [];
        top.push({ title: textOf((token as Tokens.Heading).tokens), href: undefined, line, children });
        current = children;
      }
      isFirst = false;
    } else if (token.type === 'list') {
      const entries = readList(token as Tokens.List, line);
      current.push(...numbered(entries, '', count));
      count += entries.length;
    } else if (token.type === 'paragraph') {
      for (const inline of (token as Tokens.Paragraph).tokens) {
        if (inline.type !== 'link') continue;
        const { href, tokens: words } = inline as Tokens.Link;
        // Before and after the parts: chapters of the whole book.
        top.push({ title: textOf(words), href: href === '' ? undefined : decodePath(href), line, children: [] });
      }
    } else if (token.type === 'hr') {
      current = top;
    }
    line += countNewlines(token.raw);
  }
  return top;
}

function numbered(entries: readonly SummaryEntry[], above: string, before = 0): SummaryEntry[] {
  return entries.map((entry, index) => {
    const number = `${above}${String(before + index + 1)}.`;
    return { ...entry, number, children: numbered(entry.children, number) };
  });
}

function readList(list: Tokens.List, firstLine: number): SummaryEntry[] {
  let line = firstLine;
  return list.items.map((item) => {
    const entry = readItem(item, line);
    line += countNewlines(item.raw);
    return entry;
  });
}

function readItem(item: Tokens.ListItem, line: number): SummaryEntry {
  const inline = item.tokens.flatMap((token) =>
    token.type === 'text' || token.type === 'paragraph' ? (token.tokens ?? [token]) : [],
  );
  const link = inline.find((token): token is Tokens.Link => token.type === 'link');
  const children: SummaryEntry[] = [];
  let searched = 0;
  for (const token of item.tokens) {
    if (token.type !== 'list') continue;
    // A nested list's raw text is unindented, so its place is that of its first line's text.
    const at = item.raw.indexOf(token.raw.split('\n', 1)[0] ?? '', searched);
    searched = Math.max(at, searched);
    children.push(...readList(token as Tokens.List, line + countNewlines(item.raw.slice(0, searched))));
  }
  const title = textOf(link?.tokens ?? inline);
  return { title, href: link === undefined || link.href === '' ? undefined : decodePath(link.href), line, children };
}

/** The text of inline Markdown, as a reader would see it. */
function textOf(tokens: readonly Token[]): string {
  const paragraph: Tokens.Paragraph = { type: 'paragraph', raw: '', text: '', tokens: [...tokens] };
  const { tree } = renderBlock([paragraph], {}, 1);
  return tree === undefined ? '' : plainText(tree);
}
