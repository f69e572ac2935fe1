import { useId, useState, type CSSProperties } from 'react';
import type { ShelfBook } from '../../../core/contract/shelf.ts';
import type { ShelfMessages } from '../../i18n/shelf.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Shelf.module.css';

export interface BookRowProps {
  readonly words: ShelfMessages;
  readonly book: ShelfBook;
  readonly isCurrent: boolean;
  readonly busy: boolean;
  readonly titleOf: (book: ShelfBook) => { readonly text: string; readonly lang: string | undefined };
  readonly languageName: (lang: string) => string;
  readonly dateOf: (ms: number) => string;
  readonly onOpen: (book: ShelfBook) => void;
  readonly onUpdate: (book: ShelfBook) => void;
  readonly onRemove: (book: ShelfBook) => void;
  readonly onReport: (book: ShelfBook) => void;
}

/** One book: how far one is in it, and what can be done with it. Taking it away asks first, in its own place. */
export function BookRow(props: BookRowProps) {
  const { words, book, isCurrent, busy, titleOf, onOpen, onUpdate, onRemove, onReport } = props;
  const [asking, setAsking] = useState(false);
  const factsId = useId();
  const { text, lang } = titleOf(book);
  const { source } = book;
  const problems = words.problems(book.errors, book.warnings);
  const canUpdate = source !== null && source.state !== 'gone' && (source.state !== 'kept' || book.damaged);

  return (
    <li className={styles.book} data-current={isCurrent || undefined}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.open}
          data-open
          lang={lang}
          aria-describedby={factsId}
          aria-current={isCurrent || undefined}
          disabled={book.damaged}
          onClick={() => onOpen(book)}
        >
          {text}
        </button>
        <p id={factsId} className={styles.facts}>
          {factsOf(props).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {book.progress !== null && (
          <span className={styles.progress} style={{ '--read': book.progress } as CSSProperties} aria-hidden="true" />
        )}
      </div>
      {book.damaged && <p className={styles.remark}>{words.damaged}</p>}
      {source?.state === 'changed' && <p className={styles.remark}>{words.changed}</p>}
      {source?.state === 'gone' && <p className={styles.remark}>{words.gone}</p>}
      {book.kind === 'imported' && !asking && (
        <div className={styles.tools}>
          {problems !== '' && (
            <button type="button" onClick={() => onReport(book)}>
              {problems}
            </button>
          )}
          {canUpdate && !busy && (
            <button type="button" onClick={() => onUpdate(book)}>
              {words.update}
            </button>
          )}
          {!busy && (
            <button type="button" onClick={() => setAsking(true)}>
              {words.remove}
            </button>
          )}
        </div>
      )}
      {asking && (
        <div className={styles.question} role="group" aria-label={words.remove}>
          <p>{words.removeQuestion(text, book.marks)}</p>
          <div className={styles.actions}>
            {/* The safe answer is the one that is at hand. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <Button autoFocus onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
            <Button
              onClick={() => {
                setAsking(false);
                onRemove(book);
              }}
            >
              {words.remove}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

function factsOf({ words, book, isCurrent, languageName, dateOf }: BookRowProps): string[] {
  const { languages, progress, lastReadAt, marks, source, kind, chapters } = book;
  return [
    ...(isCurrent ? [words.here] : []),
    ...(kind === 'manual' ? [words.manual] : []),
    ...(languages.length > 0 ? [languages.map(languageName).join(' / ')] : []),
    ...(chapters > 0 ? [words.chapters(chapters)] : []),
    progress === null ? words.neverRead : words.read(Math.floor(progress * 100)),
    ...(marks > 0 ? [words.marks(marks)] : []),
    ...(lastReadAt === null || isCurrent ? [] : [words.lastRead(dateOf(lastReadAt))]),
    ...(source === null ? [] : [words.from(source.name)]),
  ];
}
