/** One block of the book in an EPUB. */
import type { Element, ElementContent } from 'hast';
import type { Block } from '../book/model.ts';
import { element, elementsIn, isElement, mapElements, parseFragment, stringProperty, textNode } from '../book/hast.ts';
import { cleanTree } from './clean.ts';
import { withLang } from './xhtml.ts';

export interface BlockContext {
  /** The address of a place of the book from the document that is written; undefined where there is none. */
  readonly hrefOf: (chapterId: string, targetId: string | undefined) => string | undefined;
  /** The path of a picture by its name in the bundle, which thereby is taken into the EPUB; undefined where it cannot be. */
  readonly imageOf: (name: string) => string | undefined;
  /** Makes ids of drawings unique in a document. */
  readonly nextDrawing: () => number;
}

/** The block's tree, without what only the page knows to use. */
export function blockTree(block: Pick<Block, 'html'>, lang: string, context: BlockContext): Element {
  const root = cleanTree(parseFragment(block.html));
  const found = root.children.find((child) => isElement(child));
  const tree = found && isElement(found) ? found : element('p', {});
  const [done] = mapElements(tree, (node) => settle(node, context));
  const settled = done && isElement(done) ? done : element('p', {}, done ? [done] : []);
  for (const drawing of [settled, ...elementsIn(settled)]) {
    if (drawing.tagName === 'svg') renameIds(drawing, context.nextDrawing());
  }
  return withLang(settled, lang);
}

function settle(node: Element, context: BlockContext): ElementContent | readonly ElementContent[] {
  const plain = without(node, 'tabIndex');
  const words = stringProperty(plain, 'lang');
  if (words !== undefined) return withLang(plain, words);
  if (node.tagName === 'a') return settleLink(plain, context);
  if (node.tagName === 'img') return settlePicture(plain, context);
  // The name of a call-out is its label on the page; here it is text.
  if (node.tagName === 'aside') {
    const label = stringProperty(node, 'ariaLabel');
    if (label === undefined) return plain;
    return {
      ...plain,
      ...without(plain, 'ariaLabel', 'role'),
      children: [element('p', { className: ['label'] }, [textNode(label)]), ...node.children],
    };
  }
  return plain;
}

function settleLink(node: Element, { hrefOf }: BlockContext): ElementContent | readonly ElementContent[] {
  const href = stringProperty(node, 'href') ?? '';
  const { dataNote } = node.properties;
  const { properties } = without(node, 'rel', 'dataExternal', 'dataNote', 'ariaLabel');
  if (!href.startsWith('#')) return /^(?:https?:|mailto:)/i.test(href) ? { ...node, properties } : node.children;
  const [, chapter = '', target] = /^#\/([^/]+)(?:\/([^/]+))?$/.exec(href) ?? [];
  const place = hrefOf(decoded(chapter), target === undefined ? undefined : decoded(target));
  // A note's number is no part of the text in the book, so it is not in its HTML.
  const children = typeof dataNote === 'string' ? [element('sup', {}, [textNode(dataNote)])] : node.children;
  if (place === undefined) return children;
  const type = typeof dataNote === 'string' ? { 'epub:type': 'noteref' } : {};
  return { ...node, properties: { ...properties, ...type, href: place }, children };
}

function settlePicture(node: Element, { imageOf }: BlockContext): ElementContent {
  const name = /^assets\/([\w.-]+)$/.exec(stringProperty(node, 'src') ?? '')?.[1];
  const path = name === undefined ? undefined : imageOf(name);
  const alt = stringProperty(node, 'alt') ?? '';
  if (path === undefined) return element('span', { className: ['missing'] }, [textNode(`[${alt}]`)]);
  return { ...node, properties: { ...node.properties, src: path, alt } };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not percent-encoded: the id as it stands.
    return part;
  }
}

/** A drawing that stands twice in a document must not find the other's arrow heads. */
function renameIds(drawing: Element, number: number): void {
  const prefix = `d${String(number)}-`;
  for (const node of [drawing, ...elementsIn(drawing)]) {
    const id = stringProperty(node, 'id');
    if (id !== undefined) node.properties.id = prefix + id;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string' && value.startsWith('url(#')) {
        node.properties[name] = value.replace('url(#', `url(#${prefix}`);
      }
    }
  }
}

function without(node: Element, ...names: readonly string[]): Element {
  const kept = Object.entries(node.properties).filter(([name]) => !names.includes(name));
  return { ...node, properties: Object.fromEntries(kept) };
}
