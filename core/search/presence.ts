/** What of a query stands in a section that does not hold all of it. */
import { isCjkCharacter, runsOf } from './tokens.ts';
import { startsAWord } from './word-borders.ts';

/** A piece of a query, and what a section may hold of it. */
export interface Form {
  readonly piece: string;
  /** Texts of which one has to stand in the section. */
  readonly texts: readonly string[];
}

/** What a folded text has of a query's pieces, for marks and excerpts, and what it lacks. */
export function presence(folded: string, forms: readonly Form[]): { missing: string[]; present: string[] } {
  const missing: string[] = [];
  const present: string[] = [];
  for (const { piece, texts } of forms) {
    const found = texts.filter((text) => folded.includes(text));
    if (found.length > 0) present.push(...found);
    else {
      const parts = partsOf(folded, piece);
      missing.push(...parts.missing);
      present.push(...parts.present, ...joinedParts(folded, piece));
    }
  }
  return { missing, present };
}

/** What a text has of words joined by signs: `ld_preload` of `ld_preload_path`. Each as long as it can be; no single letters. */
function joinedParts(folded: string, piece: string): string[] {
  const words = runsOf(piece).filter(({ isCjk }) => !isCjk);
  const parts: string[] = [];
  for (let at = 0; at < words.length;) {
    const start = words[at]?.start ?? 0;
    let found: string | undefined;
    let next = at;
    for (; next < words.length; next += 1) {
      const { start: last, text } = words[next] ?? { start: 0, text: '' };
      const part = piece.slice(start, last + text.length);
      if (!startsAWord(folded, part)) break;
      found = part;
    }
    if (found !== undefined && found.length > 1) parts.push(found);
    at = Math.max(next, at + 1);
  }
  return parts;
}

/** The longest parts of a piece that a text has, of two characters and more, and what is left of the piece. */
function partsOf(folded: string, piece: string): { missing: string[]; present: string[] } {
  const characters = Array.from(piece);
  const present: string[] = [];
  const missing: string[] = [];
  let lacking = '';
  for (let at = 0; at < characters.length;) {
    // Letter by letter: a text that lacks a part lacks all that are longer.
    let end = at + 1;
    if (isCjkCharacter(characters[at] ?? '')) {
      while (end < characters.length && folded.includes(characters.slice(at, end + 1).join(''))) end += 1;
    }
    if (end > at + 1) {
      present.push(characters.slice(at, end).join(''));
      if (lacking !== '') missing.push(lacking);
      lacking = '';
      at = end;
    } else {
      lacking += characters[at] ?? '';
      at += 1;
    }
  }
  if (lacking !== '') missing.push(lacking);
  return { missing, present };
}
