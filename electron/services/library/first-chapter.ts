/** Which chapter a start shows, and in which language. */
import { flattenChapters } from '../../../core/book/contents.ts';
import type { BookManifest } from '../../../core/book/model.ts';
import type { Position } from '../../../core/contract/position.ts';

export interface Place {
  readonly chapterId: string;
  readonly lang: string;
}

/** The language of `available` that suits a reader best who prefers `wanted`, in that order: else English, else the first. */
export function chooseLanguage(available: readonly string[], wanted: readonly string[]): string | undefined {
  for (const tag of wanted) {
    const same = available.find((lang) => lang.toLowerCase() === tag.toLowerCase());
    // Any Chinese is nearer to a reader of Chinese than English is; the same holds for every language.
    const near = same ?? available.find((lang) => primary(lang) === primary(tag));
    if (near !== undefined) return near;
  }
  return available.find((lang) => primary(lang) === 'en') ?? available[0];
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split(/[-_]/)[0];
}

/**
 * Where the reader was, as far as the book still has that place: null for a chapter that is gone; in another language
 * where the chapter no longer has the old one (blocks have the same ids in every language).
 */
export function stillThere(
  manifest: BookManifest,
  position: Position | null,
  wanted: readonly string[],
): Position | null {
  const chapter = flattenChapters(manifest.contents).find(({ id }) => id === position?.chapterId);
  if (position === null || chapter === undefined) return null;
  const lang = chooseLanguage(chapter.languages, [position.lang, ...wanted]);
  return lang === undefined ? null : { ...position, lang };
}

/** The book's first chapter; undefined for a book without any. */
export function firstPlace(manifest: BookManifest, wanted: readonly string[]): Place | undefined {
  const lang = chooseLanguage(manifest.languages, wanted);
  const chapters = flattenChapters(manifest.contents);
  const [first] = chapters;
  if (first === undefined || lang === undefined) return undefined;
  return { chapterId: first.id, lang: chooseLanguage(first.languages, [lang, ...wanted]) ?? lang };
}
