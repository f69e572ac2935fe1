/** The prose of a block: what a reader reads as sentences. */
import type { Element, ElementContent } from 'hast';
import { lineOf, type BlockDraft } from './draft.ts';
import { isDiagram } from './fence.ts';
import { isElement } from './hast.ts';
import { fencePlaceholder } from './sanitize.ts';

/** Stands for a piece of code or an address in prose: something that is neither a word nor punctuation. */
export const notProse = '\uFFFC';

/** A piece of prose and the block it stands in. */
export interface Prose {
  readonly text: string;
  readonly block: BlockDraft;
}

/** The text of a block without code and addresses, then captions and descriptions of its figures. */
export function proseOf(block: BlockDraft): Prose[] {
  const figures = block.fences.filter(isDiagram).flatMap(({ title, alt }) => [title, alt]);
  const texts = [textOf(block.tree), ...figures].filter((text) => text !== undefined && text !== '');
  return texts.map((text) => ({ text: text ?? '', block }));
}

/** The line of the file on which the characters from `start` to `end` (UTF-16) of a piece of prose stand. */
export function lineOfProse({ text, block }: Prose, start: number, end: number): number {
  // The more of the text around it is found in the source, the surer the place.
  for (const around of [12, 6, 3, 0]) {
    const before =
      text
        .slice(Math.max(start - around, 0), start)
        .split(breaks)
        .at(-1) ?? '';
    const after = text.slice(end, end + around).split(breaks)[0] ?? '';
    const needle = before + text.slice(start, end) + after;
    if (block.source.includes(needle)) return lineOf(block, needle);
  }
  return block.line;
}

const breaks = /[\uFFFC\n]/;

const inlineElements = new Set('a abbr b em i s span strong sub sup'.split(' '));

function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value.replace(/https?:\/\/[\w./?=&%#~:+-]+/g, notProse);
  if (!isElement(node)) return '';
  if (node.tagName === 'code') return notProse;
  if (node.tagName === 'pre' || node.tagName === fencePlaceholder) return '\n';
  const text = node.children.map(textOf).join('');
  return inlineElements.has(node.tagName) ? text : `\n${text}\n`;
}
