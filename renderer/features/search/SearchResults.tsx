import { useEffect, useRef } from 'react';
import type { PanelMessages } from '../../i18n/search.ts';
import type { PanelAnswer } from './result.ts';
import type { PanelRows } from './rows.ts';
import styles from './SearchPanel.module.css';
import { NoteRow, PlainRow, SearchRow } from './SearchRow.tsx';

export interface SearchResultsProps {
  readonly words: PanelMessages;
  readonly listId: string;
  readonly answer: PanelAnswer;
  readonly rows: PanelRows;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  /** Called when the end of what is there comes into sight. */
  readonly onMore: () => void;
}

/** Marks that were found, then sections by chapter. What comes later stands behind what is there: nothing moves. */
export function SearchResults({ words, listId, answer, rows, chosen, onChoose, onMore }: SearchResultsProps) {
  const { book, notes } = answer;
  const row = (index: number) => ({
    listId,
    index,
    count: rows.count,
    selected: index === chosen,
    onChoose,
  });
  return (
    <>
      {notes.results.length > 0 && (
        <div role="group" aria-label={words.notes} className={styles.group}>
          <p className={styles.chapter} aria-hidden="true">
            {words.notes} <span>{notes.total}</span>
          </p>
          {notes.results.map((result, at) => (
            <NoteRow key={result.hit.markId} words={words} result={result} {...row(at)} />
          ))}
          {rows.rows[notes.results.length]?.kind === 'all-notes' && (
            <PlainRow {...row(notes.results.length)}>{words.allNotes(notes.total)}</PlainRow>
          )}
        </div>
      )}
      {book.groups.map(({ chapterId, lang, title, count, results }, group) => (
        <div key={`${lang} ${chapterId}`} role="group" aria-label={title} className={styles.group}>
          <p className={styles.chapter} lang={lang} aria-hidden="true">
            {title} <span>{count}</span>
          </p>
          {results.map((result, at) => (
            <SearchRow
              key={result.hit.sectionId}
              words={words}
              result={result}
              {...row((rows.starts[group] ?? 0) + at)}
            />
          ))}
        </div>
      ))}
      {rows.rows.length < rows.count && <EndOfRows key={rows.rows.length} onReached={onMore} />}
    </>
  );
}

/** How far below what is in sight the next rows are fetched. */
const ahead = '800px';

function EndOfRows({ onReached }: { readonly onReached: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onReached();
      },
      { root: element.closest('[role="listbox"]'), rootMargin: `0px 0px ${ahead} 0px` },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [onReached]);
  return <div ref={end} role="presentation" className={styles.end} />;
}
