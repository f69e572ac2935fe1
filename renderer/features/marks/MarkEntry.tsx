import { useId, type MouseEvent } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { noteBeginning } from '../../../core/marks/note-html.ts';
import type { MarkListMessages } from '../../i18n/mark-list.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import styles from './MarkEntry.module.css';
import { NoteText, type NoteLinks } from './NoteText.tsx';
import { RenameField } from './RenameField.tsx';
import { Swatch } from './Swatch.tsx';

type Lost = Extract<PlacedMark['placement'], { kind: 'lost' }>;
export type Candidate = Lost['candidates'][number];

/** What an entry of the list needs beside its mark. */
export interface EntryContext {
  readonly words: MarkMessages;
  readonly listWords: MarkListMessages;
  readonly links: NoteLinks;
  /** A place in the book in words. */
  readonly placeOf: (place: { readonly chapterId: string; readonly blockId: string }) => string;
  readonly dateOf: (ms: number) => string;
  readonly onGo: (mark: PlacedMark) => void;
  readonly onOpen: (mark: PlacedMark) => void;
  readonly onRename: (mark: PlacedMark, label: string) => void;
  /** The reader chose one of the places that come into question. */
  readonly onPut: (mark: PlacedMark, candidate: Candidate) => void;
}

export interface MarkEntryProps {
  readonly context: EntryContext;
  readonly mark: PlacedMark;
  readonly isChosen: boolean;
  /** Whether the Tab key stops here. */
  readonly isCurrent: boolean;
  readonly isRenamed: boolean;
  readonly onChoose: (chosen: boolean, withShift: boolean) => void;
  /** Undefined: it stays as it is called. */
  readonly onRenamed: (label: string | undefined) => void;
  readonly onRename: () => void;
}

const beginningLength = 160;

/** A mark in words: its name, or the beginning of what it is about. */
export function titleOf(mark: PlacedMark, words: MarkMessages): string {
  const quote = mark.anchor?.quote ?? '';
  return mark.label ?? (quote === '' ? words.wholeBook : Array.from(quote).slice(0, beginningLength).join(''));
}

/** Where a mark stands, in words; for one that has lost its place, where it stood. */
export function placeText(
  { placement, anchor }: PlacedMark,
  { words, placeOf }: Pick<EntryContext, 'words' | 'placeOf'>,
): string {
  if (placement.kind === 'placed') return placeOf({ chapterId: placement.chapterId, blockId: placement.range.blockId });
  return anchor ? placeOf(anchor) : words.wholeBook;
}

/** One mark in the list. */
export function MarkEntry(props: MarkEntryProps) {
  const { context, mark, isChosen, isCurrent, isRenamed, onChoose, onRenamed, onRename } = props;
  const { words, listWords, links, placeOf, dateOf, onGo, onOpen, onPut } = context;
  const { placement, anchor } = mark;
  const title = titleOf(mark, words);
  const titleId = useId();
  const tabIndex = isCurrent ? 0 : -1;

  function onClick(event: MouseEvent): void {
    if (event.shiftKey || event.ctrlKey || event.metaKey) onChoose(!isChosen || event.shiftKey, event.shiftKey);
    else onGo(mark);
  }

  return (
    <div className={styles.entry} data-chosen={isChosen || undefined}>
      <input
        type="checkbox"
        tabIndex={tabIndex}
        aria-label={words.select(title)}
        checked={isChosen}
        onChange={() => undefined}
        onClick={(event) => onChoose(event.currentTarget.checked, event.shiftKey)}
      />
      <div className={styles.main}>
        <p className={styles.place}>
          {mark.kind === 'bookmark' ? <span>{words.kinds.bookmark}</span> : <Swatch color={mark.color} />}
          <span>{placeText(mark, context)}</span>
        </p>
        {isRenamed ? (
          <RenameField label={listWords.name} value={mark.label ?? ''} placeholder={title} onDone={onRenamed} />
        ) : (
          <button
            type="button"
            id={titleId}
            tabIndex={tabIndex}
            className={styles.title}
            disabled={placement.kind === 'lost'}
            lang={mark.label === null ? anchor?.lang : undefined}
            onClick={onClick}
          >
            {title}
          </button>
        )}
        {mark.body !== null && (
          <div className={styles.body}>
            <NoteText links={links} body={noteBeginning(mark.body)} />
          </div>
        )}
        <p className={styles.about}>
          <span>
            {[
              words.madeOn(dateOf(mark.createdAt)),
              ...(mark.color && mark.kind !== 'bookmark' ? [words.colors[mark.color]] : []),
              ...(mark.state ? [words.states[mark.state]] : []),
              ...mark.tags.map((tag) => `#${tag}`),
            ].join(' · ')}
          </span>
          <button type="button" tabIndex={tabIndex} data-rename aria-describedby={titleId} onClick={onRename}>
            {listWords.rename}
          </button>
          <button type="button" tabIndex={tabIndex} aria-describedby={titleId} onClick={() => onOpen(mark)}>
            {listWords.openNote}
          </button>
        </p>
        {placement.kind === 'lost' && (
          <div className={styles.lost}>
            <p>
              {words.needsPlace} <q lang={anchor?.lang}>{anchor?.quote}</q>
            </p>
            {placement.candidates.map((candidate) => (
              <button
                key={`${candidate.chapterId} ${candidate.range.blockId} ${String(candidate.range.start)}`}
                type="button"
                tabIndex={tabIndex}
                onClick={() => onPut(mark, candidate)}
              >
                {words.putHere(placeOf({ chapterId: candidate.chapterId, blockId: candidate.range.blockId }))}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
