/** What the worker does not know yet of the reader's marks. */
import type { SearchedMark } from '../../core/search/notes.ts';

export interface MarksNews {
  /** As they are now; without what is not searched. */
  readonly changed: readonly SearchedMark[];
  readonly removed: readonly string[];
}

/** A function that compares the marks with those it was given before: a mark that has changed is another object. */
export function createMarksNews(): (marks: readonly SearchedMark[]) => MarksNews {
  let told: ReadonlyMap<string, SearchedMark> = new Map();
  let last: readonly SearchedMark[] = [];
  return (marks) => {
    if (marks === last) return { changed: [], removed: [] };
    const now = new Map(marks.map((mark) => [mark.id, mark]));
    const changed = marks.filter((mark) => told.get(mark.id) !== mark).map(searchedPart);
    const removed = Array.from(told.keys()).filter((id) => !now.has(id));
    [told, last] = [now, marks];
    return { changed, removed };
  };
}

function searchedPart({ id, kind, label, body, tags, anchor, clock }: SearchedMark): SearchedMark {
  return { id, kind, label, body, tags, anchor, clock };
}
