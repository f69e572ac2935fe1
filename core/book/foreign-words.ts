/**
 * Chinese words in a text of another language are marked as Chinese (WCAG 3.1.2, language of parts): a screen reader says them
 * with a Chinese voice, and they are set as Chinese is.
 */
import type { Element, ElementContent } from 'hast';
import { element, isElement, textNode } from './hast.ts';

/**
 * Han characters with the punctuation between them, and what Latin letters stand among them without a space: names like
 * `基于Intel SGX的轻量级LibOS` are one name.
 */
const chinese =
  /[《「『]?\p{Script=Han}(?:[\p{Script=Han}·\u3001-\u301f\uff01-\uff65]|[A-Za-z0-9](?:[A-Za-z0-9 .+/-]{0,40}[A-Za-z0-9+])?(?=\p{Script=Han}))*/gu;
const otherHan = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whose words are no prose of any language. */
const wordless: ReadonlySet<string> = new Set('code kbd samp pre svg'.split(' '));

/**
 * A copy of the tree in which Chinese words are in a `span` of their language; the text stays as it is, character for
 * character. Where `lang` itself is written with Han characters the tree is given back.
 */
export function markChinese(root: Element, lang: string): Element {
  return /^(?:zh|ja|ko|yue|wuu|nan|lzh)\b/.test(lang) ? root : marked(root);
}

function marked(node: Element): Element {
  return wordless.has(node.tagName) ? node : { ...node, children: node.children.flatMap(markedContent) };
}

function markedContent(child: ElementContent): ElementContent[] {
  if (isElement(child)) return [marked(child)];
  // Beside kana or hangul Han characters are of those languages.
  if (child.type !== 'text' || otherHan.test(child.value)) return [child];
  const pieces: ElementContent[] = [];
  let done = 0;
  for (const { 0: words, index } of child.value.matchAll(chinese)) {
    if (index > done) pieces.push(textNode(child.value.slice(done, index)));
    pieces.push(element('span', { lang: 'zh' }, [textNode(words)]));
    done = index + words.length;
  }
  if (done < child.value.length) pieces.push(textNode(child.value.slice(done)));
  return pieces;
}
