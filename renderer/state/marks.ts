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
}

export interface MarksState {
  /** In the order of their making. */
  readonly list: readonly PlacedMark[];
  /** Notes that were not finished when Recto ended. */
  readonly drafts: readonly Draft[];
  readonly history: MarkHistory;
  readonly open: OpenNote | undefined;
  readonly panelOpen: boolean;
}

export const noMarks: MarksState = {
  list: [],
  drafts: [],
  history: { undo: null, redo: null },
  open: undefined,
  panelOpen: false,
};

export function marksRead(state: MarksState, { marks, drafts, history }: MarksOfBook): MarksState {
  return { ...state, list: marks, drafts, history };
}

/** What was changed here or in another window. The same news twice, or late, changes nothing. */
export function marksChanged(state: MarksState, { changed, removed, history }: MarksChanged): MarksState {
  const news = new Map(changed.map((mark) => [mark.id, mark]));
  const gone = new Set(removed);
  const kept = state.list.flatMap((mark) => {
    const other = news.get(mark.id);
    news.delete(mark.id);
    if (gone.has(mark.id)) return [];
    return [other !== undefined && other.revision >= mark.revision ? other : mark];
  });
  const list = news.size === 0 ? kept : [...kept, ...news.values()].sort((a, b) => a.sequence - b.sequence);
  return { ...state, list, history };
}
