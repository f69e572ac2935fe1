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
  /** Opens the menu of the heading: a note on it, its link, whether it is read. */
  readonly onMenu: (blockId: string) => void;
}

interface At {
  readonly blockId: string;
  readonly title: string;
  readonly top: number;
  readonly left: number;
  /** Whether there is no room beside the text: it stands above the end of the heading. */
  readonly above: boolean;
}

const staysMs = 400;
const sidePx = 60;

/** A ribbon and a menu beside the heading that is pointed at or touched. For the pointer alone: the keyboard has commands for it. */
export function HeadingRibbon({ words, articleOf, chapterId, onBookmark, onMenu }: HeadingRibbonProps) {
  const [at, setAt] = useState<At>();
  const [held, setHeld] = useState(false);

  useEffect(() => {
    const article = articleOf();
    if (!article) return;
    const show = (block: HTMLElement | null): void => {
      const blockId = block?.dataset.block;
      if (!block || blockId === undefined) return;
      const box = (block.firstElementChild ?? block).getBoundingClientRect();
      const { left, right } = article.getBoundingClientRect();
      const above = left < sidePx;
      setAt({
        blockId,
        title: block.textContent,
        above,
        top: window.scrollY + (above ? box.top : box.top + Math.min(box.height, 48) / 2),
        left: window.scrollX + (above ? right : left) - sidePx,
      });
    };
    const onOver = ({ target }: PointerEvent): void => {
      show(target instanceof Element ? target.closest<HTMLElement>('[data-kind="heading"]') : null);
    };
    article.addEventListener('pointerover', onOver);
    // The pointer may have been there before this was.
    show(article.querySelector<HTMLElement>('[data-kind="heading"]:hover'));
    return () => {
      article.removeEventListener('pointerover', onOver);
      setAt(undefined);
    };
  }, [articleOf, chapterId]);

  useEffect(() => {
    if (!at || held) return;
    const over = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`[data-kind="heading"], .${styles.ribbon}`)) return;
      timer ??= setTimeout(() => setAt(undefined), staysMs);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A touch elsewhere comes without a movement.
    document.addEventListener('pointermove', over);
    document.addEventListener('pointerdown', over);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', over);
      document.removeEventListener('pointermove', over);
    };
  }, [at, held]);

  if (!at) return null;
  const buttons = [
    { icon: 'bookmark', label: words.bookmarkHere(at.title), run: onBookmark },
    { icon: 'more', label: words.menuHere(at.title), run: onMenu },
  ] as const;
  return (
    <div
      className={styles.ribbon}
      data-above={at.above || undefined}
      style={{ top: at.top, left: at.left }}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {buttons.map(({ icon, label, run }) => (
        <button key={icon} type="button" tabIndex={-1} aria-label={label} title={label} onClick={() => run(at.blockId)}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
