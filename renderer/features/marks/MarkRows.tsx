import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { movedRow } from '../../ui/list-keys.ts';
import { MarkEntry, type EntryContext } from './MarkEntry.tsx';
import styles from './MarksPage.module.css';

export interface MarkRowsProps {
  readonly context: EntryContext;
  readonly label: string;
  readonly marks: readonly PlacedMark[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onDelete: (marks: readonly PlacedMark[]) => void;
}

/** What an entry is high before it has been drawn, in CSS pixels. */
const usualHeightPx = 92;

/**
 * The marks one below the other; only those in sight are drawn, so that ten thousand scroll like ten. One entry at a time
 * is a stop of the Tab key; the arrow keys go from one to the next.
 */
export function MarkRows({ context, label, marks, chosen, onChoose, onDelete }: MarkRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [renamed, setRenamed] = useState<string>();
  /** From where Shift selects on. */
  const from = useRef(0);
  /** An entry that is to have the focus as soon as it is drawn. */
  const wanted = useRef<number>(undefined);
  // It keeps its own state and asks to be called anew with each scroll: what the compiler of React would leave out.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeightPx,
    overscan: 6,
    getItemKey: (at) => marks[at]?.id ?? at,
  });
  const at = Math.min(current, marks.length - 1);

  // What had the focus was deleted: it goes on with the entry that takes its place, or that comes back.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused !== document.body && focused !== scroller.current) return;
    if (marks.length === 0) scroller.current?.focus();
    else wanted.current = at;
  }, [marks, at]);

  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const box = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] input[type="checkbox"]`);
    if (!box) return;
    wanted.current = undefined;
    box.focus({ preventScroll: true });
  });

  function focusRow(row: number): void {
    setCurrent(row);
    wanted.current = row;
    rows.scrollToIndex(row);
  }

  function choose(row: number, on: boolean, withShift: boolean): void {
    const [first, last] = withShift ? [Math.min(from.current, row), Math.max(from.current, row)] : [row, row];
    const next = new Set(chosen);
    for (const { id } of marks.slice(first, last + 1)) {
      if (on) next.add(id);
      else next.delete(id);
    }
    if (!withShift) from.current = row;
    setCurrent(row);
    onChoose(next);
  }

  function onFocus(event: FocusEvent): void {
    const row = event.target.closest<HTMLElement>('[data-index]')?.dataset.index;
    if (row !== undefined) setCurrent(Number(row));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const mark = marks[at];
    if (!mark || !target || target.matches('input[type="text"]')) return;
    const withMod = event.ctrlKey || event.metaKey;
    if (withMod && event.key.toLowerCase() === 'a') onChoose(new Set(marks.map(({ id }) => id)));
    else if (event.altKey || withMod) return;
    else if (event.key === 'F2') setRenamed(mark.id);
    else if (event.key === 'Delete') {
      const some = marks.filter(({ id }) => chosen.has(id));
      onDelete(some.length > 0 ? some : [mark]);
    } else if (event.key === 'Enter' && target.matches('input[type="checkbox"]')) context.onGo(mark);
    else {
      const moved = movedRow(event.key, at, marks.length);
      if (moved === undefined) return;
      if (event.shiftKey) choose(moved, true, true);
      focusRow(moved);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={scroller} tabIndex={-1} className={styles.scroller}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys come up from the entries */}
      <ul
        className={styles.list}
        aria-label={label}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const mark = marks[index];
          return (
            mark && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                data-mark={mark.id}
                aria-setsize={marks.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <MarkEntry
                  context={context}
                  mark={mark}
                  isChosen={chosen.has(mark.id)}
                  isCurrent={index === at}
                  isRenamed={mark.id === renamed}
                  onChoose={(on, withShift) => choose(index, on, withShift)}
                  onRename={() => setRenamed(mark.id)}
                  onRenamed={(name) => {
                    setRenamed(undefined);
                    if (name !== undefined && name !== (mark.label ?? '')) context.onRename(mark, name);
                    wanted.current = index;
                  }}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
