/** A context menu: what it is about and what it offers. */
import type { ContextItem } from '../../core/menu/context-items.ts';

export interface Offer {
  readonly id: ContextItem;
  /** Items of one group stand together. */
  readonly group: number;
  /** The first key of the command that does the same. */
  readonly key?: string | undefined;
  readonly run: () => void;
}

export interface ContextMenu {
  /** What it is about, for those who hear it. */
  readonly label: string;
  readonly offers: readonly Offer[];
}

/** One that the page draws itself, while it is open. */
export interface OpenContextMenu extends ContextMenu {
  /** Where it opens, in CSS pixels of the window. */
  readonly at: { readonly left: number; readonly top: number };
  /** What had the focus, and has it again. */
  readonly from: Element | null;
}
