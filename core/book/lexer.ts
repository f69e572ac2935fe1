/**
 * Markdown tokens, by `marked`, with two corrections for Chinese and Japanese text that CommonMark leaves to the
 * writer: `**注意：**在` is bold although the closing mark follows punctuation and precedes a letter, and a bare address
 * ends where Chinese text begins.
 */
import { Lexer, Tokenizer, type Links, type MarkedOptions, type Rules, type Token } from 'marked';

/** Punctuation that Chinese and Japanese write without spaces around it. */
const cjkPunctuation = String.raw`[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201d\u2014\u2026]`;

class BookTokenizer extends Tokenizer {
  override url(source: string): ReturnType<Tokenizer['url']> {
    if (!/^(?:https?:\/\/|www\.)/i.test(source)) return super.url(source);
    const end = source.search(/[\u3000-\u303f\uff00-\uffef\u2018-\u201d]|\p{Script=Han}/u);
    return super.url(end < 0 ? source : source.slice(0, end));
  }
}

class BookLexer extends Lexer {
  constructor(links: Links) {
    const options: MarkedOptions = { gfm: true, tokenizer: new BookTokenizer() };
    super(options);
    Object.assign(this.tokens.links, links);
    if (this.options.tokenizer) this.options.tokenizer.rules = withCjkEmphasis(this.options.tokenizer.rules);
  }
}

/** Block tokens of a Markdown text; their `raw` texts joined are the text. `links` are reference definitions of the file. */
export function lexBlocks(markdown: string, links: Links = {}): { tokens: Token[]; links: Links } {
  const lexer = new BookLexer(links);
  const tokens = lexer.lex(markdown);
  return { tokens, links: tokens.links };
}

/** Inline tokens of a piece of Markdown. */
export function lexInline(markdown: string, links: Links): Token[] {
  return new BookLexer(links).inlineTokens(markdown);
}

const correctedRules = new WeakMap<object, Rules['inline']>();

/** The rules with CJK punctuation counted as letters where marks of emphasis are matched. */
function withCjkEmphasis(rules: Rules): Rules {
  let inline = correctedRules.get(rules.inline);
  if (inline === undefined) {
    inline = { ...rules.inline };
    for (const name of ['emStrongLDelim', 'emStrongRDelimAst', 'punctuation'] as const) {
      inline[name] = countCjkAsLetters(rules.inline[name]);
    }
    correctedRules.set(rules.inline, inline);
  }
  return { ...rules, inline };
}

function countCjkAsLetters(rule: RegExp): RegExp {
  const source = rule.source
    .replaceAll(String.raw`[^\s\p{P}\p{S}]`, String.raw`(?:[^\s\p{P}\p{S}]|CJK)`)
    .replaceAll(String.raw`[\s\p{P}\p{S}]`, String.raw`(?:\s|(?!CJK)[\p{P}\p{S}])`)
    .replaceAll(/(?<!\(\?!CJK\)|\^\\s)\[\\p\{P\}\\p\{S\}\]/g, String.raw`(?!CJK)[\p{P}\p{S}]`)
    .replaceAll('CJK', cjkPunctuation);
  return new RegExp(source, rule.flags);
}
