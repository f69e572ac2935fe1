import type { PlacedMark } from '../../../core/contract/marks.ts';
import { noteBeginning } from '../../../core/marks/note-html.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './MarkList.module.css';
import { NoteText, type NoteLinks } from './NoteText.tsx';
import { Swatch } from './Swatch.tsx';

type Lost = Extract<PlacedMark['placement'], { kind: 'lost' }>;
export type Candidate = Lost['candidates'][number];

export interface MarkEntryProps {
  readonly words: MarkMessages;
  readonly links: NoteLinks;
  readonly mark: PlacedMark;
  /** A place in the book in words. */
  readonly placeOf: (place: { readonly chapterId: string; readonly blockId: string }) => string;
  readonly dateOf: (ms: number) => string;
  readonly isChosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onGo: () => void;
  /** The reader chose one of the places that come into question. */
  readonly onPut: (mark: PlacedMark, candidate: Candidate) => void;
}

const beginningLength = 160;

/** One mark in the list. */
export function MarkEntry({ words, links, mark, placeOf, dateOf, isChosen, onChoose, onGo, onPut }: MarkEntryProps) {
  const { placement, anchor } = mark;
  const quote = anchor?.quote ?? '';
  const title = mark.label ?? (quote === '' ? words.wholeBook : Array.from(quote).slice(0, beginningLength).join(''));
  const place =
    placement.kind === 'placed'
      ? placeOf({ chapterId: placement.chapterId, blockId: placement.range.blockId })
      : anchor
        ? placeOf(anchor)
        : words.wholeBook;
  return (
    <li className={styles.entry}>
      <input
        type="checkbox"
        aria-label={words.select(title)}
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div>
        <button type="button" disabled={placement.kind === 'lost'} onClick={onGo}>
          <span className={styles.place}>
            {mark.kind === 'bookmark' ? words.kinds.bookmark : <Swatch color={mark.color} />} {place}
          </span>
          <span lang={anchor?.lang}>{title}</span>
        </button>
        {mark.body !== null && (
          <div className={styles.body}>
            <NoteText links={links} body={noteBeginning(mark.body)} />
          </div>
        )}
        <p className={styles.about}>
          {[
            words.madeOn(dateOf(mark.createdAt)),
            ...(mark.state ? [words.states[mark.state]] : []),
            ...mark.tags.map((tag) => `#${tag}`),
          ].join(' · ')}
        </p>
        {placement.kind === 'lost' && (
          <div className={styles.lost}>
            <p>
              {words.needsPlace} <q lang={anchor?.lang}>{quote}</q>
            </p>
            {placement.candidates.map((candidate) => (
              <button
                key={`${candidate.chapterId} ${candidate.range.blockId} ${String(candidate.range.start)}`}
                type="button"
                onClick={() => onPut(mark, candidate)}
              >
                {words.putHere(placeOf({ chapterId: candidate.chapterId, blockId: candidate.range.blockId }))}
              </button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}
