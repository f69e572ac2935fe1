import type { ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** `primary` for the one action a panel is there for. */
  readonly tone?: 'plain' | 'primary';
  /** The answer that is at hand when a question comes up: the safe one. */
  readonly autoFocus?: boolean;
}

export function Button({ children, onClick, tone = 'plain', autoFocus = false }: ButtonProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- asked for by a question alone
    <button type="button" autoFocus={autoFocus} className={styles.button} data-tone={tone} onClick={onClick}>
      {children}
    </button>
  );
}
