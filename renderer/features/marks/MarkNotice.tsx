import { Button } from '../../ui/Button.tsx';
import styles from './MarkNotice.module.css';

export interface MarkNoticeProps {
  readonly text: string;
  /** The last is the one that is most likely wanted. */
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

/** A sentence over the foot of the text, with what can be done about it. */
export function MarkNotice({ text, actions }: MarkNoticeProps) {
  return (
    <aside className={styles.notice} aria-label={text}>
      <p>{text}</p>
      {actions.map(({ label, run }, at) => (
        <Button key={label} tone={at === actions.length - 1 ? 'primary' : 'plain'} onClick={run}>
          {label}
        </Button>
      ))}
    </aside>
  );
}
