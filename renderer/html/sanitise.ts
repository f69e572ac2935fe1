/**
 * The one way of HTML into the page, that of books and that of notes. The compiler has sanitised a book already; a bundle
 * may come from anywhere, and so may notes, so the page does it again, in the browser's own parser, and nothing but this
 * module can make trusted HTML.
 */
import DOMPurify, { type Config } from 'dompurify';
import {
  bundleHtmlAttributes,
  bundleHtmlTags,
  bundleSvgAttributes,
  bundleSvgTags,
  isBundleClass,
  isDrawingId,
  isDrawingValue,
} from '../../core/book/bundle-html.ts';
import type { Block } from '../../core/book/model.ts';

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

const config: Config = {
  ALLOWED_TAGS: [...bundleHtmlTags, ...bundleSvgTags, '#text'],
  ALLOWED_ATTR: [...bundleHtmlAttributes, ...bundleSvgAttributes],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // DOMPurify tries this on every attribute's value: a known scheme, or something that is no scheme at all.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  // A description is no address, even one that begins like “Sequence: …”.
  ADD_URI_SAFE_ATTR: ['aria-label'],
  RETURN_TRUSTED_TYPE: true,
  ...(policy ? { TRUSTED_TYPES_POLICY: policy } : {}),
};

const purifier = DOMPurify(window);
// Once: read again for each block it would take as long as the blocks themselves.
purifier.setConfig(config);
let picturesOf = '';

purifier.addHook('afterSanitizeAttributes', (node) => {
  // Ids are the page's own, but for the arrow heads that a drawing refers to inside itself, by the compiler's names.
  const isDrawing = node.namespaceURI === 'http://www.w3.org/2000/svg';
  if (!isDrawing || !isDrawingId(node.id)) node.removeAttribute('id');
  for (const { name, value } of [...node.attributes]) {
    if (isDrawing && !isDrawingValue(value)) node.removeAttribute(name);
  }
  for (const name of [...node.classList]) {
    if (!isBundleClass(name)) node.classList.remove(name);
  }
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

/** What has been sanitised stays so: a chapter that is opened again costs nothing. */
const sanitised = new WeakMap<Block, TrustedHTML>();

/** HTML of one block, safe to put into the page, its pictures taken from the bundle of `bookId`, the book that it is of. */
export function sanitiseBlock(block: Block, bookId: string): TrustedHTML {
  const known = sanitised.get(block);
  if (known) return known;
  picturesOf = bookId;
  const html = purifier.sanitize(block.html);
  sanitised.set(block, html);
  return html;
}

// What notes are made of (core/marks/note-html.ts): text, and links. Nothing in them loads, is named or has a style.
const noteTags = 'a blockquote br code del em hr li ol p pre strong table tbody td th thead tr ul';

const noteConfig: Config = {
  ...config,
  ALLOWED_TAGS: `${noteTags} #text`.split(' '),
  ALLOWED_ATTR: ['href', 'start', 'data-external'],
};

const notePurifier = DOMPurify(window);
notePurifier.setConfig(noteConfig);

notePurifier.addHook('afterSanitizeAttributes', (node) => {
  const href = node.getAttribute('href');
  if (href !== null && !/^(?:#\/|https?:|mailto:)/i.test(href)) node.removeAttribute('href');
});

/** HTML of a note, safe to put into the page: it loads nothing and leads nowhere but where its links say. */
export function sanitiseNote(noteHtml: string): TrustedHTML {
  return notePurifier.sanitize(noteHtml);
}

/** Fills an element that React does not draw. */
export function fillWith(element: Element, html: TrustedHTML): void {
  // TypeScript's DOM knows trusted HTML as a string alone.
  element.innerHTML = html as unknown as string;
}
