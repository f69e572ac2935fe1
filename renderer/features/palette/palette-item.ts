import type { MarkKind } from '../../../core/marks/mark.ts';
import type { RankedItem } from '../../../core/palette/rank.ts';

export type PaletteKind = 'chapter' | 'heading' | 'term' | 'figure' | 'command' | 'text' | MarkKind;

/** Something the palette leads to. */
export interface PaletteItem extends RankedItem {
  /** Unlike that of any other item. */
  readonly id: string;
  readonly kind: PaletteKind;
  /** Languages of `names`, by index. */
  readonly languages: readonly string[];
  /** Where it stands, from the outside in; shown below the name. */
  readonly path: readonly string[];
  /** Keys that do the same, as they are printed. */
  readonly keys?: readonly string[] | undefined;
  readonly run: () => void;
}

/** A line of the list: an item, and what of it was matched. */
export interface PaletteRow {
  readonly item: PaletteItem;
  /** Index of the matched name; 0 where nothing was typed. */
  readonly name: number;
  /** Code points of that name, `[start, end)` pairs. */
  readonly ranges: readonly (readonly [number, number])[];
}
