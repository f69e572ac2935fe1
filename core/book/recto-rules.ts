/** What our own format asks of a block beyond being Markdown. See docs/book-format.md. */
import type { Token, Tokens } from 'marked';
import { countNewlines } from './draft.ts';
import { isDiagram, type Fence } from './fence.ts';
import type { ProblemCode } from './report.ts';
import { say, type Sentence } from './sentences/say.ts';

export interface RuleBreach {
  readonly code: ProblemCode;
  readonly line: number;
  readonly message: Sentence;
}

/** Raw HTML, other than comments, in a token that starts on `line`. */
export function findRawHtml(token: Token, line: number): RuleBreach[] {
  return [...htmlTokensIn(token)]
    .filter((html) => !/^\s*<!--/.test(html.raw))
    .map((html) => {
      const at = Math.max(token.raw.indexOf(html.raw), 0);
      const shown = html.raw.trim().split('\n', 1)[0] ?? '';
      const place = line + countNewlines(token.raw.slice(0, at));
      return { code: 'raw-html', line: place, message: say('html-unused', { html: shown }) };
    });
}

/** Code without a language, figures without caption or description. */
export function checkFence(fence: Fence): RuleBreach[] {
  const { line } = fence;
  const breaches: RuleBreach[] = [];
  if (fence.language === '') {
    breaches.push({
      code: 'code-without-language',
      line,
      message: say('code-language-missing'),
    });
  }
  if (!isDiagram(fence)) return breaches;
  if (fence.title === undefined) {
    breaches.push({ code: 'figure-without-title', line, message: say('figure-title-missing') });
  }
  if (fence.alt === undefined) {
    breaches.push({ code: 'figure-without-description', line, message: say('figure-alt-missing') });
  }
  return breaches;
}

function* htmlTokensIn(token: Token): Generator<Token> {
  if (token.type === 'html') yield token;
  const generic = token as Tokens.Generic;
  const rows = Array.isArray(generic.rows) ? (generic.rows as unknown[]) : [];
  for (const list of [generic.tokens, generic.items, generic.header, ...rows]) {
    if (Array.isArray(list)) for (const child of list as Token[]) yield* htmlTokensIn(child);
  }
}
