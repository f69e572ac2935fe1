/** What a key does in the contents, as a plain rule over the rows that are visible. */

export interface ContentsRow {
  readonly id: string;
  readonly depth: number;
  /** Whether the row can be folded and is open, is closed, or has nothing to fold. */
  readonly fold: 'open' | 'closed' | 'none';
}

export type ContentsMove = { readonly focus: number } | { readonly toggle: number } | undefined;

/**
 * The move for `key` with the focus on row `at`: up and down go from row to row, left folds or goes to the row above
 * in the tree, right unfolds or goes into it, Home and End go to the ends. Undefined: not our key, or nothing to do.
 */
export function moveInContents(rows: readonly ContentsRow[], at: number, key: string): ContentsMove {
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
      return at + 1 < rows.length ? { focus: at + 1 } : undefined;
    case 'ArrowUp':
      return at > 0 ? { focus: at - 1 } : undefined;
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: rows.length - 1 };
    case 'ArrowRight': {
      if (row.fold === 'closed') return { toggle: at };
      return (rows[at + 1]?.depth ?? 0) > row.depth ? { focus: at + 1 } : undefined;
    }
    case 'ArrowLeft': {
      if (row.fold === 'open') return { toggle: at };
      const parent = rows.findLastIndex((other, index) => index < at && other.depth < row.depth);
      return parent >= 0 ? { focus: parent } : undefined;
    }
    default:
      return undefined;
  }
}
