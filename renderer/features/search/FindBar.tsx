import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useUiLanguage } from '../../i18n/messages-context.ts';
import { searchMessagesFor } from '../../i18n/search.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './FindBar.module.css';

export interface FindBarProps {
  readonly input: string;
  /** Goes up with each wish to type: the field takes the focus and selects what it holds. */
  readonly asked: number;
  /** Undefined while nothing is asked or an answer is awaited. */
  readonly total: number | undefined;
  /** Whether the text has it in the other script of Chinese alone. */
  readonly otherScript: boolean;
  /** How many places stand in the open chapter. */
  readonly totalHere: number;
  /** The place that was gone to, from 0. */
  readonly current: number | undefined;
  readonly keys: { readonly next: string | undefined; readonly previous: string | undefined };
  readonly onInput: (input: string) => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
  readonly onEnd: (how: 'return' | 'stay') => void;
}

/** One line above the text: what is looked for, how often it stands in the book, and the way from place to place. */
export function FindBar(props: FindBarProps) {
  const { input, asked, total, otherScript, totalHere, current, keys, onInput, onStep, onEnd } = props;
  const { finding: words } = searchMessagesFor(useUiLanguage());
  const field = useRef<HTMLInputElement>(null);
  /** What the field holds while an input method composes. */
  const [composed, setComposed] = useState<string>();

  useLayoutEffect(() => {
    if (asked === 0) return;
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [asked]);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys of an input method choose characters.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onEnd('return');
    else if (event.key === 'F3') onStep(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Enter' && event.target === field.current) onStep(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  }

  const nothing = input !== '' && total === 0;
  return (
    // The keys belong to the whole bar, whichever of its controls has the focus.
    <search className={styles.bar} aria-label={words.title} onKeyDown={onKeyDown}>
      <input
        ref={field}
        className={styles.field}
        type="text"
        aria-label={words.field}
        aria-invalid={nothing}
        placeholder={words.field}
        autoComplete="off"
        spellCheck={false}
        value={composed ?? input}
        onChange={({ target, nativeEvent }) => {
          // The page stays where it is until the input method has given its characters.
          if ((nativeEvent as InputEvent).isComposing) setComposed(target.value);
          else onInput(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => {
          setComposed(undefined);
          onInput(currentTarget.value);
        }}
      />
      <span className={styles.count} data-nothing={nothing || undefined}>
        {input !== '' && total !== undefined && words.count(current, total, totalHere)}
        {input !== '' && otherScript && words.otherScript}
      </span>
      <IconButton
        icon="up"
        label={words.previous}
        keys={keys.previous}
        disabled={!total}
        onClick={() => onStep('previous')}
      />
      <IconButton icon="down" label={words.next} keys={keys.next} disabled={!total} onClick={() => onStep('next')} />
      <IconButton icon="close" label={words.stay} onClick={() => onEnd('stay')} />
    </search>
  );
}
