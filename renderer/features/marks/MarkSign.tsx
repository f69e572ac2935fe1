import { memo } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { noteBeginning, noteText } from '../../../core/marks/note-html.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './MarkSigns.module.css';
import { NoteText, type NoteLinks } from './NoteText.tsx';

export interface MarkSignProps {
  readonly words: MarkMessages;
  readonly links: NoteLinks;
  readonly mark: PlacedMark;
  /** Whether it was made in a language that is not on the page. */
  readonly isForeign: boolean;
  readonly left: number;
  /** Room for the note itself. */
  readonly width: number | undefined;
  readonly onOpen: (mark: PlacedMark) => void;
}

/** The ribbon of a bookmark or the sign of a note beside the text; drawn anew only where its own mark has changed. */
export const MarkSign = memo(function MarkSign(props: MarkSignProps) {
  const { words, links, mark, isForeign, left, width, onOpen } = props;
  const kind = isForeign ? words.otherLanguage(words.kinds[mark.kind]) : words.kinds[mark.kind];
  const text = mark.label ?? (mark.body === null ? (mark.anchor?.quote ?? '') : noteText(noteBeginning(mark.body)));
  const name = words.sign(kind, text.slice(0, 200));
  return (
    <li data-mark={mark.id} style={{ left, width }} data-wide={width === undefined ? undefined : ''}>
      <button
        type="button"
        className={styles.sign}
        data-kind={mark.kind}
        data-color={mark.color ?? 'none'}
        data-foreign={isForeign || undefined}
        aria-label={name}
        title={width === undefined || mark.body === null ? name : undefined}
        onClick={() => onOpen(mark)}
      >
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
          <path d={mark.kind === 'bookmark' ? 'M5 2.5h10v15l-5-4-5 4z' : 'M3 4h14v9H9l-4 4v-4H3z'} />
        </svg>
      </button>
      {width !== undefined && mark.body !== null && (
        // The button beside it is the keyboard's way.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div className={styles.note} onClick={() => onOpen(mark)}>
          <NoteText links={links} body={noteBeginning(mark.body)} />
        </div>
      )}
    </li>
  );
});
