import { memo, type ReactNode } from 'react';
import type { Excerpt } from '../../../core/search/excerpt.ts';
import type { Hit } from '../../../core/search/search.ts';
import type { PanelMessages } from '../../i18n/search.ts';
import { Marked } from '../../ui/Marked.tsx';
import type { NoteResult, SearchResult } from './result.ts';
import styles from './SearchPanel.module.css';

interface RowProps {
  /** Begins the id of every row; its number follows. */
  readonly listId: string;
  /** Its number in the list, and how many there are, fetched or not. */
  readonly index: number;
  readonly count: number;
  readonly selected: boolean;
  readonly onChoose: (index: number) => void;
}

export interface SearchRowProps extends RowProps {
  readonly words: PanelMessages;
  readonly result: SearchResult;
}

/** A section: where it stands, the piece of it that answers, and what it lacks or by which name it was found. */
export const SearchRow = memo(function SearchRow({ words, result, ...row }: SearchRowProps) {
  const { excerpt, lang } = result.hit;
  const remark = remarkOn(result.hit, words);
  return (
    <Row {...row}>
      <span className={styles.path} lang={lang}>
        {result.path.join(' › ')}
      </span>
      {remark !== undefined && <span className={styles.remark}>{remark}</span>}
      <ExcerptLine excerpt={excerpt} lang={lang} />
    </Row>
  );
});

/** Why a section is there that does not hold all that was typed, as it was typed. */
function remarkOn({ missing, via, otherScript }: Hit, words: PanelMessages): string | undefined {
  if (otherScript) return words.otherScript;
  if (via !== undefined) return words.via(via);
  return missing.length > 0 ? words.lacks(missing) : undefined;
}

export interface NoteRowProps extends RowProps {
  readonly words: PanelMessages;
  readonly result: NoteResult;
}

/** A mark of the reader's: what of it answers, and where it stands in the book. */
export const NoteRow = memo(function NoteRow({ words, result: { hit, place, lang }, ...row }: NoteRowProps) {
  return (
    <Row {...row}>
      <span className={styles.path} lang={place === '' ? undefined : lang}>
        {place === '' ? words.wholeBook : place}
      </span>
      <span className={styles.remark}>
        {[words.noteKinds[hit.kind], ...(hit.otherScript ? [words.otherScript] : [])].join(' · ')}
      </span>
      <ExcerptLine excerpt={hit.excerpt} lang={hit.lang} />
    </Row>
  );
});

/** A row that says one thing. */
export function PlainRow({ children, ...row }: RowProps & { readonly children: string }) {
  return <Row {...row}>{children}</Row>;
}

function Row({ listId, index, count, selected, onChoose, children }: RowProps & { readonly children: ReactNode }) {
  return (
    // The keyboard's way is the field above, which names this row as its active one.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`${listId}-${index}`}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={styles.option}
      onClick={() => onChoose(index)}
    >
      {children}
    </div>
  );
}

function ExcerptLine({ excerpt, lang }: { readonly excerpt: Excerpt; readonly lang: string | undefined }) {
  return (
    <span className={styles.excerpt} lang={lang}>
      {excerpt.cutBefore && '…'}
      <Marked text={excerpt.text} ranges={excerpt.ranges} />
      {excerpt.cutAfter && '…'}
    </span>
  );
}
