/** Where marks stand in the book, for their order and for their names. */
import { flattenChapters, localized } from '../../../core/book/contents.ts';
import { headingPath } from '../../../core/book/heading-path.ts';
import type { BookManifest } from '../../../core/book/model.ts';
import type { MarkPlacement, PlacedMark } from '../../../core/contract/marks.ts';

type Placed = Extract<MarkPlacement, { kind: 'placed' }>;

/** Undefined for a mark on the whole book, and for one that needs a place. */
export function placeOf({ placement }: Pick<PlacedMark, 'placement'>): Placed | undefined {
  return placement.kind === 'placed' ? placement : undefined;
}

/** The section and the number of a block in it. */
function blockParts(blockId: string): { readonly sectionId: string; readonly number: number } {
  const at = blockId.lastIndexOf('.');
  return { sectionId: blockId.slice(0, at), number: Number(blockId.slice(at + 1)) };
}

const mostBlocks = 100_000;

/** The order of the book for `sortMarks`; blocks that the contents do not name stand at the beginning of their chapter. */
export function bookRank(
  manifest: BookManifest,
  lang: string,
): (mark: Pick<PlacedMark, 'placement'>) => number | undefined {
  const sections = new Map<string, number>();
  let rank = 0;
  for (const chapter of flattenChapters(manifest.contents)) {
    sections.set(chapter.id, (rank += 1));
    for (const heading of chapter.headings[lang] ?? Object.values(chapter.headings)[0] ?? []) {
      sections.set(`${chapter.id}#${heading.id}`, (rank += 1));
    }
  }
  return ({ placement }) => {
    if (placement.kind === 'book') return -1;
    if (placement.kind === 'lost') return undefined;
    const { sectionId, number } = blockParts(placement.range.blockId);
    const section = sections.get(`${placement.chapterId}#${sectionId}`) ?? sections.get(placement.chapterId);
    return section === undefined ? undefined : section * mostBlocks + number;
  };
}

/** A place in words: chapter and headings, outermost first. */
export function placeName(
  manifest: BookManifest,
  lang: string,
  place: { readonly chapterId: string; readonly blockId: string },
): string {
  const entry = flattenChapters(manifest.contents).find(({ id }) => id === place.chapterId);
  if (!entry) return place.chapterId;
  const headings = entry.headings[lang] ?? Object.values(entry.headings)[0] ?? [];
  const path = headingPath(headings, blockParts(place.blockId).sectionId);
  return [localized(entry.title, lang, manifest.languages), ...path.map(({ title }) => title)].join(' › ');
}
