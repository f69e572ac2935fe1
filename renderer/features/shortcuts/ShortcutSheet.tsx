import { useState } from 'react';
import { keysInForce, withKey, withKeys, type KeyTable } from '../../../core/keys/bindings.ts';
import { shortcutKeys } from '../../../core/keys/shortcut.ts';
import type { KeysMessages } from '../../i18n/keys.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeyChips } from './KeyChips.tsx';
import { KeyEditor } from './KeyEditor.tsx';
import { KeysExchange } from './KeysExchange.tsx';
import styles from './ShortcutSheet.module.css';

export interface ShortcutRow {
  readonly id: string;
  readonly label: string;
}

export interface ShortcutSheetProps {
  readonly words: KeysMessages;
  readonly closeLabel: string;
  /** The commands, a group for each area of the program. */
  readonly groups: readonly { readonly title: string; readonly rows: readonly ShortcutRow[] }[];
  /** The keys that the commands come with, and what the reader has changed. */
  readonly defaults: KeyTable;
  readonly changed: KeyTable;
  readonly mac: boolean;
  readonly host: 'electron' | 'browser';
  readonly onChange: (changed: KeyTable) => void;
  readonly saveFile: (name: string, content: Blob) => Promise<boolean>;
  readonly onClose: () => void;
}

/** All commands with their keys, and where the reader changes them. */
export function ShortcutSheet(props: ShortcutSheetProps) {
  const { words, closeLabel, groups, defaults, changed, mac, host, onChange, saveFile, onClose } = props;
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<string>();
  const inForce = keysInForce(defaults, changed);
  const all = groups.flatMap(({ rows }) => rows);
  const printed = (id: string): string[][] => (inForce[id] ?? []).map((key) => shortcutKeys(key, mac));

  const needle = wanted.trim().toLowerCase();
  const fits = ({ id, label }: ShortcutRow): boolean =>
    id === edited ||
    label.toLowerCase().includes(needle) ||
    printed(id).some((keys) => keys.join('+').toLowerCase().includes(needle) || keys.join('').toLowerCase() === needle);
  const shown = groups.map((group) => ({ ...group, rows: group.rows.filter(fits) })).filter(({ rows }) => rows.length);

  return (
    <Dialog title={words.title} closeLabel={closeLabel} onClose={onClose}>
      <input
        type="search"
        className={styles.filter}
        aria-label={words.filter}
        placeholder={words.filter}
        autoComplete="off"
        spellCheck={false}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {shown.length === 0 && (
        <p role="status" className={styles.nothing}>
          {words.nothing}
        </p>
      )}
      {shown.map(({ title, rows }) => (
        <section key={title} className={styles.group} aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {rows.map(({ id, label }) => (
              <li key={id} data-edited={id === edited || undefined}>
                <span className={styles.name}>{label}</span>
                <span className={styles.alternatives}>
                  {printed(id).length === 0 && <span className={styles.none}>{words.none}</span>}
                  {printed(id).map((keys) => (
                    <KeyChips key={keys.join('+')} keys={keys} />
                  ))}
                </span>
                <span className={styles.change}>
                  <IconButton
                    icon="pen"
                    label={words.change(label)}
                    expanded={id === edited}
                    onClick={() => setEdited(id === edited ? undefined : id)}
                  />
                </span>
                {id === edited && (
                  <KeyEditor
                    words={words}
                    id={id}
                    label={label}
                    inForce={inForce}
                    isChanged={Object.hasOwn(changed, id)}
                    mac={mac}
                    host={host}
                    labelOf={(other) => all.find((row) => row.id === other)?.label ?? other}
                    onAdd={(key) => onChange(withKey(defaults, changed, id, key))}
                    onRemove={(key) =>
                      onChange(withKeys(defaults, changed, id, inForce[id]?.filter((one) => one !== key) ?? []))
                    }
                    onReset={() => onChange(withKeys(defaults, changed, id, defaults[id] ?? []))}
                    onDone={() => {
                      setEdited(undefined);
                      // Back to where it began, for whoever works by the keyboard.
                      document.querySelector<HTMLElement>('dialog:modal [aria-expanded="true"]')?.focus();
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <KeysExchange
        words={words}
        changed={changed}
        known={all.map(({ id }) => id)}
        onChange={onChange}
        saveFile={saveFile}
      />
    </Dialog>
  );
}
