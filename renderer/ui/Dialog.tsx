import { useLayoutEffect, useId, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Esc, the close button or a click beside it. */
  readonly onClose: () => void;
  /**
   * `drawer` comes from the left and is as high as the window; `wide` has room for a list of things with much to say; `palette`
   * is a field with a list, and shows no title; `search` is a high one; `page` fills the window but for an edge, and what is
   * in it scrolls by itself.
   */
  readonly shape?: 'panel' | 'wide' | 'drawer' | 'palette' | 'search' | 'page';
}

/** A modal dialog while it is mounted. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, closeLabel, children, onClose, shape = 'panel' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const bare = shape === 'palette' || shape === 'search';

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Not on the button that closes it: Enter would, and the arrow keys scroll what is in it.
    if (!bare) content.current?.focus({ preventScroll: true });
    // Closing (not only unmounting) is what makes the browser return the focus.
    return () => element?.close();
  }, [bare]);

  return (
    // A click on the dialog itself is a click beside its content; Esc is the keyboard's way.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-shape={shape}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div ref={content} className={styles.content} data-scroller tabIndex={bare ? undefined : -1}>
        <div className={bare ? 'visually-hidden' : styles.header}>
          <h2 id={titleId}>{title}</h2>
          {!bare && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
        </div>
        {children}
      </div>
    </dialog>
  );
}
