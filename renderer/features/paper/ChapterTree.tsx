import { useId } from 'react';
import { flattenChapters, localized } from '../../../core/book/contents.ts';
import type { ContentsEntry } from '../../../core/book/model.ts';
import type { PaperMessages } from '../../i18n/paper.ts';
import styles from './PaperDialog.module.css';

export interface ChapterTreeProps {
  readonly words: PaperMessages;
  readonly contents: readonly ContentsEntry[];
  readonly lang: string;
  readonly languages: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** The contents with a box at each chapter, and one at each part for all that is in it. */
export function ChapterTree({ words, contents, onChange, ...props }: ChapterTreeProps) {
  const titleId = useId();
  const all = flattenChapters(contents).map(({ id }) => id);
  const count = all.filter((id) => props.chosen.has(id)).length;
  return (
    <div className={styles.chapters} role="group" aria-labelledby={titleId}>
      <div className={styles.chaptersHead}>
        <span id={titleId} className="visually-hidden">
          {words.chapters}
        </span>
        <output>{words.chosen(count, all.length)}</output>
        <button type="button" onClick={() => onChange(new Set(all))}>
          {words.all}
        </button>
        <button type="button" onClick={() => onChange(new Set())}>
          {words.none}
        </button>
      </div>
      {/* What scrolls is reached by its boxes; each comes into view with the focus. */}
      <div className={styles.tree}>
        <Entries entries={contents} onChange={onChange} {...props} />
      </div>
    </div>
  );
}

function Entries({
  entries,
  ...props
}: Omit<ChapterTreeProps, 'words' | 'contents'> & { readonly entries: readonly ContentsEntry[] }) {
  const { lang, languages, chosen, onChange } = props;
  return (
    <ul className={styles.list}>
      {entries.map((entry) => {
        // A chapter's box is its own; a part's stands for all below it.
        const ids = entry.kind === 'chapter' ? [entry.id] : flattenChapters(entry.children).map(({ id }) => id);
        const count = ids.filter((id) => chosen.has(id)).length;
        return (
          <li key={entry.id}>
            <label data-kind={entry.kind}>
              <input
                type="checkbox"
                checked={count > 0 && count === ids.length}
                ref={(box) => {
                  if (box) box.indeterminate = count > 0 && count < ids.length;
                }}
                onChange={({ target }) => {
                  const next = new Set(chosen);
                  for (const id of ids)
                    if (target.checked) next.add(id);
                    else next.delete(id);
                  onChange(next);
                }}
              />
              <span lang={lang}>{localized(entry.title, lang, languages)}</span>
            </label>
            {entry.children.length > 0 && <Entries {...props} entries={entry.children} />}
          </li>
        );
      })}
    </ul>
  );
}
