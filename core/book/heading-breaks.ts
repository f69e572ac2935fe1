/**
 * Where the line of a Chinese heading may end: between words. A browser ends lines of Chinese after any character, which in text of
 * this size tears words apart; the style sheet keeps phrases together (`word-break: keep-all`), and these are the places
 * where they may part.
 */
import type { Element, ElementContent } from 'hast';
import { element, isElement, textNode } from './hast.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /\p{Script=Han}/u;
/** Belong to the word before them. */
const trailing = /^[的地得了着过中里内外上下之们]/u;

/** Begin what follows them. */
const leading = /^[和与或及把给用从在到对为]$/u;

/** A copy of a heading's tree with a `wbr` between words; its text stays as it is. */
export function breakBetweenWords(root: Element): Element {
  return { ...root, children: root.children.flatMap(broken) };
}

function broken(child: ElementContent): ElementContent[] {
  if (isElement(child)) return [child.tagName === 'code' ? child : breakBetweenWords(child)];
  if (child.type !== 'text' || !han.test(child.value)) return [child];
  const pieces: ElementContent[] = [];
  let piece = '';
  let before = '';
  for (const { segment } of words.segment(child.value)) {
    if (mayPart(before, segment)) {
      pieces.push(textNode(piece), element('wbr', {}));
      piece = '';
    }
    piece += segment;
    before = segment;
  }
  return [...pieces, textNode(piece)];
}

/**
 * Single characters go with what is around them: of those a dictionary lacks, words are made, too. Beside Latin letters a line
 * does not end: between two texts a browser would not set the space that belongs there.
 */
function mayPart(before: string, after: string): boolean {
  if (!isChinese(before) || !isChinese(after)) return false;
  return (before.length > 1 || before === '的') && (after.length > 1 ? !trailing.test(after) : leading.test(after));
}

function isChinese(segment: string): boolean {
  return /^\p{Script=Han}+$/u.test(segment);
}
