import type { Response } from '../../../core/contract/channels.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './ImportPreview.module.css';

export interface ImportPreviewProps {
  readonly words: MarkMessages;
  readonly closeLabel: string;
  /** What the file is called. */
  readonly name: string;
  /** The book that is open. */
  readonly bookId: string;
  /** What would become of its marks, why it cannot be read, or undefined while it is looked at. */
  readonly seen: Response<'marks:import'> | string | undefined;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** A file of marks that was opened with Recto: nothing is taken before the reader has said so. */
export function ImportPreview({ words, closeLabel, name, bookId, seen, onTake, onClose }: ImportPreviewProps) {
  const report = typeof seen === 'object' ? seen : undefined;
  const hasNews = report !== undefined && report.counts.new + report.counts.newer > 0;
  return (
    <Dialog title={words.importing} closeLabel={closeLabel} onClose={onClose}>
      <p className={styles.name}>
        <bdi>{name}</bdi>
      </p>
      <div role="status" className={styles.seen}>
        {typeof seen === 'string' && <p>{seen}</p>}
        {report && <p>{words.wouldTake(report.counts, report.passedOver, report.notFound)}</p>}
        {report && report.bookId !== bookId && <p>{words.otherBook(report.bookId)}</p>}
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{hasNews ? words.cancel : closeLabel}</Button>
        {hasNews && (
          <Button tone="primary" onClick={onTake}>
            {words.take}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
