import type { AboutMessages } from '../../i18n/about.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './About.module.css';

export interface AboutProps {
  readonly words: AboutMessages;
  readonly closeLabel: string;
  readonly version: string;
  readonly book: { readonly title: string; readonly lang: string; readonly edition: string };
  /** A line a fact; empty until it has come. */
  readonly diagnosis: string;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** What the program is, and what it can tell of itself when something is wrong. */
export function About({ words, closeLabel, version, book, diagnosis, onCopy, onClose }: AboutProps) {
  return (
    <Dialog title={words.title} closeLabel={closeLabel} onClose={onClose}>
      <div className={styles.about}>
        <p className={styles.version}>{words.version(version)}</p>
        <p>{words.what}</p>
        <p>{words.licence}</p>
        <h3>{words.book}</h3>
        <p>
          <span lang={book.lang}>{book.title}</span>
          <br />
          <span className={styles.soft}>{words.edition(book.edition)}</span>
        </p>
        <h3>{words.diagnosis}</h3>
        <p className={styles.soft}>{words.diagnosisHint}</p>
        {/* It scrolls: whoever works by the keyboard has to get there. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.diagnosis} role="region" aria-label={words.diagnosis} tabIndex={0} lang="en">
          {diagnosis}
        </pre>
        <div className={styles.actions}>
          <Button onClick={onCopy}>{words.copy}</Button>
        </div>
      </div>
    </Dialog>
  );
}
