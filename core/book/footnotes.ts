/**
 * Footnotes: `[^name]` in the text, `[^name]: …` in lines of its own. Markdown knows them as references to a link, so a
 * definition is handed to the lexer as the link it would be, to an address that only this module writes. Numbers go by first
 * mention; the notes are one list at the end of the chapter.
 */
import type { Element } from 'hast';
import type { Links } from 'marked';
import { elementsIn, isElement, mapElements, stringProperty } from './hast.ts';
import { decodePath } from './links.ts';

export interface Footnote {
  /** As written, lower case: Markdown compares names of references so. */
  readonly name: string;
  /** Markdown, without the marks of its lines. */
  readonly text: string;
  /** 1-based line of the definition. */
  readonly line: number;
}

const address = '#recto-footnote:';

const definition = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Takes the definitions out of a chapter; their lines stay, empty, so that line numbers hold. The first of a name counts. */
export function takeFootnotes(markdown: string): { markdown: string; footnotes: readonly Footnote[] } {
  const lines = markdown.split('\n');
  const footnotes = new Map<string, Footnote>();
  let openFence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const mark = fence.exec(lines[at] ?? '')?.[1];
    if (openFence === undefined) openFence = mark;
    else if (mark?.startsWith(openFence) === true) openFence = undefined;
    if (openFence !== undefined) continue;
    const found = definition.exec(lines[at] ?? '');
    if (!found) continue;
    const end = endOfDefinition(lines, at);
    const [, written = '', first = ''] = found;
    const text = [first, ...lines.slice(at + 1, end).map((line) => line.trim())].join('\n').trim();
    const name = written.toLowerCase();
    if (!footnotes.has(name)) footnotes.set(name, { name, text, line: at + 1 });
    lines.fill('', at, end);
    at = end - 1;
  }
  return { markdown: lines.join('\n'), footnotes: [...footnotes.values()] };
}

/** A note goes on to an empty line, and beyond it as far as lines are set in. */
function endOfDefinition(lines: readonly string[], start: number): number {
  let end = start + 1;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const isEmpty = line.trim() === '';
    if (isEmpty) continue;
    const goesOn = at === end && !definition.test(line) && !fence.test(line);
    if (!goesOn && !/^(?: {4}|\t)/.test(line)) break;
    end = at + 1;
  }
  return end;
}

/** What the lexer has to know so that `[^name]` is read as a reference. */
export function footnoteLinks(footnotes: readonly Footnote[]): Links {
  return Object.fromEntries(
    footnotes.map(({ name }) => [`^${name}`, { href: `${address}${encodeURIComponent(name)}`, title: null }]),
  );
}

/** The note that a link made by `footnoteLinks` is about; undefined for any other. */
export function footnoteName(link: Element): string | undefined {
  const href = link.tagName === 'a' ? stringProperty(link, 'href') : undefined;
  return href?.startsWith(address) === true ? decodePath(href.slice(address.length)) : undefined;
}

/** Names of the notes that trees refer to, in the order of first mention. */
export function mentionedFootnotes(trees: readonly Element[]): string[] {
  const names = trees.flatMap((tree) => [...elementsIn(tree)].map(footnoteName));
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** A tree without its references: a heading's words are used in many places that have no notes. */
export function withoutFootnotes(tree: Element): Element {
  const [root] = mapElements(tree, (node) => (footnoteName(node) === undefined ? node : []));
  return root !== undefined && isElement(root) ? root : tree;
}
