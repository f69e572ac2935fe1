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
      const isPlain = !loaded.has(language) || code.length > maxCodeLength;
      const lines: Run[][] = isPlain
        ? code.split('\n').map((text) => [{ text, className: undefined }])
        : shiki.codeToTokensBase(code, { lang: language, theme, ...limits }).map(toRuns);
      const marked = placeholderLanguages.has(language) ? lines.map(markPlaceholders) : lines;
      // No span goes over the end of a line.
      return marked.flatMap((line, at) => [...(at === 0 ? [] : [textNode('\n')]), ...toContent(line)]);
    },
  };
}

interface Run {
  readonly text: string;
  readonly className: string | undefined;
}

/** Neighbours of one class share a span; white space and ordinary text need none. */
function toContent(runs: readonly Run[]): ElementContent[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const className = run.text.trim() === '' ? last?.className : run.className;
    if (last !== undefined && last.className === className)
      merged[merged.length - 1] = { text: last.text + run.text, className };
    else merged.push({ text: run.text, className });
  }
  return merged.map(({ text, className }) =>
    className === undefined ? textNode(text) : element('span', { className: [className] }, [textNode(text)]),
  );
}

function toRuns(line: readonly ThemedToken[]): Run[] {
  return line.map((token) => ({ text: token.content, className: classOf(token) }));
}

/** `<HOST_IP>`: a value that the reader has to fill in. */
const placeholder = /<[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*>/g;

/** Languages in which `<NAME>` is a placeholder and not a type or a tag. */
const placeholderLanguages = new Set(
  'text txt plain plaintext bash sh shell shellscript zsh console shellsession yaml yml json jsonc toml ini properties docker dockerfile'.split(
    ' ',
  ),
);

/** Placeholders become runs of their own, whatever the grammar made of their brackets. */
function markPlaceholders(runs: readonly Run[]): Run[] {
  const line = runs.map(({ text }) => text).join('');
  const cuts = [...line.matchAll(placeholder)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  if (cuts.length === 0) return [...runs];
  let offset = 0;
  return runs.flatMap(({ text, className }) => {
    const start = offset;
    offset += text.length;
    const edges = cuts.flatMap((cut) => [cut.start, cut.end]).filter((edge) => edge > start && edge < offset);
    const bounds = [start, ...edges, offset];
    return bounds.slice(1).map((end, at) => {
      const from = bounds[at] ?? start;
      const isPlaceholder = cuts.some((cut) => from >= cut.start && end <= cut.end);
      return { text: line.slice(from, end), className: isPlaceholder ? 'tok-placeholder' : className };
    });
  });
}

/** `var(--token-keyword)` -> `tok-keyword`; undefined for ordinary text. */
function classOf(token: ThemedToken): string | undefined {
  const name = /^var\(--token-([a-z-]+)\)$/i.exec(token.color ?? '')?.[1];
  return name === undefined ? undefined : `tok-${name.toLowerCase()}`;
}
