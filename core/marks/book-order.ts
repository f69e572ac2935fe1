/** The order of the book for marks. */
import { flattenChapters } from '../book/contents.ts';
import type { BookManifest } from '../book/model.ts';

/** The section and the number of a block in it. */
export function blockParts(blockId: string): { readonly sectionId: string; readonly number: number } {
  const at = blockId.lastIndexOf('.');
  return { sectionId: blockId.slice(0, at), number: Number(blockId.slice(at + 1)) };
}

/** More than any section has. */
const mostBlocks = 100_000;

/**
 * A number for each block of a book that grows in reading order; undefined for a chapter that the book does not have.
 * Blocks of sections that the contents do not name stand at the beginning of their chapter.
 */
export function bookOrder(
  manifest: Pick<BookManifest, 'contents'>,
  lang: string,
): (chapterId: string, blockId: string) => number | undefined {
  const ranks = new Map<string, number>();
  for (const chapter of flattenChapters(manifest.contents)) {
    ranks.set(chapter.id, ranks.size);
    for (const heading of chapter.headings[lang] ?? Object.values(chapter.headings)[0] ?? []) {
      ranks.set(`${chapter.id}#${heading.id}`, ranks.size);
    }
  }
  return (chapterId, blockId) => {
    const { sectionId, number } = blockParts(blockId);
    const rank = ranks.get(`${chapterId}#${sectionId}`) ?? ranks.get(chapterId);
    return rank === undefined ? undefined : rank * mostBlocks + number;
  };
}
