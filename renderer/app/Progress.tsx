import { useMemo, type CSSProperties } from 'react';
import { flattenChapters } from '../../core/book/contents.ts';
import { chapterTimes } from '../../core/book/reading-time.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import styles from './Progress.module.css';

/** How far one is: a thin line along the top bar, and in words for whoever asks for them. */
export function Progress() {
  const { progress: words } = useMessages();
  const manifest = useAppState((state) => state.reading.manifest);
  const shown = useAppState((state) => state.reading.shown);
  const { blockId, atEnd } = useAppState((state) => state.progress);
  const chapter = shown.kind === 'chapter' ? shown.chapter : undefined;
  const times = useMemo(() => chapter && chapterTimes(chapter), [chapter]);
  if (!chapter || !times) return null;

  const count = times.minutesFrom.length;
  const read = atEnd ? count : (times.indexOf.get(blockId ?? '') ?? 0);
  const percent = Math.round((100 * read) / count);
  const minutes = Math.ceil(times.minutesFrom[read] ?? 0);
  const chapters = flattenChapters(manifest.contents);
  const text = [
    words.read(percent),
    minutes > 0 ? words.left(minutes) : undefined,
    words.chapter(chapters.findIndex(({ id }) => id === chapter.id) + 1, chapters.length),
  ].filter((part) => part !== undefined);

  return (
    <>
      <p className={styles.text} aria-hidden="true">
        {text.slice(0, -1).join(' · ')}
      </p>
      <div
        className={styles.line}
        role="progressbar"
        aria-label={words.title}
        aria-valuenow={percent}
        aria-valuetext={text.join(words.comma)}
        title={text.join(words.comma)}
        style={{ '--read': percent / 100 } as CSSProperties}
      />
    </>
  );
}
