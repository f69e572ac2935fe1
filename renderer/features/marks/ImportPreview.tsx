import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { usePatience } from '../../ui/use-patience.ts';
import { hasNews, ImportFindings, type ImportReport } from './ImportFindings.tsx';
import styles from './ImportPreview.module.css';

export interface ImportPreviewProps {
  readonly words: MarkMessages;
  readonly closeLabel: string;
  /** What the file is called. */
  readonly name: string;
  /** The book that is open. */
  readonly bookId: string;
  /** What would become of its marks, why it cannot be read, or undefined while it is looked at. */
  readonly seen: ImportReport | string | undefined;
  /** Whether its marks are being taken. */
  readonly isTaking: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** A file of marks that was opened with Recto: nothing is taken before the reader has said so. */
export function ImportPreview({
  words,
  closeLabel,
  name,
  bookId,
  seen,
  isTaking,
  onTake,
  onClose,
}: ImportPreviewProps) {
  const isPatient = usePatience();
  const isWorthTaking = !isTaking && hasNews(seen);
  return (
    <Dialog title={words.importing} closeLabel={closeLabel} onClose={onClose}>
      <p className={styles.name}>
        <bdi>{name}</bdi>
      </p>
      <div role="status" className={styles.seen}>
        {isTaking ? (
          words.taking
        ) : seen !== undefined ? (
          <ImportFindings words={words} bookId={bookId} report={seen} />
        ) : (
          isPatient && words.looking
        )}
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{isWorthTaking ? words.cancel : closeLabel}</Button>
        {isWorthTaking && (
          <Button tone="primary" onClick={onTake}>
            {words.take}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
