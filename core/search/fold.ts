/**
 * Folding for search: what two texts have in common when a reader would call them the same. Text and query go through
 * the same function, so a scan of folded text for a folded query is the truth that everything else is held to.
 *
 * A text is folded cluster by cluster (a character with what combines with it), never as a whole: the folded form of a
 * piece does not depend on its surroundings, and every folded character can be led back to the text.
 * - `fold` of core/book (NFKC, CJK radicals, lower case); what would become several words by it stays as it is
 * - typographic quotation marks and dashes become those of a keyboard, final sigma an ordinary one
 * - invisible characters (soft hyphen, zero-width space, variation selectors, controls …) are dropped
 * - white space becomes one space; between two Chinese or Japanese characters it is dropped (it is left over from a line end
 *   of the source), unless a line or a cell ends there: that stays a border across which nothing is found
 */
import { fold } from '../book/fold.ts';

const invisible = String.raw`\0-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\u{e0100}-\u{e01ef}`;
/** What belongs to the character before it: marks, halves of Hangul syllables, voiced marks of half width, the invisible. */
const extending = String.raw`\p{M}\uff9e\uff9f\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7fb\uffa0-\uffdc${invisible}`;
// Marks are named one by one here, on purpose.
/* eslint-disable no-misleading-character-class */
const clusterPattern = new RegExp(
  String.raw`([!-~]+(?![${extending}]))|([\u4e00-\u9fff]+(?![${extending}]))|(\s[\s${invisible}]*)|[^][${extending}]*`,
  'gu',
);
const invisiblePattern = new RegExp(`[${invisible}]`, 'gu');
/* eslint-enable no-misleading-character-class */
const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f]`;
const cjkAtEnd = new RegExp(`${cjk}$`, 'u');
const cjkAtStart = new RegExp(`^${cjk}`, 'u');

/** Stands in a folded text where a line of Chinese ends before another one. No query holds it. */
const lineBorder = '\n';

const lookAlikes: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  ς: 'σ',
};

/** Takes a piece of text with its folded form; `parallel` where both have the same length, character by character. */
type Emit = (folded: string, raw: string, parallel: boolean) => void;

function forEachPiece(text: string, emit: Emit): void {
  let before = '';
  /** White space that waits for what follows it. */
  let space = '';
  const take: Emit = (folded, raw, parallel) => {
    if (space !== '') emit(foldSpace(before, space, folded), space, false);
    space = '';
    if (folded !== '') before = folded;
    emit(folded, raw, parallel);
  };
  for (const [raw, ascii, han, blank] of text.matchAll(clusterPattern)) {
    if (ascii !== undefined) take(raw.toLowerCase(), raw, true);
    else if (han !== undefined) take(raw, raw, true);
    else if (blank !== undefined) space = raw;
    else take(foldCluster(raw), raw, false);
  }
  if (space !== '') emit(foldSpace(before, space, ''), space, false);
}

function foldSpace(before: string, space: string, after: string): string {
  if (!cjkAtEnd.test(before) || !cjkAtStart.test(after)) return ' ';
  return /[\n\t]/.test(space) ? lineBorder : '';
}

const known = new Map<string, string>();

function foldCluster(cluster: string): string {
  const before = known.get(cluster);
  if (before !== undefined) return before;
  const visible = cluster.replace(invisiblePattern, '');
  const full = fold(visible);
  const one = /\s/.test(full) ? visible.toLowerCase() : full;
  const folded = one.replace(/[‘’“”‐‑‒–−ς]/g, (character) => lookAlikes[character] ?? character);
  if (cluster.length <= 4) known.set(cluster, folded);
  return folded;
}

/** The text as it is searched. Idempotent. */
export function foldText(text: string): string {
  let result = '';
  forEachPiece(text, (folded) => {
    result += folded;
  });
  return result;
}

/** A folded text that knows where each of its characters came from. */
export interface FoldedText {
  readonly text: string;
  /**
   * The code points of the original that the folded range stands for; `start` and `end` in UTF-16 units of the folded
   * text, end exclusive, not empty. A range that touches a part of what became several characters gets all of it.
   */
  readonly original: (start: number, end: number) => readonly [start: number, end: number];
}

/** `foldText` with the way back. */
export function foldWithMap(text: string): FoldedText {
  let folded = '';
  /** For each piece three numbers: where it begins in the folded text, where in the original, and its length there; 0 where they are parallel. */
  const pieces: number[] = [];
  let point = 0;
  forEachPiece(text, (piece, raw, parallel) => {
    const length = parallel ? raw.length : codePoints(raw);
    if (piece !== '') pieces.push(folded.length, point, parallel ? 0 : length);
    folded += piece;
    point += length;
  });
  const pieceAt = (unit: number): number => {
    let low = 0;
    let high = pieces.length / 3;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle * 3] ?? 0) <= unit) low = middle + 1;
      else high = middle;
    }
    return (low - 1) * 3;
  };
  return {
    text: folded,
    original: (start, end) => {
      const [first, last] = [pieceAt(start), pieceAt(end - 1)];
      const from = (pieces[first + 1] ?? 0) + (pieces[first + 2] === 0 ? start - (pieces[first] ?? 0) : 0);
      const length = pieces[last + 2] ?? 0;
      return [from, (pieces[last + 1] ?? 0) + (length === 0 ? end - (pieces[last] ?? 0) : length)];
    },
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}
