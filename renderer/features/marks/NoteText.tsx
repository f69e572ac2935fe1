import { useMemo, type MouseEvent } from 'react';
import { noteHtml, type HrefOf } from '../../../core/marks/note-html.ts';
import { sanitiseNote } from '../../html/sanitise.ts';
import styles from './NoteText.module.css';

/** How notes are shown: the open book, the addresses of its places, and what a link does. */
export interface NoteLinks {
  readonly bookId: string;
  readonly hrefOf: HrefOf;
  /** A link in a note was chosen: `#/…` inside the book, or an outside address. */
  readonly onFollow: (href: string) => void;
}

export interface NoteTextProps {
  readonly links: NoteLinks;
  /** Markdown. */
  readonly body: string;
}

/** A note as it reads. */
export function NoteText({ links, body }: NoteTextProps) {
  const { bookId, hrefOf, onFollow } = links;
  const html = useMemo(() => ({ __html: sanitiseNote(noteHtml(body, bookId, hrefOf)) }), [body, bookId, hrefOf]);

  function onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    onFollow(link.getAttribute('href') ?? '');
  }

  return (
    // Links bubble up to here; each is a real one, so the keyboard works by itself.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={styles.note}
      data-note-text=""
      dangerouslySetInnerHTML={html}
      onClick={onClick}
      onAuxClick={onClick}
    />
  );
}
