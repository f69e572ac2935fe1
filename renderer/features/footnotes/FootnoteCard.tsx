import { useEffect, useLayoutEffect, useRef } from 'react';
import { placeBeside } from '../../ui/place-beside.ts';
import styles from './FootnoteCard.module.css';

export interface FootnoteCardProps {
  /** The mark that was chosen, in the text. */
  readonly mark: HTMLAnchorElement;
  /** A link in a note was chosen, with its address; or the mark itself, where its note is not on the page. */
  readonly onFollow: (href: string) => void;
  readonly onClose: () => void;
}

/** The note whose mark was chosen, beside the mark: one need not leave the line. Esc or a click elsewhere closes it. */
export function FootnoteCard({ mark, onFollow, onClose }: FootnoteCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const follow = useRef(onFollow);
  useLayoutEffect(() => {
    follow.current = onFollow;
  });

  useEffect(() => {
    const element = card.current;
    if (!element) return;
    const content = contentOf(mark);
    if (!content) {
      onClose();
      follow.current(mark.getAttribute('href') ?? '');
      return;
    }
    element.replaceChildren(content);
    // The browser gives the focus back to what had it when the card was opened.
    mark.focus({ preventScroll: true });
    element.showPopover();
    placeBeside(element, mark);
    element.focus({ preventScroll: true });
    const close = (): void => element.hidePopover();
    // The mark stands elsewhere then.
    window.addEventListener('scroll', close, { passive: true, once: true });
    window.addEventListener('resize', close, { once: true });
    return () => {
      window.removeEventListener('scroll', close);
      window.removeEventListener('resize', close);
    };
  }, [mark, onClose]);

  return (
    // Each link in it is a real one, so the keyboard works by itself.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={card}
      popover="auto"
      role="dialog"
      aria-label={mark.getAttribute('aria-label') ?? undefined}
      tabIndex={-1}
      lang={mark.closest<HTMLElement>('[lang]')?.lang}
      className={`prose ${styles.card}`}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
        if (!link) return;
        event.preventDefault();
        card.current?.hidePopover();
        onFollow(link.getAttribute('href') ?? '');
      }}
    />
  );
}

/** A copy of the note; undefined where it is not on the page. */
function contentOf(mark: HTMLAnchorElement): DocumentFragment | undefined {
  const blockId = mark.hash.split('/').at(-1) ?? '';
  const block = document.querySelector(`article [data-block="${CSS.escape(decodeURIComponent(blockId))}"]`);
  // Where two languages stand on the page, the note is the one of the mark's.
  const isTranslation = mark.closest('[data-side="translation"]:not([data-block])') !== null;
  const list = isTranslation ? block?.nextElementSibling : block;
  const note = list?.querySelectorAll('ol.footnotes > li')[Number(mark.dataset.note) - 1];
  if (!note) return undefined;
  const content = document.createDocumentFragment();
  content.append(...Array.from(note.childNodes, (child) => child.cloneNode(true)));
  return content;
}
