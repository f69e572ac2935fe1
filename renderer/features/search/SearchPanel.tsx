import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { searchMessagesFor, type SearchMessages } from '../../i18n/search.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { movedRow } from '../../ui/list-keys.ts';
import type { SearchScope } from '../../state/finding.ts';
import type { SearchOutcome, SearchResult } from './result.ts';
import { SearchRow } from './SearchRow.tsx';
import fieldStyles from '../../ui/PanelField.module.css';
import styles from './SearchPanel.module.css';

export interface SearchPanelProps {
  readonly input: string;
  readonly scope: SearchScope;
  /** Undefined while nothing is asked. */
  readonly outcome: SearchOutcome | undefined;
  /** The part whose results are shown; undefined for all. */
  readonly partId: string | undefined;
  /** Questions of before, the newest first. */
  readonly earlier: readonly string[];
  readonly onAsk: (input: string, scope: SearchScope) => void;
  readonly onPart: (partId: string | undefined) => void;
  readonly onMore: () => void;
  readonly onOpen: (result: SearchResult) => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** Everything in the book that answers a question: an ARIA combobox over results grouped by chapter. */
export function SearchPanel(props: SearchPanelProps) {
  const { input, scope, outcome, partId, earlier, onAsk, onPart, onMore, onOpen, onForget, onClose } = props;
  const { close } = useMessages();
  const { search: words } = searchMessagesFor(useUiLanguage());
  const [chosen, setChosen] = useState(0);
  const [composing, setComposing] = useState(false);
  const listId = useId();
  const scopeId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const empty = input.trim() === '';
  const results = useMemo(() => outcome?.groups.flatMap((group) => group.results) ?? [], [outcome]);
  const count = empty ? earlier.length : results.length;
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, outcome]);

  function ask(next: string, nextScope: SearchScope): void {
    setChosen(0);
    onAsk(next, nextScope);
  }

  function choose(index: number): void {
    const result = results[index];
    const question = earlier[index];
    if (empty && question !== undefined) ask(question, scope);
    else if (!empty && result) onOpen(result);
  }

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
    setChosen(moved);
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
          aria-activedescendant={count > 0 ? optionId(chosen) : undefined}
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
            options={(['all', 'title', 'code'] as const).map((value) => ({ value, label: words.scopes[value] }))}
            onChange={(next) => ask(input, next)}
          />
          <p className={styles.status} role="status">
            {!composing && (empty ? words.hint : outcome && statusOf(outcome, words))}
          </p>
        </div>
        {!empty && outcome && outcome.parts.length > 1 && (
          <ul className={styles.parts} aria-label={words.parts}>
            {outcome.parts.map(({ id, title, count: found }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={partId === id}
                  onClick={() => {
                    setChosen(0);
                    onPart(partId === id ? undefined : id);
                  }}
                >
                  {title} <span>{found}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div ref={list} id={listId} className={styles.list} role="listbox" aria-label={words.results}>
        {empty
          ? earlier.map((question, index) => (
              // The keyboard's way is the field above, which names this row as its active one.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={question}
                id={optionId(index)}
                role="option"
                aria-selected={index === chosen}
                className={styles.option}
                onClick={() => choose(index)}
              >
                {question}
              </div>
            ))
          : outcome?.groups.map(({ chapterId, lang, title, results: own }) => (
              <div key={`${lang} ${chapterId}`} role="group" aria-label={title} className={styles.group}>
                <p className={styles.chapter} lang={lang} aria-hidden="true">
                  {title} <span>{own.length}</span>
                </p>
                {own.map((result) => {
                  const index = results.indexOf(result);
                  return (
                    <SearchRow
                      key={result.hit.sectionId}
                      id={optionId(index)}
                      result={result}
                      selected={index === chosen}
                      onChoose={() => onOpen(result)}
                    />
                  );
                })}
              </div>
            ))}
      </div>
      {!empty && outcome && results.length < shownTotal(outcome, partId) && (
        <button type="button" className={styles.more} onClick={onMore}>
          {words.more}
        </button>
      )}
      {empty && earlier.length > 0 && (
        <button type="button" className={styles.more} onClick={onForget}>
          {words.forget}
        </button>
      )}
    </Dialog>
  );
}

function shownTotal({ total, parts }: SearchOutcome, partId: string | undefined): number {
  return partId === undefined ? total : (parts.find(({ id }) => id === partId)?.count ?? 0);
}

/** What was found, in a sentence; and what was not. */
function statusOf({ kind, total, exactTotal, corrections }: SearchOutcome, words: SearchMessages['search']): string {
  const corrected = corrections.map(({ typed, used }) => words.corrected(typed, used.join(' / '))).join(' ');
  switch (kind) {
    case 'nothing':
      return words.nothing;
    case 'near':
      return corrected === '' ? words.near(total) : corrected;
    case 'other-name':
      return words.otherName(total);
    case 'exact':
      return words.found(exactTotal, total - exactTotal);
  }
}
