import { useLayoutEffect, useRef } from 'react';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './NoteField.module.css';
import { NoteText, type NoteLinks } from './NoteText.tsx';

export type NoteMode = 'write' | 'read';

export interface NoteFieldProps {
  readonly words: MarkMessages;
  readonly links: NoteLinks;
  readonly mode: NoteMode;
  readonly body: string;
  readonly onChange: (body: string) => void;
  readonly onBlur: () => void;
  /** The text that is read was chosen, to be written on. */
  readonly onWrite: () => void;
}

/** A note as it is written, or as it reads. Whichever comes takes the focus. */
export function NoteField({ words, links, mode, body, onChange, onBlur, onWrite }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    // Whoever goes through the ways to see it by the arrow keys is not done with them.
    if (document.activeElement?.matches('input[type="radio"]:focus-visible') === true) return;
    (mode === 'write' ? field : text).current?.focus({ preventScroll: true });
  }, [mode]);

  if (mode === 'write') {
    return (
      <label className={styles.field}>
        <span className="visually-hidden">{words.body}</span>
        <textarea
          ref={field}
          rows={5}
          value={body}
          placeholder={words.body}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      </label>
    );
  }
  return (
    // It scrolls, so the keyboard has to reach it; Enter there is a click on it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={text}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={words.noteReads}
      className={styles.text}
      onClick={() => {
        if (document.getSelection()?.isCollapsed ?? true) onWrite();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        onWrite();
      }}
    >
      {body.trim() === '' ? <p className={styles.empty}>{words.emptyNote}</p> : <NoteText links={links} body={body} />}
    </div>
  );
}
