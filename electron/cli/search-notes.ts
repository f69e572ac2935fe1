/** What the reader wrote, for `recto search "… in:notes"`. */
import { placeNames } from '../../core/marks/exchange/place-names.ts';
import type { BookManifest } from '../../core/book/model.ts';
import type { Mark } from '../../core/marks/mark.ts';
import { searchNotes, type NoteHit } from '../../core/search/notes.ts';
import type { ParsedQuery } from '../../core/search/parse-query.ts';
import { defaultDataFolder } from '../services/data-folder.ts';
import type { Output } from './command.ts';
import { withStore } from './marks/open.ts';

export interface FoundNotes {
  readonly total: number;
  /** As results of `--json`, and as lines. */
  readonly asJson: readonly unknown[];
  readonly asText: readonly string[];
}

/** Searches the marks of a book outside the bin. Throws a MarksFailure where there is no data folder. */
export function findNotes(
  manifest: BookManifest,
  query: ParsedQuery,
  limit: number,
  dataFolder: string | undefined,
  output: Output,
): Promise<FoundNotes> {
  return withStore({ dataFolder: dataFolder ?? defaultDataFolder() }, output, false, ({ store }) => {
    const marks = new Map(store.marks.list(manifest.id).map((mark) => [mark.id, mark]));
    const names = placeNames(manifest);
    const { total, hits } = searchNotes(marks.values(), query, limit);
    const found = hits.flatMap((hit) => {
      const mark = marks.get(hit.markId);
      return mark ? [{ hit, mark }] : [];
    });
    return Promise.resolve({
      total,
      asJson: found.map(({ hit, mark }) => noteAsJson(hit, mark)),
      asText: found.map(({ hit, mark }) => noteAsText(hit, names.place(mark).path)),
    });
  });
}

function noteAsJson({ markId, kind, field, excerpt, ranges }: NoteHit, { anchor }: Mark): unknown {
  return {
    mark: markId,
    kind,
    lang: anchor?.lang ?? null,
    chapter: anchor?.chapterId ?? null,
    section: anchor?.sectionId ?? null,
    block: anchor?.blockId ?? null,
    field,
    excerpt: excerpt.text,
    offsets: ranges,
  };
}

function noteAsText({ kind, excerpt }: NoteHit, path: readonly string[]): string {
  // Without anything that a terminal would obey.
  const words = excerpt.text.replace(/\p{Cc}/gu, ' ');
  return `= ${kind}${path.length === 0 ? '' : ` ${path.join(' › ')}`}\n    ${words}`;
}
