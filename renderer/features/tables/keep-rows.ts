/**
 * Tables that scroll by themselves keep their row: the two languages of a table scroll as one, and one that is laid out anew, in
 * the other language or at another width, shows the row that it showed. Rows, since both have the same, and pixels differ.
 */

/** What a table shows below its head. */
export interface TableView {
  readonly row: number;
  /** How much of that row is out of sight, 0 to 1. */
  readonly above: number;
  /** How far it is scrolled sideways, 0 to 1 of what can be. */
  readonly aside: number;
  /** Whether its end is in sight: the other's end is, then. */
  readonly atEnd: boolean;
}

const scroller = '.table-scroll';

/**
 * @param views by block id; what was scrolled is added, and what is there already is shown.
 * @param lineOf height of the reading line: what stands above it is put in place with the page.
 * @returns takes it back.
 */
export function keepRows(main: HTMLElement, views: Map<string, TableView>, lineOf: () => number): () => void {
  /** Where we have scrolled tables to: the event that follows is not the reader's. */
  const own = new WeakMap<HTMLElement, string>();

  function show(table: HTMLElement, view: TableView): void {
    const row = rowsOf(table)[view.row]?.getBoundingClientRect();
    if (!row) return;
    if (view.atEnd) table.scrollTop = table.scrollHeight;
    else table.scrollTop += row.top + view.above * row.height - shownFrom(table);
    table.scrollLeft = view.aside * (table.scrollWidth - table.clientWidth);
    own.set(table, positionOf(table));
  }

  function showAgain(tables: Iterable<HTMLElement>): void {
    for (const table of tables) {
      const view = views.get(blockIdOf(table));
      if (view && table.getBoundingClientRect().top >= lineOf()) show(table, view);
    }
  }

  const sizes = new ResizeObserver((entries) =>
    showAgain(entries.flatMap(({ target }) => target.closest<HTMLElement>(scroller) ?? [])),
  );
  const onScroll = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || !target.matches(scroller) || own.get(target) === positionOf(target)) return;
    const view = viewOf(target);
    views.set(blockIdOf(target), view);
    own.set(target, positionOf(target));
    for (const table of tablesOf(target)) {
      if (table !== target) show(table, view);
      sizes.observe(table.firstElementChild ?? table);
    }
  };
  // Another language, or a chapter whose blocks come one after the other.
  const added = new MutationObserver((records) => {
    if (views.size === 0) return;
    const nodes = records.flatMap(({ addedNodes }) => Array.from(addedNodes));
    showAgain(
      nodes.flatMap((node) =>
        node instanceof HTMLElement
          ? [...(node.matches(scroller) ? [node] : []), ...node.querySelectorAll<HTMLElement>(scroller)]
          : [],
      ),
    );
  });

  showAgain(main.querySelectorAll<HTMLElement>(scroller));
  main.addEventListener('scroll', onScroll, { capture: true, passive: true });
  added.observe(main, { childList: true, subtree: true });
  return () => {
    main.removeEventListener('scroll', onScroll, { capture: true });
    added.disconnect();
    sizes.disconnect();
  };
}

function viewOf(table: HTMLElement): TableView {
  const from = shownFrom(table);
  const rows = rowsOf(table).map((element) => element.getBoundingClientRect());
  const row = Math.max(
    0,
    rows.findLastIndex(({ top }) => top <= from + 0.5),
  );
  const { top, height } = rows[row] ?? { top: from, height: 1 };
  const aside = table.scrollWidth - table.clientWidth;
  return {
    row,
    above: Math.min(1, Math.max(0, (from - top) / height)),
    aside: aside > 0 ? table.scrollLeft / aside : 0,
    atEnd: table.scrollTop > 0 && table.scrollTop + table.clientHeight >= table.scrollHeight - 1,
  };
}

function rowsOf(table: HTMLElement): HTMLElement[] {
  return Array.from(table.querySelectorAll<HTMLElement>('tbody tr'));
}

/** Where rows come into sight: below the head, which stays. */
function shownFrom(table: HTMLElement): number {
  return table.getBoundingClientRect().top + (table.querySelector('thead')?.getBoundingClientRect().height ?? 0);
}

function positionOf({ scrollTop, scrollLeft }: HTMLElement): string {
  return `${Math.round(scrollTop)} ${Math.round(scrollLeft)}`;
}

/** The block of the text that the table is in; a translation belongs to the block before it. */
function blockOf(table: HTMLElement): HTMLElement | null {
  const block = table.closest<HTMLElement>('.block');
  return block?.dataset.block === undefined ? (block?.previousElementSibling as HTMLElement | null) : block;
}

function blockIdOf(table: HTMLElement): string {
  return blockOf(table)?.dataset.block ?? '';
}

/** A table and its translation, where both are shown. */
function tablesOf(table: HTMLElement): HTMLElement[] {
  const block = blockOf(table);
  const below = block?.nextElementSibling;
  const texts = [block, below instanceof HTMLElement && below.dataset.side === 'translation' ? below : null];
  return texts.flatMap((text) => text?.querySelector<HTMLElement>(scroller) ?? []);
}
