/**
 * A Markdown file that two write: Recto what stands between its markers, the reader everything else. One pair of markers
 * holds one mark:
 *
 *     <!-- recto:begin n-0123456789ab 89abcdef01234567 -->
 *     …
 *     <!-- recto:end n-0123456789ab -->
 *
 * The first word is the mark's name in Markdown exports, the second tells whether what stands there is what Recto wrote.
 */
import { textHash } from '../../anchor/text-hash.ts';

/** A part of a file as it stands there; the texts of all parts in a row are the file. */
export type Part =
  | { readonly kind: 'own'; readonly text: string }
  | {
      readonly kind: 'passage';
      /** With its markers. */
      readonly text: string;
      readonly id: string;
      /** What Recto wrote, as its hash. */
      readonly written: string;
      /** What stands between the markers now. */
      readonly body: string;
    };

const marker =
  /^[ \t]*<!-- recto:(?<side>begin|end) (?<id>n-[0-9a-f]{12}(?:[0-9a-f]{20})?)(?: (?<written>[0-9a-f]{16}))? -->[ \t]*(?:\r?\n|$(?![^]))/gm;

/**
 * A pair of markers counts only where nothing of ours stands between the two, and of two pairs with one id only the first:
 * half a pair, or a copy, is the reader's text.
 */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>();
  let begin:
    { readonly id: string; readonly written: string; readonly at: number; readonly bodyAt: number } | undefined;
  let done = 0;
  for (const match of text.matchAll(marker)) {
    const { side, id = '', written } = match.groups ?? {};
    const after = match.index + match[0].length;
    if (side === 'begin') {
      begin = written === undefined ? undefined : { id, written, at: match.index, bodyAt: after };
      continue;
    }
    if (begin?.id === id && !seen.has(id)) {
      if (begin.at > done) parts.push({ kind: 'own', text: text.slice(done, begin.at) });
      const body = text.slice(begin.bodyAt, match.index);
      parts.push({ kind: 'passage', text: text.slice(begin.at, after), id, written: begin.written, body });
      seen.add(id);
      done = after;
    }
    begin = undefined;
  }
  if (done < text.length) parts.push({ kind: 'own', text: text.slice(done) });
  return parts;
}

/** A passage with its markers; `eol` is how lines end in the file. */
export function passage(id: string, content: string, eol: string): string {
  const lines = [`<!-- recto:begin ${id} ${hashOf(content)} -->`, '', content, '', `<!-- recto:end ${id} -->`, ''];
  return lines.join('\n').replace(/\r?\n/g, eol);
}

/**
 * Names a content by its words: how lines end, and spaces at their ends, are what editors and the tools that carry files
 * change by themselves.
 */
export function hashOf(content: string): string {
  return textHash(content.replace(/[ \t]*(\r\n|\r|\n|$)/g, (_, end: string) => (end === '' ? '' : '\n')).trim());
}

/** A note may say anything, also what reads like a marker: that gets a space in it. */
export function withoutMarkers(content: string): string {
  return content.replace(/<!-- recto:(?=begin|end)/g, '<!-- recto :');
}
