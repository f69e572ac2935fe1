import { useLayoutEffect, useRef } from 'react';
import { TermEntry, type TermEntryProps } from './TermEntry.tsx';
import styles from './TermCard.module.css';
import type { TermHover } from './use-term-hover.ts';

export interface TermCardProps extends TermEntryProps {
  /** The word in the window that it belongs to. */
  readonly box: DOMRect;
  readonly hover: Pick<TermHover, 'hold' | 'leave'>;
}

const distance = 6;
const margin = 8;

/** A card below a word, or above it where there is no room. It takes no focus: the keyboard has the list (TermList). */
export function TermCard({ box, hover, ...entry }: TermCardProps) {
  const card = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const below = box.bottom + distance;
    const fits = below + height + margin <= window.innerHeight;
    element.style.left = `${Math.max(margin, Math.min(box.left, document.documentElement.clientWidth - width - margin))}px`;
    element.style.top = `${fits ? below : Math.max(margin, box.top - distance - height)}px`;
  }, [box, entry.term]);

  return (
    <div
      ref={card}
      popover="manual"
      role="group"
      aria-label={entry.term.names[entry.lang]}
      className={styles.card}
      onPointerEnter={hover.hold}
      onPointerLeave={hover.leave}
    >
      <TermEntry {...entry} />
    </div>
  );
}
