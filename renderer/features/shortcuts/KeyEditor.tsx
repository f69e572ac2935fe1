import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { keyLimit, ownerOf, type KeyTable } from '../../../core/keys/bindings.ts';
import { holderOf } from '../../../core/keys/reserved.ts';
import { shortcutKeys, shortcutOf } from '../../../core/keys/shortcut.ts';
import type { KeysMessages } from '../../i18n/keys.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { KeyChips } from './KeyChips.tsx';
import styles from './ShortcutSheet.module.css';

export interface KeyEditorProps {
  readonly words: KeysMessages;
  readonly id: string;
  readonly label: string;
  readonly inForce: KeyTable;
  readonly isChanged: boolean;
  readonly mac: boolean;
  readonly host: 'electron' | 'browser';
  readonly labelOf: (commandId: string) => string;
  /** Gives the key to this command, taking it from the one that has it. */
  readonly onAdd: (key: string) => void;
  readonly onRemove: (key: string) => void;
  readonly onReset: () => void;
  readonly onDone: () => void;
}

/** The keys of one command while they are changed: what is pressed here is taken down, and nothing else happens. */
export function KeyEditor(props: KeyEditorProps) {
  const { words, id, label, inForce, isChanged, mac, host, labelOf, onAdd, onRemove, onReset, onDone } = props;
  const keys = inForce[id] ?? [];
  const recorder = useRef<HTMLInputElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  /** A key that another command has, while the reader is asked. */
  const [asked, setAsked] = useState<{ readonly key: string; readonly owner: string }>();
  const printed = (key: string): string => shortcutKeys(key, mac).join(mac ? '' : '+');

  useEffect(() => recorder.current?.focus(), []);
  useEffect(() => {
    if (asked) answer.current?.querySelector('button')?.focus();
  }, [asked]);

  function take(key: string): void {
    setAsked(undefined);
    recorder.current?.focus();
    const holder = holderOf(key, mac, host);
    if (keys.includes(key)) setSaid(words.alreadyHere(printed(key)));
    else if (holder !== undefined) setSaid(words.held[holder](printed(key)));
    else if (keys.length >= keyLimit) setSaid(words.full(keyLimit));
    else {
      const owner = ownerOf(inForce, key);
      setSaid(owner === undefined ? words.added(printed(key), label) : words.taken(printed(key), labelOf(owner)));
      if (owner === undefined) onAdd(key);
      else setAsked({ key, owner });
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const { key } = event;
    // The way out by the keyboard stays open; a modifier alone is the beginning of something.
    if (key === 'Tab' || /^(Control|Shift|Alt|AltGraph|Meta|OS|CapsLock|NumLock|Fn)$/.test(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') {
      onDone();
      return;
    }
    const pressed = shortcutOf(event.nativeEvent, mac);
    if (pressed === undefined) setSaid(words.unknownKey);
    else take(pressed);
  }

  function give(): void {
    if (!asked) return;
    setSaid(words.added(printed(asked.key), label));
    onAdd(asked.key);
    leave();
  }

  function leave(): void {
    setAsked(undefined);
    recorder.current?.focus();
  }

  return (
    <div className={styles.editor}>
      <div className={styles.edited}>
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            className={styles.removal}
            title={`${words.remove} ${printed(key)}`}
            onClick={() => {
              onRemove(key);
              setSaid(words.removed(printed(key), label));
              leave();
            }}
          >
            <span className="visually-hidden">{words.remove} </span>
            <KeyChips keys={shortcutKeys(key, mac)} />
            <Icon name="close" />
          </button>
        ))}
        <input
          ref={recorder}
          type="text"
          readOnly
          className={styles.recorder}
          aria-label={words.press(label)}
          placeholder={words.pressHint}
          onKeyDown={onKeyDown}
        />
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {asked ? (
        <div ref={answer} className={styles.answers}>
          <Button tone="primary" onClick={give}>
            {words.giveTo(label)}
          </Button>
          <Button
            onClick={() => {
              setSaid('');
              leave();
            }}
          >
            {words.leave}
          </Button>
        </div>
      ) : (
        <div className={styles.answers}>
          {isChanged && (
            <Button
              onClick={() => {
                onReset();
                setSaid(words.wasReset(label));
                leave();
              }}
            >
              {words.reset}
            </Button>
          )}
          <Button onClick={onDone}>{words.done}</Button>
        </div>
      )}
    </div>
  );
}
