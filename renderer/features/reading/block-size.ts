import type { Block } from '../../../core/book/model.ts';

/** A line of text holds about so many characters; Han are as wide as two of the others. */
const unitsPerLine = 72;

/**
 * About how many lines a block is high, from its text alone. The text outside the window is not laid out until it comes near
 * (prose.css, content-visibility); meanwhile this stands for its height. A wrong guess moves the scroll bar a little, never the text.
 */
export function estimatedLines(block: Pick<Block, 'kind' | 'text'>): number {
  const rows = block.text.split('\n');
  switch (block.kind) {
    case 'code':
      return rows.length + 1;
    case 'figure':
      return 16;
    case 'rule':
      return 1;
    case 'table':
      return rows.length * 2;
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'callout':
    case 'quote':
      return rows.reduce((lines, row) => lines + Math.max(1, Math.ceil(units(row) / unitsPerLine)), 0);
  }
}

function units(text: string): number {
  let sum = 0;
  for (const character of text) sum += character > '\u2e7f' ? 2 : 1;
  return sum;
}
