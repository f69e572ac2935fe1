import type { ReactNode } from 'react';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** Id that the opening button's `popoverTarget` names. */
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** A small panel under the top bar's end. The browser opens it, closes it (Esc, a click beside it) and returns the focus. */
export function Popover({ id, label, children }: PopoverProps) {
  return (
    <div id={id} popover="auto" role="dialog" aria-label={label} className={styles.popover}>
      {children}
    </div>
  );
}
