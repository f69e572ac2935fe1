/** Small helpers for HTML trees (hast). */
import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

export function element(tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

export function textNode(value: string): ElementContent {
  return { type: 'text', value };
}

/** Parses a piece of HTML as a browser would inside `<body>`; never fails. */
export function parseFragment(html: string): Root {
  return fromHtml(html, { fragment: true });
}

export function isElement(node: Nodes, tagName?: string): node is Element {
  return node.type === 'element' && (tagName === undefined || node.tagName === tagName);
}

/** All elements below a node, in document order. */
export function* elementsIn(node: Nodes): Generator<Element> {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (isElement(child)) yield child;
    yield* elementsIn(child);
  }
}

/**
 * A copy of the tree with elements replaced from the leaves up: `replace` gets each element with its children already
 * done, and gives what stands in its place (itself, others, or nothing).
 */
export function mapElements(
  node: Element,
  replace: (element: Element) => ElementContent | readonly ElementContent[],
): ElementContent[] {
  const children = node.children.flatMap((child) => (isElement(child) ? mapElements(child, replace) : [child]));
  const replaced = replace({ ...node, children });
  return 'type' in replaced ? [replaced] : [...replaced];
}

/** A string property of an element, undefined where it is absent or of another type. */
export function stringProperty(node: Element, name: string): string | undefined {
  const value = node.properties[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}
