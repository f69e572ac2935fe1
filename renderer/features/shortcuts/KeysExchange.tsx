import { useRef, useState } from 'react';
import type { KeyTable } from '../../../core/keys/bindings.ts';
import { readKeysFile, writeKeysFile } from '../../../core/keys/keys-file.ts';
import type { KeysMessages } from '../../i18n/keys.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ShortcutSheet.module.css';

export interface KeysExchangeProps {
  readonly words: KeysMessages;
  readonly changed: KeyTable;
  readonly known: readonly string[];
  readonly onChange: (changed: KeyTable) => void;
  /** False where the file was not saved; why has been told. */
  readonly saveFile: (name: string, content: Blob) => Promise<boolean>;
}

const fileName = 'recto-keys.json';
/** Far more than the file of all commands has. */
const sizeLimit = 200_000;

/** The reader's keys out of Recto and into it, and the way back to those that commands come with. */
export function KeysExchange({ words, changed, known, onChange, saveFile }: KeysExchangeProps) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const isChanged = Object.keys(changed).length > 0;

  async function write(): Promise<void> {
    const saved = await saveFile(fileName, new Blob([writeKeysFile(changed)], { type: 'application/json' }));
    setSaid(saved ? words.exported(fileName) : '');
  }

  async function read(file: File | undefined): Promise<void> {
    if (!file) return;
    const read = readKeysFile(file.size > sizeLimit ? '' : await file.text(), known);
    if (read.ok) onChange(read.keys);
    setSaid(read.ok ? words.imported(Object.keys(read.keys).length, read.unknown) : words.problem(read.problem));
    // The same file can be chosen again.
    if (input.current) input.current.value = '';
  }

  return (
    <div className={styles.exchange}>
      <Button onClick={() => input.current?.click()}>{words.importFile}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={words.importFile}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      {isChanged && <Button onClick={() => void write()}>{words.exportFile}</Button>}
      {isChanged && (
        <Button
          onClick={() => {
            onChange({});
            setSaid(words.allReset);
          }}
        >
          {words.resetAll}
        </Button>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
