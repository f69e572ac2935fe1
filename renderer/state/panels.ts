/** Which panels are open. */

export interface PanelsState {
  /** The contents as a drawer (narrow windows). */
  readonly drawerOpen: boolean;
  readonly shortcutsOpen: boolean;
  readonly paletteOpen: boolean;
  /** The block whose menu is open. */
  readonly menuBlockId: string | undefined;
  /** The outside address the reader is being asked about. */
  readonly askedAddress: string | undefined;
  /** Ids of contents entries that are folded. */
  readonly folded: ReadonlySet<string>;
}

export const noPanels: PanelsState = {
  drawerOpen: false,
  shortcutsOpen: false,
  paletteOpen: false,
  menuBlockId: undefined,
  askedAddress: undefined,
  folded: new Set(),
};

export function foldToggled(state: PanelsState, entryId: string): PanelsState {
  const folded = new Set(state.folded);
  if (!folded.delete(entryId)) folded.add(entryId);
  return { ...state, folded };
}

/** Unfolds entries; the same state where none of them was folded. */
export function unfolded(state: PanelsState, entryIds: readonly string[]): PanelsState {
  if (!entryIds.some((id) => state.folded.has(id))) return state;
  return { ...state, folded: new Set([...state.folded].filter((id) => !entryIds.includes(id))) };
}
