/**
 * A note's Markdown as HTML for the page, which sanitises it like everything else (renderer/html/sanitise.ts). Lines stay
 * as they were written; HTML is shown as it was typed; pictures become links, since nothing is loaded; a link shows where
 * it leads (`data-external`), unless its words are the address.
 */
import { Parser, Renderer, type Token, type Tokens } from 'marked';
import { formatDeepLink, parseDeepLink, type DeepLink } from '../book/deep-link.ts';
import { lexBlocks } from '../book/lexer.ts';
import { escapeHtml } from './escape-html.ts';

/** How the page addresses a place of the open book. */
export type HrefOf = (place: Pick<DeepLink, 'chapterId' | 'targetId'>) => string;

/** `bookId` is the open book: `recto://` links lead into it, and those to other books are shown as text. */
export function noteHtml(markdown: string, bookId: string, hrefOf: HrefOf): string {
  try {
    return new Parser({ renderer: new NoteRenderer(bookId, hrefOf) }).parse(lexBlocks(markdown).tokens);
  } catch (error) {
    // Thousands of quotes or lists inside each other, which nobody writes, are more than the stack holds.
    if (!(error instanceof RangeError)) throw error;
    return `<p>${inLines(markdown)}</p>`;
  }
}

class NoteRenderer extends Renderer {
  readonly #bookId: string;
  readonly #hrefOf: HrefOf;

  constructor(bookId: string, hrefOf: HrefOf) {
    super();
    this.#bookId = bookId;
    this.#hrefOf = hrefOf;
  }

  /** No heading: the outline of the page is that of the book. */
  override heading({ tokens }: Tokens.Heading): string {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
  }

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return inLines(text);
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    return 'tokens' in token ? this.parser.parseInline(token.tokens) : inLines(token.text);
  }

  override code({ text }: Tokens.Code): string {
    return `<pre><code>${escapeHtml(text)}</code></pre>`;
  }

  override codespan({ text }: Tokens.Codespan): string {
    return `<code>${escapeHtml(text)}</code>`;
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    return checked ? '☑ ' : '☐ ';
  }

  override image({ href, text }: Tokens.Image): string {
    return this.#link(href, escapeHtml(text === '' ? href : text), text === '' ? href : text);
  }

  override link({ href, tokens, text }: Tokens.Link): string {
    return this.#link(href, this.parser.parseInline(tokens), text);
  }

  #link(address: string, html: string, text: string): string {
    if (/^(?:https?:\/\/|mailto:)/i.test(address)) {
      const saysWhere = address.replace(/^mailto:/i, '') === text || address === text;
      return `<a href="${escapeHtml(address)}"${saysWhere ? '' : ' data-external=""'}>${html}</a>`;
    }
    const place = parseDeepLink(address);
    if (place?.bookId === this.#bookId) return `<a href="${escapeHtml(this.#hrefOf(place))}">${html}</a>`;
    return place ? `${html} (${escapeHtml(formatDeepLink(place))})` : html;
  }
}

function inLines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** What a note says, without its markup, in one line: for names of controls. */
export function noteText(markdown: string): string {
  try {
    return wordsOf(lexBlocks(markdown).tokens).replace(/\s+/g, ' ').trim();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return markdown;
  }
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(wordsOfToken).join('');
}

function wordsOfToken(token: Token): string {
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].map((row) => row.map((cell) => wordsOf(cell.tokens)).join(' ')).join(' ');
  }
  if (token.type === 'list') return (token as Tokens.List).items.map((item) => `${wordsOf(item.tokens)} `).join('');
  if (token.type === 'br' || token.type === 'space' || token.type === 'hr') return ' ';
  const { tokens } = token as Tokens.Generic;
  const words = tokens ? wordsOf(tokens) : 'text' in token ? String(token.text) : '';
  return ['paragraph', 'heading', 'blockquote', 'code', 'html'].includes(token.type) ? `${words} ` : words;
}

/** So much of a long note is set where there is room for its beginning alone: whole lines, about so many characters. */
const beginningLength = 1200;

/** The beginning of a note's Markdown, cut at the end of a line. */
export function noteBeginning(markdown: string): string {
  if (markdown.length <= beginningLength) return markdown;
  const end = markdown.lastIndexOf('\n', beginningLength);
  return `${markdown.slice(0, end > 0 ? end : beginningLength)}\n\n…`;
}
