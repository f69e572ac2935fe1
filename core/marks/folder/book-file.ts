/** The file of a book in the reader's folder of notes: what it is called, how it begins, what is to stand in it. */
import { blockIdsOf } from '../exchange/block-ids.ts';
import { escapeLine } from '../exchange/markdown-text.ts';
import { markdownEntries } from '../exchange/markdown.ts';
import type { MarksFile } from '../exchange/marks-file.ts';
import type { PlaceNames } from '../exchange/place-names.ts';
import type { Wanted } from './merge-file.ts';
import { withoutMarkers } from './passages.ts';

/** The marks of a book as passages, in its order. */
export function wantedOf(file: Pick<MarksFile, 'book' | 'marks'>, names: PlaceNames): Wanted[] {
  const blockId = names.blockId ?? blockIdsOf(file.marks.map(({ id }) => id));
  return markdownEntries(file, names).map(({ mark, text }) => ({
    id: blockId(mark.id),
    content: withoutMarkers(text),
  }));
}

/** What a new file begins with. From then on it belongs to the reader. */
export function beginningOf(bookId: string, names: PlaceNames): string {
  return [
    '---',
    `title: ${JSON.stringify(names.book)}`,
    `book: ${JSON.stringify(bookId)}`,
    'source: "Recto"',
    '---',
    '',
    `# ${escapeLine(names.book)}`,
    '',
    '<!-- Recto 只改写自己的标记之间的文字，别处写的都会保留。 -->',
    '<!-- Recto writes between its own markers alone; what you write elsewhere stays. -->',
    '',
    '',
  ].join('\n');
}

/** Whether a file is that of a book: by its front matter, which other programs may have written anew. */
export function isFileOf(bookId: string, text: string): boolean {
  const front = /^\uFEFF?---\r?\n([^]*?)^---[ \t]*$/m.exec(text.slice(0, 16_384))?.[1] ?? '';
  return valueIn(front, 'source') === 'Recto' && valueIn(front, 'book') === bookId;
}

function valueIn(front: string, key: string): string | undefined {
  return new RegExp(`^${key}:[ \\t]*(["']?)(.*?)\\1[ \\t]*\\r?$`, 'm').exec(front)?.[2];
}

/** `title` as a file's name that every system and Obsidian take, without an ending; `id` where nothing is left of it. */
export function fileNameOf(title: string, id: string): string {
  // What systems refuse, and what breaks links in Obsidian.
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|#^[\]]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const short = Array.from(plain).slice(0, longestName).join('').trim();
  return short === '' || isReserved(short) ? id : short;
}

/** Some file systems take 255 bytes, and a Chinese character is three. */
const longestName = 70;

/** Devices of Windows, whatever the ending. */
function isReserved(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
}
