/** The documents that say what an EPUB is: container, package and navigation (EPUB 3.3). */
import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../book/hast.ts';
import { escapeXml } from './xhtml.ts';

export const containerXml = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

export interface PackageItem {
  readonly id: string;
  /** Beside the package document. */
  readonly href: string;
  readonly mediaType: string;
  readonly properties?: string | undefined;
  /** Whether it is one of the documents that are read one after the other. */
  readonly inSpine?: boolean;
}

export interface PackageFacts {
  readonly identifier: string;
  readonly title: string;
  readonly langs: readonly [string, ...string[]];
  readonly rights: string | undefined;
  readonly description: string | undefined;
  /** ISO 8601 to the second, UTC. */
  readonly modified: string;
  readonly hasPictures: boolean;
  readonly summary: string;
  readonly items: readonly PackageItem[];
}

export function packageDocument(facts: PackageFacts): string {
  const { langs, items, rights, description } = facts;
  const meta = (property: string, value: string): string =>
    `    <meta property="${property}">${escapeXml(value)}</meta>`;
  const lines = [
    `    <dc:identifier id="id">${escapeXml(facts.identifier)}</dc:identifier>`,
    `    <dc:title>${escapeXml(facts.title)}</dc:title>`,
    ...langs.map((lang) => `    <dc:language>${escapeXml(lang)}</dc:language>`),
    ...(rights === undefined ? [] : [`    <dc:rights>${escapeXml(rights)}</dc:rights>`]),
    ...(description === undefined ? [] : [`    <dc:description>${escapeXml(description)}</dc:description>`]),
    meta('dcterms:modified', facts.modified),
    meta('schema:accessMode', 'textual'),
    ...(facts.hasPictures ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'alternativeText', 'displayTransformability'].map(
      (feature) => meta('schema:accessibilityFeature', feature),
    ),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', facts.summary),
  ];
  const manifest = items.map(({ id, href, mediaType, properties }) => {
    const more = properties === undefined ? '' : ` properties="${properties}"`;
    return `    <item id="${id}" href="${escapeXml(href)}" media-type="${mediaType}"${more}/>`;
  });
  const spine = items.filter(({ inSpine }) => inSpine).map(({ id }) => `    <itemref idref="${id}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(langs[0])}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${lines.join('\n')}
  </metadata>
  <manifest>
${manifest.join('\n')}
  </manifest>
  <spine>
${spine.join('\n')}
  </spine>
</package>
`;
}

export interface NavEntry {
  readonly title: string;
  /** Undefined for a title without a text of its own. */
  readonly href: string | undefined;
  readonly children: readonly NavEntry[];
}

/** The body of the navigation document: contents, and where the parts of the book begin. */
export function navBody(
  title: string,
  entries: readonly NavEntry[],
  landmarks: readonly { readonly type: string; readonly title: string; readonly href: string }[],
): Element[] {
  const toc = element('nav', { 'epub:type': 'toc', id: 'toc' }, [
    element('h1', {}, [textNode(title)]),
    navList(entries),
  ]);
  const marks = landmarks.map(({ type, title: name, href }) =>
    element('li', {}, [element('a', { 'epub:type': type, href }, [textNode(name)])]),
  );
  const places = element('nav', { 'epub:type': 'landmarks', hidden: true }, [element('ol', {}, marks)]);
  return [toc, places];
}

function navList(entries: readonly NavEntry[]): Element {
  return element(
    'ol',
    {},
    entries.map(({ title, href, children }): ElementContent => {
      const name = element(href === undefined ? 'span' : 'a', href === undefined ? {} : { href }, [textNode(title)]);
      return element('li', {}, children.length === 0 ? [name] : [name, navList(children)]);
    }),
  );
}
