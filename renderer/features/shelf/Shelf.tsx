import type { ReactNode } from 'react';
import type { ShelfBook } from '../../../core/contract/shelf.ts';
import type { ShelfMessages } from '../../i18n/shelf.ts';
import { Button } from '../../ui/Button.tsx';
import { movedRow } from '../../ui/list-keys.ts';
import { BookRow, type BookRowProps } from './BookRow.tsx';
import styles from './Shelf.module.css';

export interface ShelfProps extends Pick<
  BookRowProps,
  'titleOf' | 'languageName' | 'dateOf' | 'onOpen' | 'onUpdate' | 'onRemove' | 'onReport'
> {
  readonly words: ShelfMessages;
  readonly books: readonly ShelfBook[];
  readonly currentId: string;
  /** What is going on, or what has come of it. */
  readonly children?: ReactNode;
  /** Whether a book is being compiled: one at a time. */
  readonly busy: boolean;
  readonly onChoose: (what: 'folder' | 'zip') => void;
}

/** The books that are there, and the ways to bring another. */
export function Shelf({ words, books, currentId, children, busy, onChoose, ...row }: ShelfProps) {
  return (
    <div className={styles.shelf}>
      {/* Arrow keys are a shortcut for what Tab does as well. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className={styles.books}
        onKeyDown={(event) => {
          const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[data-open]:enabled'));
          const at = rows.findIndex((row) => row === document.activeElement);
          const next = at < 0 ? undefined : movedRow(event.key, at, rows.length);
          if (next === undefined) return;
          event.preventDefault();
          rows[next]?.focus();
        }}
      >
        {books.map((book) => (
          <BookRow key={book.id} words={words} book={book} isCurrent={book.id === currentId} busy={busy} {...row} />
        ))}
      </ul>
      {children}
      <section className={styles.add} aria-label={words.add}>
        {!busy && (
          <div className={styles.actions}>
            <Button onClick={() => onChoose('folder')}>{words.openFolder}</Button>
            <Button onClick={() => onChoose('zip')}>{words.openZip}</Button>
          </div>
        )}
        <p className={styles.hint}>{words.hint}</p>
      </section>
    </div>
  );
}
