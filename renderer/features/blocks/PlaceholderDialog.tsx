import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { useMessages } from '../../i18n/messages-context.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './PlaceholderDialog.module.css';

export interface PlaceholderDialogProps {
  readonly name: string;
  readonly value: string;
  /** Whether other values of the book are filled in. */
  readonly hasOthers: boolean;
  /** The new value; empty takes it away. */
  readonly onKeep: (value: string) => void;
  readonly onResetAll: () => void;
  readonly onClose: () => void;
}

/** As long as the store takes. */
const maxLength = 1000;

/** Asks for the value of a placeholder, once for the whole book. */
export function PlaceholderDialog({ name, value, hasOthers, onKeep, onResetAll, onClose }: PlaceholderDialogProps) {
  const messages = useMessages();
  const words = messages.placeholders;
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const hintId = useId();

  // After the dialog is open: it gives the focus to its first button.
  useEffect(() => input.current?.select(), []);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    onKeep(typed.trim());
  }

  return (
    <Dialog title={words.title} closeLabel={messages.close} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={inputId}>{name}</label>
        <input
          ref={input}
          id={inputId}
          aria-describedby={hintId}
          value={typed}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={hintId}>{words.hint}</p>
        <div className={styles.actions}>
          {hasOthers && <Button onClick={onResetAll}>{words.resetAll}</Button>}
          {value !== '' && <Button onClick={() => onKeep('')}>{words.reset}</Button>}
          <button type="submit" className={styles.keep}>
            {words.keep}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
