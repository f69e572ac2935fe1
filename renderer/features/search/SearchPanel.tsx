import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { PanelMessages } from '../../i18n/search.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { movedRow } from '../../ui/list-keys.ts';
import type { SearchScope } from '../../state/finding.ts';
import { PartChoice } from './PartChoice.tsx';
import type { NoteResult, PanelAnswer, SearchResult } from './result.ts';
import { rowsOf, type PanelRows } from './rows.ts';
import { SearchResults } from './SearchResults.tsx';
import { PlainRow } from './SearchRow.tsx';
import { statusOf } from './status.ts';
import fieldStyles from '../../ui/PanelField.module.css';
import styles from './SearchPanel.module.css';

export interface SearchPanelProps {
  readonly words: PanelMessages;
  readonly input: string;
  readonly scope: SearchScope;
  /** The question that field and scope ask now. */
  readonly question: string;
  /** Undefined while nothing is asked. */
  readonly answer: PanelAnswer | undefined;
  /** The part whose results are shown; undefined for all. */
  readonly partId: string | undefined;
  /** Questions of before, the newest first. */
  readonly earlier: readonly string[];
  readonly onAsk: (input: string, scope: SearchScope) => void;
  readonly onPart: (partId: string | undefined) => void;
  readonly onMore: () => void;
  readonly onOpen: (result: SearchResult) => void;
  readonly onOpenNote: (result: NoteResult) => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

const scopes = ['all', 'title', 'code', 'notes'] as const;
const noRows: PanelRows = { rows: [], count: 0, starts: [] };

/** Everything in the book, and in what the reader wrote, that answers a question: an ARIA combobox over groups of results. */
export function SearchPanel(props: SearchPanelProps) {
  const { words, input, scope, question, answer, partId, earlier, onAsk, onPart, onMore, onForget, onClose } = props;
  const { close } = useMessages();
  const [chosen, setChosen] = useState(0);
  const [composing, setComposing] = useState(false);
  /** The question that Enter was pressed for before it was answered. */
  const [awaited, setAwaited] = useState<string>();
  const listId = useId();
  const scopeId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const empty = input.trim() === '';
  const rows = useMemo(() => (answer ? rowsOf(answer) : noRows), [answer]);
  const count = empty ? earlier.length : rows.rows.length;

  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, answer?.asked]);

  function ask(next: string, nextScope: SearchScope): void {
    setChosen(0);
    setAwaited(undefined);
    onAsk(next, nextScope);
  }

  function choose(index: number): void {
    if (empty) {
      const before = earlier[index];
      if (before !== undefined) ask(before, scope);
      return;
    }
    // What is shown may still answer what was typed before.
    if (answer?.asked !== question) {
      setAwaited(question);
      return;
    }
    const row = rows.rows[index];
    if (row?.kind === 'section') props.onOpen(row.result);
    else if (row?.kind === 'note') props.onOpenNote(row.result);
    else if (row) ask(input, 'notes');
  }

  /** The rows keep the same function, so that a new choice draws two of them and not all. */
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  const onChoose = useCallback((index: number): void => latest.current(index), []);
  useEffect(() => {
    if (awaited !== undefined && answer?.asked === awaited) latest.current(0);
  }, [awaited, answer]);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys of an input method choose characters, not results.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(chosen);
      return;
    }
    const moved = event.key === 'Home' || event.key === 'End' ? undefined : movedRow(event.key, chosen, count);
    if (moved === undefined) return;
    event.preventDefault();
    // Down from the last row goes on when the next ones have come, and round only at the very end.
    const isEnd = moved === 0 && chosen === count - 1 && !empty && count < rows.count;
    if (!isEnd) setChosen(moved);
  }

  return (
    <Dialog title={words.title} closeLabel={close} onClose={onClose} shape="search">
      <div className={styles.head}>
        <input
          ref={field}
          className={fieldStyles.field}
          type="text"
          role="combobox"
          aria-label={words.title}
          aria-expanded={count > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={count > 0 ? `${listId}-${chosen}` : undefined}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          value={input}
          onChange={(event) => ask(event.target.value, scope)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={onKeyDown}
        />
        <div className={styles.filters}>
          <span id={scopeId} className="visually-hidden">
            {words.where}
          </span>
          <Choice
            labelledBy={scopeId}
            value={scope}
            options={scopes.map((value) => ({ value, label: words.scopes[value] }))}
            onChange={(next) => ask(input, next)}
          />
          <p className={styles.status} role="status">
            {!composing && (empty ? words.hint : answer && statusOf(answer, words))}
          </p>
        </div>
        {!empty && answer && answer.book.parts.length > 1 && (
          <PartChoice
            words={words}
            parts={answer.book.parts}
            partId={partId}
            onPart={(id) => {
              setChosen(0);
              onPart(id);
            }}
          />
        )}
      </div>
      <div
        ref={list}
        id={listId}
        className={styles.list}
        role="listbox"
        aria-label={words.results}
        aria-busy={!empty && answer?.asked !== question}
      >
        {empty
          ? earlier.map((before, index) => (
              <PlainRow
                key={before}
                listId={listId}
                index={index}
                count={count}
                selected={index === chosen}
                onChoose={onChoose}
              >
                {before}
              </PlainRow>
            ))
          : answer && (
              <SearchResults
                words={words}
                listId={listId}
                answer={answer}
                rows={rows}
                chosen={chosen}
                onChoose={onChoose}
                onMore={onMore}
              />
            )}
      </div>
      {empty && earlier.length > 0 && (
        <button type="button" className={styles.more} onClick={onForget}>
          {words.forget}
        </button>
      )}
    </Dialog>
  );
}
