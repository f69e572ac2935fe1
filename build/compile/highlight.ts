/**
 * Code to spans, by Shiki. Colours are the page's business: each token gets a class (`tok-keyword`, `tok-string`, …),
 * never a style, which our content security policy would drop.
 */
import type { ElementContent } from 'hast';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { element, textNode } from '../../core/book/hast.ts';

/** Names for text that has no syntax. */
const plainLanguages = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'output', 'none']);

/** A line of more code points is left plain: grammars may take very long on minified text. */
const maxLineLength = 1000;

/** Longer pieces of code (UTF-16 units) are left plain for the same reason. */
const maxCodeLength = 200_000;

/** No limit of time: a slow machine must give the same bytes. */
const limits = { tokenizeMaxLineLength: maxLineLength, tokenizeTimeLimit: 0 };

const theme = createCssVariablesTheme({ name: 'recto', variablePrefix: '--', fontStyle: false });

export interface CodeHighlighter {
  /** Loads the grammars of these languages; unknown ones are skipped. */
  load(languages: Iterable<string>): Promise<void>;
  /** Text nodes and spans. Plain text for languages that are not loaded. */
  highlight(code: string, language: string): ElementContent[];
  /** Frees the grammars; nothing is highlighted after that. */
  close(): void;
}

/** True for languages that are highlighted, and for names of plain text. */
export function isKnownLanguage(language: string): boolean {
  return plainLanguages.has(language) || Object.hasOwn(bundledLanguages, language);
}

export async function createHighlighter(): Promise<CodeHighlighter> {
  const engine = createJavaScriptRegexEngine({ forgiving: true });
  const shiki: HighlighterCore = await createHighlighterCore({ themes: [theme], langs: [], engine });
  const loaded = new Set<string>();
  return {
    close: () => shiki.dispose(),
    async load(languages) {
      for (const language of languages) {
        if (loaded.has(language) || !Object.hasOwn(bundledLanguages, language)) continue;
        await shiki.loadLanguage(bundledLanguages[language as keyof typeof bundledLanguages]);
        loaded.add(language);
      }
    },
    highlight(code, language) {
      if (!loaded.has(language) || code.length > maxCodeLength) return [textNode(code)];
      const lines = shiki.codeToTokensBase(code, { lang: language, theme, ...limits });
      return lines.flatMap((line, at) => [...(at === 0 ? [] : [textNode('\n')]), ...lineContent(line)]);
    },
  };
}

/** Neighbours of one class share a span; white space and ordinary text need none. */
function lineContent(line: readonly ThemedToken[]): ElementContent[] {
  const runs: { text: string; className: string | undefined }[] = [];
  for (const token of line) {
    const last = runs.at(-1);
    const className = token.content.trim() === '' ? last?.className : classOf(token);
    if (last !== undefined && last.className === className) last.text += token.content;
    else runs.push({ text: token.content, className });
  }
  return runs.map(({ text, className }) =>
    className === undefined ? textNode(text) : element('span', { className: [className] }, [textNode(text)]),
  );
}

/** `var(--token-keyword)` -> `tok-keyword`; undefined for ordinary text. */
function classOf(token: ThemedToken): string | undefined {
  const name = /^var\(--token-([a-z-]+)\)$/i.exec(token.color ?? '')?.[1];
  return name === undefined ? undefined : `tok-${name.toLowerCase()}`;
}
