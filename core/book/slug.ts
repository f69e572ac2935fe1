/** Ids made from heading texts and paths, for books that do not write ids themselves. */
import { idSchema } from './model.ts';

/** Leaves room for a number below the 200 UTF-16 units that an id may have. */
const maxSlugLength = 180;

/**
 * An id for a text: lower case, letters and digits of any script kept, spaces become hyphens, everything else dropped
 * (the rule GitHub and GitBook share, so that anchors written by hand keep working). `fallback` where nothing is left.
 */
export function slugify(text: string, fallback = 'section'): string {
  const kept = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return cutAtCodePoint(kept, maxSlugLength) || fallback;
}

/** An id for a chapter from its path in the book: extension dropped, `/` becomes `-`. */
export function chapterIdFromPath(path: string): string {
  const id = slugify(path.replace(/\.[^./]+$/, '').replaceAll('/', '-'), 'chapter');
  // Windows knows no files of these names, whatever their extension.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(id) ? `${id}-1` : id;
}

/** True for what may stand as the id of a book, chapter or section. */
export function isId(value: string): boolean {
  return idSchema.safeParse(value).success;
}

/** Hands out ids that are unique among all it has handed out: `background`, `background-1`, `background-2`. */
export interface UniqueIds {
  /** The wanted id, or the wanted id with the lowest free number. */
  take(wanted: string): string;
}

export function createUniqueIds(): UniqueIds {
  const taken = new Set<string>();
  // A Map, not an object: a heading may well be called `constructor` or `__proto__`.
  const nextNumber = new Map<string, number>();
  return {
    take(wanted) {
      let id = wanted;
      let number = nextNumber.get(wanted) ?? 1;
      while (taken.has(id)) id = `${wanted}-${String(number++)}`;
      nextNumber.set(wanted, number);
      taken.add(id);
      return id;
    },
  };
}

function cutAtCodePoint(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > maxLength) break;
    cut += character;
  }
  return cut;
}
