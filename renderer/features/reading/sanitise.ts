/**
 * The one way of a book's HTML into the page. The compiler has sanitised it already; a bundle may come from anywhere,
 * so the page does it again, in the browser's own parser, and nothing but this module can make trusted HTML.
 */
import DOMPurify, { type Config } from 'dompurify';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string; createScriptURL: () => string }): Policy;
}

// DOMPurify signs with this policy what it parses and what it has cleaned. It is not exported: nobody else can.
const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('recto-book', {
  createHTML: (html) => html,
  createScriptURL: () => {
    throw new TypeError('A book has no scripts.');
  },
});

const html =
  'a abbr aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr';
const svg =
  'svg g path rect circle ellipse line polyline polygon text tspan defs marker title desc clipPath linearGradient stop use';
const attributes =
  'class lang dir href rel title alt src width height colspan rowspan scope start value reversed type role tabindex datetime open aria-label aria-labelledby aria-hidden aria-describedby aria-roledescription ' +
  'viewBox x y x1 y1 x2 y2 cx cy r rx ry d points transform dx dy text-anchor dominant-baseline marker-start marker-mid marker-end markerWidth markerHeight markerUnits orient refX refY preserveAspectRatio font-size font-weight letter-spacing stroke-width stroke-dasharray stroke-linecap stroke-linejoin fill-opacity fill stroke opacity clip-path id focusable xmlns';
const dataAttributes = 'data-lang data-output data-kind data-external data-placeholder data-align data-line';

const config: Config = {
  ALLOWED_TAGS: `${html} ${svg} #text`.split(' '),
  ALLOWED_ATTR: `${attributes} ${dataAttributes}`.split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // DOMPurify tries this on every attribute's value: a known scheme, or something that is no scheme at all.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  RETURN_TRUSTED_TYPE: true,
  ...(policy ? { TRUSTED_TYPES_POLICY: policy } : {}),
};

const purifier = DOMPurify(window);
let picturesOf = '';

purifier.addHook('afterSanitizeAttributes', (node) => {
  // Ids are the page's own, but for the arrow heads and clips that a drawing refers to inside itself.
  if (node.namespaceURI !== 'http://www.w3.org/2000/svg') node.removeAttribute('id');
  const href = node.getAttribute('href');
  if (href !== null && !/^(?:#|https?:|mailto:)/i.test(href)) node.removeAttribute('href');
  if (node.nodeName === 'IMG') takeFromBundle(node);
});

/** Turns a picture's address into the one of the open book. A picture from anywhere else is not loaded. */
function takeFromBundle(image: Element): void {
  const name = /^assets\/([\w.-]+)$/.exec(image.getAttribute('src') ?? '')?.[1];
  if (name === undefined) {
    image.removeAttribute('src');
    return;
  }
  image.setAttribute('src', `/books/${encodeURIComponent(picturesOf)}/assets/${name}`);
  image.setAttribute('decoding', 'async');
}

/** HTML of one block, safe to put into the page, its pictures taken from the bundle of `bookId`. */
export function sanitiseBlock(blockHtml: string, bookId: string): TrustedHTML {
  picturesOf = bookId;
  return purifier.sanitize(blockHtml, config);
}
