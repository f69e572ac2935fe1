import { useEffect, useState } from 'react';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './HeadingRibbon.module.css';

export interface HeadingRibbonProps {
  readonly words: MarkMessages;
  readonly articleOf: () => HTMLElement | null;
  /** Another chapter has other headings. */
  readonly chapterId: string;
  readonly onBookmark: (blockId: string) => void;
}

interface At {
  readonly blockId: string;
  readonly title: string;
  readonly top: number;
  readonly left: number;
}

const staysMs = 400;
const sidePx = 30;

/** A ribbon beside the heading that is pointed at. For the pointer alone: the keyboard has a command for it. */
export function HeadingRibbon({ words, articleOf, chapterId, onBookmark }: HeadingRibbonProps) {
  const [at, setAt] = useState<At>();
  const [held, setHeld] = useState(false);

  useEffect(() => {
    const article = articleOf();
    if (!article) return;
    const onOver = (event: PointerEvent): void => {
      const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-kind="heading"]') : null;
      const blockId = block?.dataset.block;
      if (!block || blockId === undefined) return;
      const box = (block.firstElementChild ?? block).getBoundingClientRect();
      const left = Math.max(0, article.getBoundingClientRect().left - sidePx) + window.scrollX;
      const top = box.top + window.scrollY + Math.min(box.height, 48) / 2;
      setAt({ blockId, title: block.textContent, top, left });
    };
    article.addEventListener('pointerover', onOver);
    return () => {
      article.removeEventListener('pointerover', onOver);
      setAt(undefined);
    };
  }, [articleOf, chapterId]);

  useEffect(() => {
    if (!at || held) return;
    const over = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('[data-kind="heading"]')) return;
      timer ??= setTimeout(() => setAt(undefined), staysMs);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    document.addEventListener('pointermove', over);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', over);
    };
  }, [at, held]);

  if (!at) return null;
  const label = words.bookmarkHere(at.title);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.ribbon}
      style={{ top: at.top, left: at.left }}
      aria-label={label}
      title={label}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onClick={() => onBookmark(at.blockId)}
    >
      <Icon name="bookmark" />
    </button>
  );
}
