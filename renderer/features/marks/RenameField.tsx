import { useLayoutEffect, useRef } from 'react';
import styles from './MarkEntry.module.css';

export interface RenameFieldProps {
  readonly label: string;
  readonly value: string;
  /** What it is called while it has no name. */
  readonly placeholder: string;
  /** Undefined: it stays as it is. */
  readonly onDone: (value: string | undefined) => void;
}

/** A name where it stands: Enter or leaving it keeps what was written, Esc what was there. */
export function RenameField({ label, value, placeholder, onDone }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useLayoutEffect(() => field.current?.select(), []);

  function done(name: string | undefined): void {
    // Taken away by the first answer, the field is left as well.
    if (isDone.current) return;
    isDone.current = true;
    onDone(name);
  }

  return (
    <input
      ref={field}
      type="text"
      className={styles.rename}
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      maxLength={500}
      onBlur={(event) => done(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        done(event.key === 'Enter' ? event.currentTarget.value : undefined);
      }}
    />
  );
}
