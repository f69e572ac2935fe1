/** Which part of a book's contents is printed. */
import { flattenChapters } from '../book/contents.ts';
import type { BookManifest, ChapterEntry, ContentsEntry } from '../book/model.ts';
import type { PaperChoice } from './choice.ts';

/** Ids of the chapters of a choice, in reading order. */
export function chosenChapters(
  { id, contents }: Pick<BookManifest, 'id' | 'contents'>,
  { scope, chapters }: Pick<PaperChoice, 'scope' | 'chapters'>,
  currentId: string,
): string[] {
  const all = flattenChapters(contents).map((chapter) => chapter.id);
  if (scope === 'book') return all;
  const wanted = new Set(scope === 'chapter' ? [currentId] : (chapters[id] ?? []));
  return all.filter((chapterId) => wanted.has(chapterId));
}

/** The contents with only these chapters. One that is left out and has others below it stays as a title for them. */
export function prunedContents(entries: readonly ContentsEntry[], ids: ReadonlySet<string>): ContentsEntry[] {
  return entries.flatMap((entry): ContentsEntry[] => {
    const children = prunedContents(entry.children, ids);
    if (entry.kind === 'chapter' && ids.has(entry.id)) return [{ ...entry, children }];
    return children.length === 0 ? [] : [{ kind: 'part', id: entry.id, title: entry.title, children }];
  });
}

/** A chapter with where it stands: what its headings and running titles go by. */
export interface PlannedChapter {
  readonly entry: ChapterEntry;
  /** 1 for a chapter at the top of the contents. */
  readonly level: number;
  /** Titles above it that no chapter has shown yet, outermost first, each with its level. */
  readonly opens: readonly { readonly entry: ContentsEntry; readonly level: number }[];
}

/** The chapters of pruned contents in reading order. */
export function plannedChapters(entries: readonly ContentsEntry[]): PlannedChapter[] {
  const planned: PlannedChapter[] = [];
  let opens: PlannedChapter['opens'] = [];
  const visit = (entry: ContentsEntry, level: number): void => {
    if (entry.kind === 'part') opens = [...opens, { entry, level }];
    else {
      planned.push({ entry, level, opens });
      opens = [];
    }
    for (const child of entry.children) visit(child, level + 1);
  };
  for (const entry of entries) visit(entry, 1);
  return planned;
}
