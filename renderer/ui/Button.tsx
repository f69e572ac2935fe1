import type { ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** `primary` for the one action a panel is there for. */
  readonly tone?: 'plain' | 'primary';
}

export function Button({ children, onClick, tone = 'plain' }: ButtonProps) {
  return (
    <button type="button" className={styles.button} data-tone={tone} onClick={onClick}>
      {children}
    </button>
  );
}
