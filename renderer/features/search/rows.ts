/** The rows of the panel in the order in which keys go through them. */
import type { NoteResult, PanelAnswer, SearchResult } from './result.ts';

export type PanelRow =
  | { readonly kind: 'note'; readonly result: NoteResult }
  /** Leads to all marks that were found. */
  | { readonly kind: 'all-notes' }
  | { readonly kind: 'section'; readonly result: SearchResult };

export interface PanelRows {
  /** Those that are here so far. */
  readonly rows: readonly PanelRow[];
  /** How many there are, fetched or not. */
  readonly count: number;
  /** The row that each group begins with; that of the notes is 0. */
  readonly starts: readonly number[];
}

export function rowsOf({ book, notes }: PanelAnswer): PanelRows {
  const shown = notes.results.map((result): PanelRow => ({ kind: 'note', result }));
  const hasMore = !notes.only && notes.total > notes.results.length;
  const rows: PanelRow[] = hasMore ? [...shown, { kind: 'all-notes' }] : shown;
  const ofNotes = notes.only ? notes.total : rows.length;
  const starts = book.groups.map(({ results }) => {
    const start = rows.length;
    rows.push(...results.map((result): PanelRow => ({ kind: 'section', result })));
    return start;
  });
  return { rows, count: ofNotes + book.listed, starts };
}
