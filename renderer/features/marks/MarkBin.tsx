import { useState } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { daysLeftInBin } from '../../../core/marks/bin.ts';
import { noteBeginning } from '../../../core/marks/note-html.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import entryStyles from './MarkEntry.module.css';
import { placeText, titleOf, type EntryContext } from './MarkEntry.tsx';
import styles from './MarksPage.module.css';
import { NoteText } from './NoteText.tsx';
import { Swatch } from './Swatch.tsx';

export interface MarkBinProps {
  readonly context: Pick<EntryContext, 'words' | 'listWords' | 'links' | 'placeOf'>;
  readonly closeLabel: string;
  /** What was deleted, the latest first. */
  readonly marks: readonly PlacedMark[];
  readonly nowMs: number;
  readonly onRestore: (marks: readonly PlacedMark[]) => void;
  readonly onErase: (marks: readonly PlacedMark[]) => void;
}

/** As many are drawn at first, and with each step. */
const portion = 100;

/** What was deleted and can still be brought back. */
export function MarkBin({ context, closeLabel, marks, nowMs, onRestore, onErase }: MarkBinProps) {
  const { words, listWords, links } = context;
  const [limit, setLimit] = useState(portion);
  /** Those that would be erased, while the reader is asked. */
  const [asked, setAsked] = useState<readonly PlacedMark[]>();

  return (
    <div className={styles.bin}>
      <p className={styles.binAbout}>{marks.length === 0 ? listWords.binEmpty : listWords.binAbout}</p>
      {marks.length > 0 && (
        <div className={styles.bulk}>
          <Button onClick={() => onRestore(marks)}>{listWords.restoreAll}</Button>
          <Button onClick={() => setAsked(marks)}>{listWords.eraseAll}</Button>
        </div>
      )}
      <ul aria-label={listWords.tabs.bin}>
        {marks.slice(0, limit).map((mark) => (
          <li key={mark.id} className={styles.deleted}>
            <div className={entryStyles.main}>
              <p className={entryStyles.place}>
                {mark.kind === 'bookmark' ? <span>{words.kinds.bookmark}</span> : <Swatch color={mark.color} />}
                <span>{placeText(mark, context)}</span>
              </p>
              <p className={entryStyles.title} lang={mark.label === null ? mark.anchor?.lang : undefined}>
                {titleOf(mark, words)}
              </p>
              {mark.body !== null && (
                <div className={entryStyles.body}>
                  <NoteText links={links} body={noteBeginning(mark.body)} />
                </div>
              )}
              <p className={entryStyles.about}>{listWords.daysLeft(daysLeftInBin(mark.deletedAt ?? nowMs, nowMs))}</p>
            </div>
            <div className={styles.deletedActions}>
              <Button onClick={() => onRestore([mark])}>{listWords.restore}</Button>
              <Button onClick={() => setAsked([mark])}>{listWords.erase}</Button>
            </div>
          </li>
        ))}
      </ul>
      {marks.length > limit && (
        <Button onClick={() => setLimit(limit + portion)}>{words.more(Math.min(portion, marks.length - limit))}</Button>
      )}
      {asked && (
        <Dialog
          title={listWords.eraseQuestion(asked.length)}
          closeLabel={closeLabel}
          onClose={() => setAsked(undefined)}
        >
          <p>{listWords.eraseWarning}</p>
          <div className={styles.answers}>
            <Button onClick={() => setAsked(undefined)}>{listWords.cancel}</Button>
            <Button
              tone="primary"
              onClick={() => {
                onErase(asked);
                setAsked(undefined);
              }}
            >
              {listWords.erase}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
