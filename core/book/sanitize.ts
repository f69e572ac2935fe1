/**
 * What HTML a book may contain: an allowlist. Everything else is taken out when a book is compiled, before our own
 * markup (code, figures, call-outs) is put in. No ids and no names (nothing to clobber), no classes, no styles, no
 * event handlers, no addresses other than http, https, mailto and relative ones.
 */
import type { Nodes, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { calloutKinds } from './callout.ts';
import { elementsIn } from './hast.ts';

/** Stands for a code fence until it has been highlighted or drawn; `data-n` is its number in the block. */
export const fencePlaceholder = 'recto-fence';

const allowedTags = (
  'a abbr aside b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ' +
  'ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead tr u ul var ' +
  fencePlaceholder
).split(' ');

/** Removed with all they contain: what is inside is not text for a reader, or is parsed by rules of its own. */
const removedWithContent = (
  'applet audio base button canvas embed frame frameset iframe input link math meta noembed noframes noscript object ' +
  'plaintext script select style svg template textarea title video xmp'
).split(' ');

/** Tags whose removal loses nothing but looks: not worth a line in a report. */
const quietTags = new Set(
  'center font details summary section article main header footer nav big tt html body head'.split(' '),
);

const cellAttributes = ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right'] as [string, ...string[]]];

const schema: Schema = {
  tagNames: allowedTags,
  strip: removedWithContent,
  attributes: {
    a: ['href', 'title'],
    abbr: ['title'],
    aside: [['dataKind', ...calloutKinds]],
    img: ['src', 'alt', 'title'],
    ol: ['start', 'reversed'],
    li: ['value'],
    td: cellAttributes,
    th: cellAttributes,
    [fencePlaceholder]: ['dataN'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  ancestors: {
    caption: ['table'],
    tbody: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    td: ['table'],
    th: ['table'],
    li: ['ol', 'ul'],
    dt: ['dl'],
    dd: ['dl'],
    figcaption: ['figure'],
  },
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

/** The tree with only what the allowlist knows. */
export function sanitizeTree(tree: Root): Root {
  const clean: Nodes = sanitize(tree, schema);
  return clean.type === 'root' ? clean : { type: 'root', children: clean.type === 'doctype' ? [] : [clean] };
}

/** Names of the tags that `sanitizeTree` takes out and whose loss a reader may notice; each once, sorted. */
export function removedTags(tree: Root): string[] {
  const names = new Set<string>();
  for (const found of elementsIn(tree)) {
    if (!allowedTags.includes(found.tagName) && !quietTags.has(found.tagName)) names.add(found.tagName);
  }
  return [...names].sort();
}
