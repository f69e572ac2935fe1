import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { prepareItems, rankItems } from '../../../core/palette/rank.ts';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { searchMessagesFor } from '../../i18n/search.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { movedRow } from '../../ui/list-keys.ts';
import fieldStyles from '../../ui/PanelField.module.css';
import styles from './Palette.module.css';
import type { PaletteItem, PaletteRow } from './palette-item.ts';
import { PaletteOption } from './PaletteOption.tsx';

export interface PaletteProps {
  /** Everything there is, in the order of the book. */
  readonly items: readonly PaletteItem[];
  /** What shows before anything is typed: the last places, the newest first. */
  readonly recent: readonly PaletteItem[];
  /** The item that a typed address means, where it is one. */
  readonly itemOf: (query: string) => PaletteItem | undefined;
  /**
   * Rows from the text of the book and the reader's marks for a query; they follow the names. `nothing` is said where
   * there are none, if not the usual sentence.
   */
  readonly text: {
    readonly query: string;
    readonly rows: readonly PaletteRow[];
    readonly nothing?: string | undefined;
  };
  /** What is typed now. */
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
}

function plainRow(item: PaletteItem): PaletteRow {
  return { item, name: 0, ranges: [] };
}

function rowOf(item: PaletteItem | undefined): readonly PaletteRow[] | undefined {
  return item && [plainRow(item)];
}

/** More than anyone looks through. */
const rowLimit = 50;

/** One field that leads everywhere: an ARIA combobox over a list of places and commands. */
export function Palette({ items, recent, itemOf, text, onQuery, onClose }: PaletteProps) {
  const { close } = useMessages();
  const { palette: words } = searchMessagesFor(useUiLanguage());
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const prepared = useMemo(() => prepareItems(items), [items]);
  const empty = query.trim() === '';
  const rows = useMemo(
    (): readonly PaletteRow[] =>
      empty
        ? recent.map(plainRow)
        : (rowOf(itemOf(query)) ?? [
            ...rankItems(prepared, query, rowLimit),
            ...(text.query === query ? text.rows : []),
          ]),
    [empty, recent, itemOf, prepared, query, text],
  );
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, rows]);

  function go(row: PaletteRow | undefined): void {
    if (!row) return;
    // First closed: the browser gives the focus back, and then the new place takes it.
    onClose();
    row.item.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Keys of an input method choose characters, not rows.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      go(rows[chosen]);
      return;
    }
    const moved = movedRow(event.key, chosen, rows.length);
    if (moved === undefined) return;
    event.preventDefault();
    setChosen(moved);
  }

  return (
    <Dialog title={words.title} closeLabel={close} onClose={onClose} shape="palette">
      <input
        className={fieldStyles.field}
        type="text"
        role="combobox"
        aria-label={words.title}
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={rows.length > 0 ? optionId(chosen) : undefined}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          onQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      {empty && rows.length > 0 && <p className={styles.label}>{words.recent}</p>}
      <div ref={list} id={listId} className={styles.list} role="listbox" aria-label={words.results}>
        {rows.map((row, index) => (
          <PaletteOption
            key={row.item.id}
            id={optionId(index)}
            row={row}
            selected={index === chosen}
            kindName={words.kinds[row.item.kind]}
            onChoose={() => go(row)}
          />
        ))}
      </div>
      <p className={rows.length === 0 ? styles.nothing : 'visually-hidden'} role="status">
        {!empty && rows.length === 0 && text.query === query && (text.nothing ?? words.nothing(query.trim()))}
        {empty && rows.length === 0 && words.hint}
        {!empty && rows.length > 0 && words.found(rows.length)}
      </p>
    </Dialog>
  );
}
