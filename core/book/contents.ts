/** Questions one asks a contents tree. All pure; the tree is never changed. */
import type { ChapterEntry, ContentsEntry, Localized } from './model.ts';

/** All chapters in reading order (depth first). */
export function flattenChapters(entries: readonly ContentsEntry[]): ChapterEntry[] {
  return entries.flatMap((entry) =>
    entry.kind === 'chapter' ? [entry, ...flattenChapters(entry.children)] : flattenChapters(entry.children),
  );
}

/** The entries from the top of the tree down to a chapter, the chapter last; empty where there is no such chapter. */
export function pathToChapter(entries: readonly ContentsEntry[], chapterId: string): ContentsEntry[] {
  for (const entry of entries) {
    if (entry.kind === 'chapter' && entry.id === chapterId) return [entry];
    const below = pathToChapter(entry.children, chapterId);
    if (below.length > 0) return [entry, ...below];
  }
  return [];
}

/** The chapters before and after one in reading order. */
export function neighbours(
  entries: readonly ContentsEntry[],
  chapterId: string,
): { previous: ChapterEntry | undefined; next: ChapterEntry | undefined } {
  const all = flattenChapters(entries);
  const at = all.findIndex((chapter) => chapter.id === chapterId);
  if (at < 0) return { previous: undefined, next: undefined };
  return { previous: all[at - 1], next: all[at + 1] };
}

/** The language that is the translation of a chapter in `lang`: the chapter's first other one; undefined where it has no other. */
export function translationLang(
  entries: readonly ContentsEntry[],
  chapterId: string,
  lang: string,
): string | undefined {
  const entry = flattenChapters(entries).find(({ id }) => id === chapterId);
  return entry?.languages.find((candidate) => candidate !== lang);
}

/** The text in `lang`, else in the first language of `fallbacks` that has it, else whatever there is. */
export function localized(text: Localized, lang: string, fallbacks: readonly string[] = []): string {
  for (const candidate of [lang, ...fallbacks]) {
    const found = text[candidate];
    if (found !== undefined) return found;
  }
  return Object.values(text)[0] ?? '';
}
