import type { CSSProperties } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import styles from './Progress.module.css';
import { useProgress } from './use-progress.ts';

/** How far one is in the chapter: a thin line along the top bar, and in words for whoever asks for them. */
export function Progress() {
  const { progress: words } = useMessages();
  const progress = useProgress();
  if (!progress) return null;
  const { chapter, book, chapterNumber, chapterCount } = progress;
  const here = [words.read(chapter.percent), ...(chapter.minutes > 0 ? [words.left(chapter.minutes)] : [])];
  const all = [...here, words.chapter(chapterNumber, chapterCount), ...(book ? [words.book(book.percent)] : [])];

  return (
    <>
      <p className={styles.text} aria-hidden="true">
        {here.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <div
        className={styles.line}
        role="progressbar"
        aria-label={words.title}
        aria-valuenow={chapter.percent}
        aria-valuetext={all.join(words.comma)}
        title={all.join(words.comma)}
        style={{ '--read': chapter.percent / 100 } as CSSProperties}
      />
    </>
  );
}
