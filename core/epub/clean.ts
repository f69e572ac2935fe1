/**
 * A block's HTML once more through an allowlist. The compiler has sanitised it, but a bundle may come from anywhere, and
 * what a reading system does with a script or an address is its own affair.
 */
import type { Element, Properties, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import {
  bundleHtmlAttributes,
  bundleHtmlTags,
  bundleSvgAttributes,
  bundleSvgTags,
  isBundleClass,
  isDrawingId,
  isDrawingValue,
} from '../book/bundle-html.ts';
import { elementsIn } from '../book/hast.ts';

const spelt: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  tabindex: 'tabIndex',
};

/** The name that a tree has for an attribute. */
function propertyOf(attribute: string): string {
  return spelt[attribute] ?? attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const schema: Schema = {
  tagNames: [...bundleHtmlTags, ...bundleSvgTags],
  strip:
    'script style template noscript iframe object embed applet math title textarea select xmp noembed noframes'.split(
      ' ',
    ),
  attributes: { '*': [...bundleHtmlAttributes, ...bundleSvgAttributes].map(propertyOf) },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

const drawingTags = new Set(bundleSvgTags);

/** The tree with only what a compiler of ours writes. */
export function cleanTree(tree: Root): Root {
  const clean = sanitize(tree, schema);
  const root: Root =
    clean.type === 'root' ? clean : { type: 'root', children: clean.type === 'doctype' ? [] : [clean] };
  for (const node of elementsIn(root)) node.properties = keptOf(node);
  return root;
}

function keptOf({ tagName, properties }: Element): Properties {
  const isDrawing = drawingTags.has(tagName);
  const kept: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'className') {
      const names = (Array.isArray(value) ? value : String(value).split(/\s+/)).map(String).filter(isBundleClass);
      if (names.length > 0) kept[name] = names;
    } else if (name === 'id' ? isDrawing && isDrawingId(String(value)) : isDrawingValue(String(value)) || !isDrawing) {
      kept[name] = value;
    }
  }
  return kept;
}
