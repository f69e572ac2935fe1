import { useMessages } from '../../i18n/messages-context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './ShortcutSheet.module.css';

export interface ShortcutRow {
  readonly label: string;
  /** Alternatives, each as a list of keys: `[['Ctrl', 'B']]`. */
  readonly keys: readonly (readonly string[])[];
}

export interface ShortcutSheetProps {
  readonly rows: readonly ShortcutRow[];
  readonly onClose: () => void;
}

/** All commands with their keys. */
export function ShortcutSheet({ rows, onClose }: ShortcutSheetProps) {
  const messages = useMessages();
  return (
    <Dialog title={messages.shortcuts.title} closeLabel={messages.close} onClose={onClose}>
      <dl className={styles.rows}>
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>
              {row.keys.map((keys) => (
                <span key={keys.join('+')}>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
