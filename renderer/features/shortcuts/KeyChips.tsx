import { Fragment } from 'react';
import styles from './ShortcutSheet.module.css';

export interface KeyChipsProps {
  /** As printed on the keyboard: `['Ctrl', 'B']`. */
  readonly keys: readonly string[];
}

/** One shortcut, its keys drawn as keys. */
export function KeyChips({ keys }: KeyChipsProps) {
  return (
    <span className={styles.keys}>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {/* Heard and copied as one writes it; seen as keys side by side. */}
          {index > 0 && <span className="visually-hidden">+</span>}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
