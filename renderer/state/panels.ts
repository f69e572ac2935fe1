/** Which panels are open. */
import type { OpenContextMenu } from './context-menu.ts';
import type { Packing } from './packing.ts';
import type { TrailPoint } from '../../core/contract/trail.ts';

export interface PanelsState {
  /** The contents as a drawer (narrow windows). */
  readonly drawerOpen: boolean;
  /** Whether nothing but the text is shown. */
  readonly textAlone: boolean;
  readonly shortcutsOpen: boolean;
  /** Whether the panel about the program is open. */
  readonly aboutOpen: boolean;
  readonly paletteOpen: boolean;
  /** Whether the panel that searches the book is open. */
  readonly searchOpen: boolean;
  /** Whether the dialog for print and export is open. */
  readonly paperOpen: boolean;
  /** Whether the shelf is open. */
  readonly shelfOpen: boolean;
  /** Whether the panel about the folder of notes is open. */
  readonly notesFolderOpen: boolean;
  /** A book that was dropped on the window, until the shelf has taken it. */
  readonly droppedBook: Promise<Packing> | undefined;
  /** A zip that the system handed over, until the shelf has taken it. */
  readonly arrivedBook: { readonly id: string; readonly name: string } | undefined;
  /** A file of marks that the system handed over or that was dropped on the window, until it has been looked at. */
  readonly arrivedMarks: { readonly name: string; readonly text: string } | undefined;
  /** Whether the terms of the section are listed. */
  readonly termsOpen: boolean;
  /** The block whose menu is open. */
  readonly menuBlockId: string | undefined;
  /** A context menu that the page draws, while it is open. */
  readonly contextMenu: OpenContextMenu | undefined;
  /** How often the settings were asked for while their panel was not on the page; it stays once it is. */
  readonly settingsAsked: number;
  /** The figure in the viewer, by its number from 0 among those on the page. */
  readonly openFigure: number | undefined;
  /** The placeholder whose value the reader is being asked for. */
  readonly askedPlaceholder: string | undefined;
  /** The outside address the reader is being asked about. */
  readonly askedAddress: string | undefined;
  /** Where the reader was before the last jump, while the way back is offered. */
  readonly cameFrom: TrailPoint | undefined;
  /** Ids of contents entries that are folded. */
  readonly folded: ReadonlySet<string>;
}

export const noPanels: PanelsState = {
  drawerOpen: false,
  textAlone: false,
  shortcutsOpen: false,
  aboutOpen: false,
  paletteOpen: false,
  searchOpen: false,
  paperOpen: false,
  shelfOpen: false,
  notesFolderOpen: false,
  droppedBook: undefined,
  arrivedBook: undefined,
  arrivedMarks: undefined,
  termsOpen: false,
  menuBlockId: undefined,
  contextMenu: undefined,
  settingsAsked: 0,
  openFigure: undefined,
  askedPlaceholder: undefined,
  askedAddress: undefined,
  cameFrom: undefined,
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
