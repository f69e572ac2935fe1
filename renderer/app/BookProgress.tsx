import type { CSSProperties } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import styles from './BookProgress.module.css';
import { useProgress } from './use-progress.ts';

/** How far one is in the book: stands at the foot of the contents. */
export function BookProgress() {
  const { progress: words } = useMessages();
  const book = useProgress()?.book;
  if (!book) return null;
  return (
    <p className={styles.book} style={{ '--read': book.percent / 100 } as CSSProperties}>
      <span>{words.book(book.percent)}</span>
      {book.minutes > 0 && <span>{words.bookLeft(book.minutes)}</span>}
    </p>
  );
}
