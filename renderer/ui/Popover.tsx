import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** Id that the opening button's `popoverTarget` names. */
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A panel under the top bar's end; in a narrow window a sheet at the foot, so that the text stays in view. It is open when it
 * comes onto the page, and takes the focus whenever it opens. The browser closes it (Esc, a click beside it), returns the
 * focus, and opens it again; here it is closed when the Tab key leaves it, for what has the focus then may be below it.
 */
export function Popover({ id, label, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => panel.current?.showPopover(), []);

  return (
    // No key of its own: the focus is watched, wherever in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={styles.popover}
      data-scroller
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Element) || currentTarget.contains(relatedTarget)) return;
        // The button that opens it closes it by itself.
        if (relatedTarget.getAttribute('popovertarget') !== id) currentTarget.hidePopover();
      }}
      onToggle={(event) => {
        if (event.newState === 'open') event.currentTarget.focus();
      }}
    >
      {children}
    </div>
  );
}
