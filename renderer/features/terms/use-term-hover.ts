import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { markedAt, type MarkedTerm } from './mark-terms.ts';

/** A term whose card is shown, and the box of its word in the window. */
export interface ShownTerm {
  readonly termId: string;
  readonly box: DOMRect;
}

export interface TermHover {
  readonly shown: ShownTerm | undefined;
  /** For the card: while the pointer is on it, it stays. */
  readonly hold: () => void;
  readonly leave: () => void;
  readonly close: () => void;
}

const openMs = 350;
const closeMs = 250;

/** Watches the pointer over the text: a term it rests on, or that is clicked, is shown until the pointer goes away. */
export function useTermHover(article: Element | undefined, markedRef: RefObject<readonly MarkedTerm[]>): TermHover {
  const [shown, setShown] = useState<ShownTerm>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback((next: ShownTerm | undefined, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), ms);
  }, []);
  const hold = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => later(undefined, closeMs), [later]);
  const close = useCallback(() => later(undefined, 0), [later]);

  useEffect(() => {
    if (!article) return;
    let over: MarkedTerm | undefined;
    const find = (event: MouseEvent) =>
      event.target instanceof Element
        ? markedAt(markedRef.current, event.target, event.clientX, event.clientY)
        : undefined;
    const onMove = (event: Event): void => {
      if (!(event instanceof PointerEvent) || event.pointerType === 'touch' || event.buttons !== 0) return;
      const found = find(event);
      if (found?.mark === over) return;
      over = found?.mark;
      article.toggleAttribute('data-on-term', over !== undefined);
      if (found) later({ termId: found.mark.termId, box: found.box }, openMs);
      else leave();
    };
    const onLeave = (): void => {
      over = undefined;
      leave();
    };
    const onClick = (event: Event): void => {
      if (!(event instanceof MouseEvent) || getSelection()?.isCollapsed === false) return;
      const found = find(event);
      if (found) later({ termId: found.mark.termId, box: found.box }, 0);
    };
    article.addEventListener('pointermove', onMove);
    article.addEventListener('pointerleave', onLeave);
    article.addEventListener('click', onClick);
    return () => {
      article.removeEventListener('pointermove', onMove);
      article.removeEventListener('pointerleave', onLeave);
      article.removeEventListener('click', onClick);
      clearTimeout(timer.current);
    };
  }, [article, markedRef, later, leave]);

  useEffect(() => {
    if (!shown) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('scroll', close, { passive: true });
    window.addEventListener('resize', close);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('scroll', close);
      window.removeEventListener('resize', close);
    };
  }, [shown, close]);

  return { shown, hold, leave, close };
}
