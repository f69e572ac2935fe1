/** Answers of the search, set in order for the panel: by chapter, under the names that the contents have. */
import { flattenChapters, localized, pathToChapter } from '../../core/book/contents.ts';
import type { BookManifest, ContentsEntry } from '../../core/book/model.ts';
import type { PlacedMark } from '../../core/contract/marks.ts';
import type { NotesAnswer } from '../../core/search/notes.ts';
import type { Answer } from '../../core/search/search.ts';
import type { NoteResult, PartCount, ResultGroup, SearchOutcome } from '../features/search/result.ts';
import { placeName, placeOf } from './marks/places.ts';

/** How good an answer is; of several languages the best one says what the whole is. */
const kinds = ['exact', 'other-script', 'other-name', 'near', 'nothing'] as const;

/** @param lang language of the names of parts, which may hold answers in several languages */
export function toOutcome(answers: readonly Answer[], manifest: BookManifest, lang: string): SearchOutcome {
  const found = answers.map(({ kind }) => kind);
  return {
    kind: kinds.find((kind) => found.includes(kind)) ?? 'nothing',
    total: sum(answers.map(({ total }) => total)),
    exactTotal: sum(answers.map(({ exactTotal }) => exactTotal)),
    otherScriptTotal: sum(answers.map(({ otherScriptTotal }) => otherScriptTotal)),
    listed: sum(answers.map(({ listed }) => listed)),
    groups: answers.flatMap((answer) => groupsOf(answer, manifest)),
    parts: partsOf(answers, manifest, lang),
    corrections: answers.flatMap(({ corrections }) => corrections),
  };
}

/** The answers with the hits of those that go on where they end. */
export function continued(answers: readonly Answer[], more: readonly Answer[]): Answer[] {
  return answers.map((answer, at) => ({ ...answer, hits: [...answer.hits, ...(more[at]?.hits ?? [])] }));
}

function groupsOf({ hits, lang, chapters }: Answer, manifest: BookManifest): ResultGroup[] {
  return Array.from(
    Map.groupBy(hits, ({ chapterId }) => chapterId),
    ([chapterId, own]) => ({
      chapterId,
      lang,
      title: pathToChapter(manifest.contents, chapterId)
        .map(({ title }) => localized(title, lang, manifest.languages))
        .join(' › '),
      count: chapters.find((chapter) => chapter.chapterId === chapterId)?.count ?? own.length,
      results: own.map((hit) => ({ hit, path: [...hit.trail.slice(1), hit.title] })),
    }),
  );
}

/** The marks that were found, with their places; one that has gone since is left out. */
export function toNotes(
  { hits }: NotesAnswer,
  marks: readonly PlacedMark[],
  manifest: BookManifest,
  lang: string,
): NoteResult[] {
  const known = new Map(marks.map((mark) => [mark.id, mark]));
  return hits.flatMap((hit) => {
    const mark = known.get(hit.markId);
    if (!mark) return [];
    const placed = placeOf(mark);
    const at = placed ? { chapterId: placed.chapterId, blockId: placed.range.blockId } : mark.anchor;
    return [{ hit, lang, place: at ? placeName(manifest, lang, at) : '' }];
  });
}

/** The top of the contents: parts with their chapters, and chapters that stand in none; those without results are left out. */
function partsOf(answers: readonly Answer[], manifest: BookManifest, lang: string): PartCount[] {
  const counts = new Map<string, number>();
  for (const { chapterId, count } of answers.flatMap(({ chapters }) => chapters)) {
    counts.set(chapterId, (counts.get(chapterId) ?? 0) + count);
  }
  return manifest.contents
    .map((entry) => {
      const chapterIds = chaptersOf(entry);
      const count = sum(chapterIds.map((id) => counts.get(id) ?? 0));
      return { id: entry.id, title: localized(entry.title, lang, manifest.languages), chapterIds, count };
    })
    .filter(({ count }) => count > 0);
}

function chaptersOf(entry: ContentsEntry): string[] {
  return flattenChapters([entry]).map(({ id }) => id);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
