import type { Ref } from 'react';
import type { MarkMessages } from '../../i18n/marks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './NoteConflict.module.css';

export interface NoteConflictProps {
  readonly words: MarkMessages;
  /** Their text; undefined where they have deleted the note. */
  readonly theirs: string | undefined;
  /** Gets the focus where the reader wants to be done before it is settled. */
  readonly ref: Ref<HTMLDivElement>;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onBoth: () => void;
}

/** The note was changed elsewhere while it was written here: both texts are there until the writer has chosen. */
export function NoteConflict({ words, theirs, ref, onMine, onTheirs, onBoth }: NoteConflictProps) {
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={styles.conflict}>
      <p>{theirs === undefined ? words.conflict.deleted : words.conflict.changed}</p>
      {theirs !== undefined && <blockquote>{theirs === '' ? words.conflict.emptied : theirs}</blockquote>}
      <div className={styles.choices}>
        <Button onClick={onMine}>{theirs === undefined ? words.conflict.restore : words.conflict.mine}</Button>
        <Button onClick={onTheirs}>{theirs === undefined ? words.conflict.letGo : words.conflict.theirs}</Button>
        {theirs !== undefined && theirs !== '' && <Button onClick={onBoth}>{words.conflict.both}</Button>}
      </div>
    </div>
  );
}
