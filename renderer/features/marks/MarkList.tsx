import { useMemo, useState } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { markColors, markKinds, markStates, type MarkColor } from '../../../core/marks/mark.ts';
import {
  filterMarks,
  markOrders,
  sortMarks,
  type BookRank,
  type MarkFilter,
  type MarkOrder,
} from '../../../core/marks/select.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import { Exchange, type ExchangeProps } from './Exchange.tsx';
import { useMarksFolded } from './use-marks-folded.ts';
import { MarkEntry, type MarkEntryProps } from './MarkEntry.tsx';
import styles from './MarkList.module.css';

export interface MarkListProps extends Pick<MarkEntryProps, 'links' | 'placeOf' | 'dateOf' | 'onPut'> {
  readonly words: MarkMessages;
  readonly closeLabel: string;
  readonly marks: readonly PlacedMark[];
  /** How many more are on their way. */
  readonly coming: number;
  readonly rank: BookRank<PlacedMark>;
  readonly onGo: (mark: PlacedMark) => void;
  readonly onDelete: (marks: readonly PlacedMark[]) => void;
  readonly onColor: (marks: readonly PlacedMark[], color: MarkColor) => void;
  readonly onTag: (marks: readonly PlacedMark[], tag: string) => void;
  readonly exchange: Pick<ExchangeProps, 'bookId' | 'onExport' | 'onImport'>;
  readonly onClose: () => void;
}

/** As many are drawn at first, and with each step. */
const portion = 100;

/** All marks of the book: found, put in order, gone to, changed many at a time. */
export function MarkList(props: MarkListProps) {
  const { words, closeLabel, marks, coming, rank, onGo, onDelete, onColor, onTag, onClose } = props;
  const [filter, setFilter] = useState<MarkFilter>({});
  const [order, setOrder] = useState<MarkOrder>('book');
  const [limit, setLimit] = useState(portion);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tag, setTag] = useState('');
  const tags = useMemo(() => [...new Set(marks.flatMap((mark) => mark.tags))].sort(), [marks]);
  // Put in order once, not with every key of a search.
  const sorted = useMemo(() => sortMarks(marks, order, rank), [marks, order, rank]);
  const found = useMemo(() => filterMarks(sorted, filter), [sorted, filter]);
  useMarksFolded(marks);
  const selected = found.filter(({ id }) => chosen.has(id));

  const narrow = (patch: MarkFilter): void => {
    setFilter({ ...filter, ...patch });
    setLimit(portion);
  };
  const choose = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const select = <V extends string>(
    label: string,
    values: readonly V[],
    name: (value: V) => string,
    apply: (value: V | undefined) => void,
  ) => (
    <select
      aria-label={label}
      defaultValue=""
      onChange={(event) => apply(values.find((value) => value === event.target.value))}
    >
      <option value="">{`${label}: ${words.all}`}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {name(value)}
        </option>
      ))}
    </select>
  );

  return (
    <Dialog title={words.title} closeLabel={closeLabel} onClose={onClose}>
      <div className={styles.panel}>
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          onChange={(event) => narrow({ text: event.target.value })}
        />
        <div className={styles.facets}>
          {select(
            words.filterKind,
            markKinds,
            (kind) => words.kinds[kind],
            (kind) => narrow({ kinds: kind ? [kind] : [] }),
          )}
          {select(
            words.color,
            markColors,
            (color) => words.colors[color],
            (color) => narrow({ colors: color ? [color] : [] }),
          )}
          {select(
            words.state,
            markStates,
            (state) => words.states[state],
            (state) => narrow({ states: state ? [state] : [] }),
          )}
          {tags.length > 0 &&
            select(
              words.filterTag,
              tags,
              (one) => one,
              (one) => narrow({ tags: one === undefined ? [] : [one] }),
            )}
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
        </div>
        <p className={styles.count} role="status">
          {marks.length === 0
            ? words.empty
            : found.length === 0
              ? words.nothing
              : words.shown(found.length, marks.length + coming)}
        </p>
        {found.length > 0 && (
          <div className={styles.bulk}>
            <label>
              <input
                type="checkbox"
                checked={selected.length === found.length}
                onChange={(event) =>
                  choose(
                    found.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
              {selected.length === 0 ? words.selectAll : words.selected(selected.length)}
            </label>
            {selected.length > 0 && (
              <>
                <ColorChoice words={words} value={null} onChange={(color) => onColor(selected, color)} />
                <form
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (tag.trim() !== '') onTag(selected, tag);
                    setTag('');
                  }}
                >
                  <input
                    type="text"
                    aria-label={words.addTag}
                    placeholder={words.addTag}
                    value={tag}
                    onChange={(event) => setTag(event.target.value)}
                  />
                </form>
                <Button onClick={() => onDelete(selected)}>{words.remove}</Button>
              </>
            )}
          </div>
        )}
        <ul className={styles.list}>
          {found.slice(0, limit).map((mark) => (
            <MarkEntry
              key={mark.id}
              words={words}
              links={props.links}
              mark={mark}
              placeOf={props.placeOf}
              dateOf={props.dateOf}
              isChosen={chosen.has(mark.id)}
              onChoose={(on) => choose([mark.id], on)}
              onGo={() => onGo(mark)}
              onPut={props.onPut}
            />
          ))}
        </ul>
        {found.length > limit && (
          <Button onClick={() => setLimit(limit + portion)}>
            {words.more(Math.min(portion, found.length - limit))}
          </Button>
        )}
        <Exchange words={words} canExport={marks.length > 0} {...props.exchange} />
      </div>
    </Dialog>
  );
}
