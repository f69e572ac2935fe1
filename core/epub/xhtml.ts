/** Trees as the XHTML of an EPUB: well-formed XML, whatever HTML they came from. */
import type { Element, ElementContent, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { element, textNode } from '../book/hast.ts';

/** Everything but what XML 1.0 forbids: control characters, halves of pairs, non-characters. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The text of a document with that title and body. */
export function xhtmlDocument(lang: string, title: string, body: readonly ElementContent[], bodyType?: string): string {
  const html = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' },
    [
      element('head', {}, [
        element('title', {}, [textNode(title)]),
        element('link', { rel: ['stylesheet'], type: 'text/css', href: 'style.css' }),
      ]),
      element('body', bodyType === undefined ? {} : { 'epub:type': bodyType }, body),
    ],
  );
  withLang(html, lang);
  const root: Root = { type: 'root', children: [html] };
  // The end of a CDATA section is no text in XML, and nothing else escapes it.
  const xml = toXml(toXast(root)).replace(forbidden, '\ufffd').replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${xml}\n`;
}

/** Both ways of saying a language: XML's and HTML's. */
export function withLang<T extends Element>(node: T, lang: string): T {
  node.properties = { ...node.properties, lang, 'xml:lang': lang };
  return node;
}

/** Text for an XML document that is written by hand. */
export function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(forbidden, '\ufffd').replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
