import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import {
  filterMarks,
  markOrders,
  sortMarks,
  type BookRank,
  type MarkFilter,
  type MarkOrder,
} from '../../../core/marks/select.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { BulkBar, type BulkBarProps } from './BulkBar.tsx';
import { filtersOn, MarkFacets, type FacetNames } from './MarkFacets.tsx';
import type { EntryContext } from './MarkEntry.tsx';
import { MarkRows } from './MarkRows.tsx';
import styles from './MarksPage.module.css';
import { useMarksFolded } from './use-marks-folded.ts';

export type MarksTab = 'marks' | 'bin';

export interface MarksPageProps {
  readonly context: EntryContext;
  readonly closeLabel: string;
  /** Whether there is room for the facets beside the list; else the reader folds them out. */
  readonly facetsOpen: boolean;
  /** Keys that make marks, as they are printed. */
  readonly keys: { readonly bookmark: string | undefined; readonly note: string | undefined };
  readonly names: FacetNames;
  readonly marks: readonly PlacedMark[];
  /** How many more are on their way. */
  readonly coming: number;
  readonly rank: BookRank<PlacedMark>;
  /** What has just been done, in words; empty before anything. */
  readonly said: string;
  readonly can: Readonly<Record<'undo' | 'redo', boolean>>;
  readonly tab: MarksTab;
  readonly onTab: (tab: MarksTab) => void;
  readonly onTurn: (direction: 'undo' | 'redo') => void;
  readonly onPatch: BulkBarProps['onPatch'];
  readonly onDelete: (marks: readonly PlacedMark[]) => void;
  readonly onNote: (on: 'book' | 'chapter') => void;
  readonly onClose: () => void;
  /** The bin. */
  readonly bin: ReactNode;
  /** What stands at the foot: ways out and in. */
  readonly children: ReactNode;
}

/** All marks of the book: found, put in order, gone to, changed many at a time; and what was deleted. */
export function MarksPage(props: MarksPageProps) {
  const { context, closeLabel, marks, coming, rank, said, can, tab, onTab, onTurn, onClose } = props;
  const { words, listWords } = context;
  const [filter, setFilter] = useState<MarkFilter>({});
  const [cleared, setCleared] = useState(0);
  const [order, setOrder] = useState<MarkOrder>('book');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const tabId = useId();
  // A key is shown in its field before ten thousand marks are looked through.
  const asked = useDeferredValue(filter);
  // Put in order once, not with every key of a search.
  const sorted = useMemo(() => sortMarks(marks, order, rank), [marks, order, rank]);
  const found = useMemo(() => filterMarks(sorted, asked), [sorted, asked]);
  const selected = useMemo(() => found.filter(({ id }) => chosen.has(id)), [found, chosen]);
  useMarksFolded(marks);
  const on = filtersOn(filter);
  const isEmpty = marks.length + coming === 0;

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    const key = event.key.toLowerCase();
    const direction = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
    if (!direction) return;
    event.preventDefault();
    if (can[direction]) onTurn(direction);
  }

  const facets = (
    <MarkFacets
      key={cleared}
      words={words}
      listWords={listWords}
      names={props.names}
      marks={marks}
      filter={filter}
      counted={asked}
      onChange={setFilter}
      onClear={() => {
        setCleared(cleared + 1);
        setFilter(filter.text === undefined ? {} : { text: filter.text });
      }}
    />
  );

  return (
    <Dialog title={words.title} closeLabel={closeLabel} onClose={onClose} shape="page">
      {/* Undo and redo, as in the text: keys come up from whatever has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.page} onKeyDown={onKeyDown}>
        <div className={styles.bar}>
          <span id={tabId} className="visually-hidden">
            {listWords.showing}
          </span>
          <Choice
            labelledBy={tabId}
            value={tab}
            options={(['marks', 'bin'] as const).map((value) => ({ value, label: listWords.tabs[value] }))}
            onChange={onTab}
          />
          {tab === 'marks' && !isEmpty && (
            <input
              type="search"
              aria-label={words.search}
              placeholder={words.search}
              onChange={(event) => setFilter({ ...filter, text: event.target.value })}
            />
          )}
          {tab === 'marks' && !isEmpty && (
            <select
              aria-label={words.order}
              value={order}
              onChange={(event) => setOrder(markOrders.find((one) => one === event.target.value) ?? 'book')}
            >
              {markOrders.map((one) => (
                <option key={one} value={one}>
                  {words.orders[one]}
                </option>
              ))}
            </select>
          )}
          <IconButton icon="undo" label={words.undo} disabled={!can.undo} onClick={() => onTurn('undo')} />
        </div>
        {tab === 'bin' ? (
          <div className={styles.scroller}>{props.bin}</div>
        ) : (
          <div className={styles.columns} data-empty={isEmpty || undefined}>
            <details className={styles.folded} open={props.facetsOpen}>
              <summary>{on === 0 ? listWords.filter : listWords.filtersOn(on)}</summary>
              {facets}
            </details>
            <div className={styles.found}>
              <div className={isEmpty ? styles.empty : styles.status}>
                {isEmpty && <Icon name="bookmark" />}
                {found.length > 0 && (
                  <label>
                    <input
                      type="checkbox"
                      checked={selected.length === found.length}
                      onChange={(event) => setChosen(new Set(event.target.checked ? found.map(({ id }) => id) : []))}
                    />
                    {selected.length === 0 ? words.selectAll : words.selected(selected.length)}
                  </label>
                )}
                <p role="status">
                  {marks.length === 0
                    ? words.empty(props.keys)
                    : found.length === 0
                      ? words.nothing
                      : words.shown(found.length, marks.length + coming)}
                </p>
              </div>
              {selected.length > 0 && (
                <BulkBar
                  words={words}
                  listWords={listWords}
                  marks={selected}
                  onPatch={props.onPatch}
                  onDelete={props.onDelete}
                  onClear={() => setChosen(new Set())}
                />
              )}
              <MarkRows
                context={context}
                label={words.title}
                marks={found}
                chosen={chosen}
                onChoose={setChosen}
                onDelete={props.onDelete}
              />
            </div>
          </div>
        )}
        <p role="status" className={styles.said}>
          {said}
        </p>
        <details className={`${styles.folded} ${styles.footer}`}>
          <summary>{listWords.more}</summary>
          <div className={styles.foot}>
            <div className={styles.notes}>
              <Button onClick={() => props.onNote('book')}>{listWords.noteOnBook}</Button>
              <Button onClick={() => props.onNote('chapter')}>{listWords.noteOnChapter}</Button>
            </div>
            {props.children}
          </div>
        </details>
      </div>
    </Dialog>
  );
}
