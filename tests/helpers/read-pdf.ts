/** What a PDF holds, read by a reader of PDFs (pdf.js) and not by whoever wrote it. */
import { getDocumentProxy } from 'unpdf';

export interface OutlineEntry {
  readonly title: string;
  readonly items: readonly OutlineEntry[];
}

export interface PdfFacts {
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  /** The words of each page without white space: where lines are broken is the layout's. */
  readonly pages: readonly string[];
  readonly outline: readonly OutlineEntry[];
  /** Links to places in the document that are there, and the number of those that are not. */
  readonly insideLinks: number;
  readonly deadLinks: number;
  readonly outsideLinks: readonly string[];
}

interface Annotation {
  readonly subtype: string;
  readonly url?: string;
  readonly dest?: string | readonly unknown[] | null;
}

export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const destinations = new Set(Object.keys(await pdf.getDestinations()));
  const pages: string[] = [];
  const links: Annotation[] = [];
  let size: [number, number] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (number === 1) size = [width, height];
    const { items } = await page.getTextContent();
    pages.push(squeezed(items.map((item) => ('str' in item ? item.str : '')).join('')));
    const annotations = (await page.getAnnotations()) as Annotation[];
    links.push(...annotations.filter(({ subtype }) => subtype === 'Link'));
  }
  const { info } = await pdf.getMetadata();
  const inside = links.filter(({ url }) => url === undefined);
  const alive = inside.filter(({ dest }) => (typeof dest === 'string' ? destinations.has(dest) : Array.isArray(dest)));
  const facts: PdfFacts = {
    title: (info as { Title?: string }).Title ?? '',
    language: (info as { Language?: string }).Language ?? '',
    isTagged: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    size,
    pages,
    outline: await pdf.getOutline(),
    insideLinks: alive.length,
    deadLinks: inside.length - alive.length,
    outsideLinks: links.flatMap(({ url }) => url ?? []),
  };
  await pdf.loadingTask.destroy();
  return facts;
}

/**
 * Text as it is compared: what looks the same is the same, and white space is none of it. An apostrophe has one picture in
 * a font for two characters; a PDF names either.
 */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replaceAll('\u02bc', '\u2019');
}

/** All titles of an outline in reading order. */
export function outlineTitles(entries: readonly OutlineEntry[]): string[] {
  return entries.flatMap(({ title, items }) => [squeezed(title), ...outlineTitles(items)]);
}
