import type { Failure } from '../../../core/contract/result.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import { explain } from '../../i18n/ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ReadingFailure.module.css';

export interface ReadingFailureProps {
  readonly title: string;
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** Stands in the place of a chapter that could not be read. */
export function ReadingFailure({ title, failure, onRetry }: ReadingFailureProps) {
  const messages = useMessages();
  const { what, wayOut } = explain(messages, failure);
  return (
    <section className={styles.failure} role="alert">
      <h1>{messages.reading.cannotOpen(title)}</h1>
      <p>{what}</p>
      <p>{wayOut}</p>
      <Button onClick={onRetry}>{messages.tryAgain}</Button>
    </section>
  );
}
