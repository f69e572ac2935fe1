import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside } from '../../ui/place-beside.ts';
import styles from './LinkCard.module.css';

export interface LinkPreview {
  readonly title: string;
  /** Part and chapter, from the outside in. */
  readonly path: readonly string[];
  /** The first lines. */
  readonly text: string;
  readonly lang: string;
}

export interface LinkCardProps {
  /** Reads what a link of the book (`#/…`) leads to; undefined where that cannot be said. */
  readonly preview: (hash: string) => Promise<LinkPreview | undefined>;
}

interface Shown {
  readonly link: HTMLAnchorElement;
  readonly preview: LinkPreview;
}

/** Long enough that a pointer on its way elsewhere opens nothing. */
const openMs = 350;
/** Long enough to get from the link onto the card. */
const closeMs = 200;

/** What the link under the pointer, or with the keyboard's focus, leads to. Esc, a click or scrolling closes it. */
export function LinkCard({ preview }: LinkCardProps) {
  const [shown, setShown] = useState<Shown>();
  const card = useRef<HTMLDivElement>(null);
  const cardId = useId();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** The link that is or will be shown. */
    let wanted: HTMLAnchorElement | undefined;

    function want(link: HTMLAnchorElement | undefined, delayMs: number): void {
      if (link === wanted) {
        // Back on the link before the card closed.
        if (link) clearTimeout(timer);
        if (link) timer = setTimeout(() => void open(link), delayMs);
        return;
      }
      clearTimeout(timer);
      wanted = link;
      timer = setTimeout(() => (link ? void open(link) : setShown(undefined)), delayMs);
    }

    async function open(link: HTMLAnchorElement): Promise<void> {
      const found = await preview(link.getAttribute('href') ?? '');
      if (wanted === link && link.isConnected) {
        setShown((before) => (found ? (before?.link === link ? before : { link, preview: found }) : undefined));
      }
    }

    const onPointer = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || card.current?.contains(event.target as Node)) {
        if (card.current?.contains(event.target as Node)) clearTimeout(timer);
        return;
      }
      const link = linkOf(event.target);
      if (link) want(link, openMs);
      else if (wanted && !wanted.matches(':focus-visible')) want(undefined, closeMs);
    };
    const onFocus = (event: FocusEvent): void => {
      const link = linkOf(event.target);
      if (link?.matches(':focus-visible')) want(link, openMs);
    };
    const onBlur = (event: FocusEvent): void => {
      if (event.target === wanted) want(undefined, 0);
    };
    const close = (): void => want(undefined, 0);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    // A link that Tab has just scrolled into sight is still to be shown.
    const onMove = (): void => {
      if (card.current) close();
    };
    document.addEventListener('pointerover', onPointer);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('click', close);
    window.addEventListener('scroll', onMove, { passive: true });
    window.addEventListener('resize', onMove);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onPointer);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('click', close);
      window.removeEventListener('scroll', onMove);
      window.removeEventListener('resize', onMove);
    };
  }, [preview]);

  useLayoutEffect(() => {
    const element = card.current;
    if (!element || !shown) return;
    element.showPopover();
    placeBeside(element, shown.link);
    shown.link.setAttribute('aria-describedby', cardId);
    return () => shown.link.removeAttribute('aria-describedby');
  }, [shown, cardId]);

  if (!shown) return null;
  const { title, path, text, lang } = shown.preview;
  return (
    <div
      key={shown.link.href}
      ref={card}
      id={cardId}
      popover="manual"
      role="tooltip"
      lang={lang}
      className={styles.card}
    >
      {path.length > 0 && <p className={styles.path}>{path.join(' › ')}</p>}
      <p className={styles.title}>{title}</p>
      {text !== '' && <p className={styles.text}>{text}</p>}
    </div>
  );
}

/** The link of the text that an event is about, where it leads to a place in the book. */
function linkOf(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link =
    target instanceof Element ? target.closest<HTMLAnchorElement>('article a[href^="#/"]:not(.footnote)') : null;
  return link ?? undefined;
}
