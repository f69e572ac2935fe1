import { useMessages } from '../../i18n/messages-context.ts';
import styles from './Contents.module.css';

export interface MarkCountProps {
  readonly count: number;
}

/** How many marks stand there: small, at the end of a row; nothing where there are none. */
export function MarkCount({ count }: MarkCountProps) {
  const { contents } = useMessages();
  if (count === 0) return null;
  const words = contents.marks(count);
  return (
    <span className={styles.marks} title={words}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
