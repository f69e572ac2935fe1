import { useUiLanguage } from '../../i18n/messages-context.ts';
import { searchMessagesFor } from '../../i18n/search.ts';
import { Marked } from '../../ui/Marked.tsx';
import type { SearchResult } from './result.ts';
import styles from './SearchPanel.module.css';

export interface SearchRowProps {
  readonly id: string;
  readonly result: SearchResult;
  readonly selected: boolean;
  readonly onChoose: () => void;
}

/** A section: where it stands, the piece of it that answers, and what it lacks or by which name it was found. */
export function SearchRow({ id, result, selected, onChoose }: SearchRowProps) {
  const { search: words } = searchMessagesFor(useUiLanguage());
  const { hit, path } = result;
  const { excerpt, missing, via, lang } = hit;
  return (
    // The keyboard's way is the field above, which names this row as its active one.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div id={id} role="option" aria-selected={selected} className={styles.option} onClick={onChoose}>
      <span className={styles.path} lang={lang}>
        {path.join(' › ')}
      </span>
      {(via !== undefined || missing.length > 0) && (
        <span className={styles.remark}>{via === undefined ? words.lacks(missing.join(', ')) : words.via(via)}</span>
      )}
      <span className={styles.excerpt} lang={lang}>
        {excerpt.cutBefore && '…'}
        <Marked text={excerpt.text} ranges={excerpt.ranges} />
        {excerpt.cutAfter && '…'}
      </span>
    </div>
  );
}
