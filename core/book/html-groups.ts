/** Raw HTML that Markdown cuts at blank lines, put together again. */
import type { Token } from 'marked';

/** Elements that are useless in halves. */
const whole = 'table|ul|ol|dl|blockquote|figure|pre';

/**
 * Tokens in groups that make one block: a token that opens an element which it does not close is followed by all tokens
 * up to the closing tag. Where there is no closing tag every token stays on its own.
 */
export function groupHtml(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const end = token.type === 'html' ? endOfHtml(tokens, at) : at;
    groups.push(tokens.slice(at, end + 1));
    at = end;
  }
  return groups;
}

/** Index of the token that closes what the token at `start` opens; `start` itself where nothing has to be joined. */
function endOfHtml(tokens: readonly Token[], start: number): number {
  const name = new RegExp(`<(${whole})[\\s>]`, 'i').exec(tokens[start]?.raw ?? '')?.[1];
  if (name === undefined) return start;
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])`, 'gi');
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.type === 'heading') return start;
    if (token.type !== 'html') continue;
    for (const [, slash] of token.raw.matchAll(tags)) depth += slash === '/' ? -1 : 1;
    if (depth <= 0) return at;
  }
  return start;
}
