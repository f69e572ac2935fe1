/** The marks of the open book as the page knows them, and which of them is open. */
import type { Draft, MarkHistory, MarksChanged, MarksOfBook, PlacedMark, Spot } from '../../core/contract/marks.ts';

/** A note that is being read or written: that of a mark, or with `spot` one that is to be made. */
export interface OpenNote {
  readonly id: string;
  readonly spot: Spot | null;
  /** The words a new note is about; empty where it is about more than a passage. */
  readonly quote: string;
  /** What stands in the field at first: the note, or a draft that was kept. */
  readonly body: string;
  /** The version of its mark that a draft was begun on. */
  readonly revision?: number | undefined;
}

export interface MarksState {
  /** In the order of their making. */
  readonly list: readonly PlacedMark[];
  /** How many are still on their way from the host. */
  readonly coming: number;
  /** Notes that were not finished when Recto ended. */
  readonly drafts: readonly Draft[];
  readonly history: MarkHistory;
  readonly open: OpenNote | undefined;
  readonly panelOpen: boolean;
}

export const noMarks: MarksState = {
  list: [],
  coming: 0,
  drafts: [],
  history: { undo: null, redo: null },
  open: undefined,
  panelOpen: false,
};

/** A part of what the host has came in. */
export function marksRead(state: MarksState, { marks, drafts, history, total }: MarksOfBook): MarksState {
  const list = merged(state.list, marks, new Set());
  return { ...state, list, coming: Math.max(0, total - list.length), drafts, history };
}

/** Everything has been read: marks that are not among `ids` are no longer there. */
export function marksComplete(state: MarksState, ids: ReadonlySet<string>): MarksState {
  const isGone = state.list.some(({ id }) => !ids.has(id));
  return { ...state, coming: 0, list: isGone ? state.list.filter(({ id }) => ids.has(id)) : state.list };
}

/** What was changed here or in another window. The same news twice, or late, changes nothing. */
export function marksChanged(state: MarksState, { changed, removed, history }: MarksChanged): MarksState {
  return { ...state, list: merged(state.list, changed, new Set(removed)), history };
}

/** Of two versions of a mark the later one stays. The list itself, where there is nothing new. */
function merged(
  list: readonly PlacedMark[],
  marks: readonly PlacedMark[],
  gone: ReadonlySet<string>,
): readonly PlacedMark[] {
  const news = new Map(marks.filter(({ id }) => !gone.has(id)).map((mark) => [mark.id, mark]));
  const kept: PlacedMark[] = [];
  let isSame = true;
  for (const mark of list) {
    const other = news.get(mark.id);
    if (other) news.delete(mark.id);
    const isNewer = other !== undefined && (other.revision > mark.revision || isMoved(mark, other));
    const isGone = gone.has(mark.id);
    if (isNewer || isGone) isSame = false;
    if (!isGone) kept.push(isNewer ? other : mark);
  }
  if (news.size === 0) return isSame ? list : kept;
  const all = [...kept, ...news.values()];
  // A hundred thousand are sorted only where that is needed: one that was made just now comes last.
  const isLast = news.size === 1 && Number(all.at(-1)?.sequence) > Number(kept.at(-1)?.sequence);
  return isLast ? all : all.sort((a, b) => a.sequence - b.sequence);
}

/** The same version, which the host has found in another place since: the book has changed. */
function isMoved(mark: PlacedMark, other: PlacedMark): boolean {
  return other.revision === mark.revision && JSON.stringify(mark.placement) !== JSON.stringify(other.placement);
}
