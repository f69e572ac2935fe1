import { localized } from '../../../core/book/contents.ts';
import type { ChapterEntry, PartEntry } from '../../../core/book/model.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { EntryListProps } from './contents-props.ts';
import styles from './Contents.module.css';
import { HeadingList } from './HeadingList.tsx';
import { MarkCount } from './MarkCount.tsx';
import { ReadSign } from './ReadSign.tsx';

export function EntryList(props: EntryListProps) {
  return (
    <ul className={styles.list} data-depth={props.depth}>
      {props.entries.map((entry) => (
        <li key={entry.id}>
          {entry.kind === 'part' ? <PartRow {...props} entry={entry} /> : <ChapterRow {...props} entry={entry} />}
        </li>
      ))}
    </ul>
  );
}

/** A group title: one button that folds its chapters. */
function PartRow({ entry, ...props }: EntryListProps & { entry: PartEntry }) {
  const open = !props.folded.has(entry.id);
  return (
    <>
      <div className={styles.part} data-row={entry.id} data-depth={props.depth} data-fold={open ? 'open' : 'closed'}>
        <button type="button" aria-expanded={open} onClick={() => props.onToggle(entry.id)}>
          <Icon name="chevron" />
          <span lang={langOf(entry.title, props)}>{localized(entry.title, props.lang, props.languages)}</span>
        </button>
      </div>
      {open && <EntryList {...props} entries={entry.children} depth={props.depth + 1} />}
    </>
  );
}

/** A chapter: a link, and a button where it has something to fold (its headings while it is open, its chapters). */
function ChapterRow({ entry, ...props }: EntryListProps & { entry: ChapterEntry }) {
  const messages = useMessages();
  const current = entry.id === props.currentChapterId;
  const lang = entry.languages.includes(props.lang) ? props.lang : (entry.languages[0] ?? props.lang);
  const headings = current ? (entry.headings[lang] ?? []).filter((heading) => heading.depth <= 3) : [];
  const foldable = entry.children.length > 0 || headings.length > 0;
  const open = foldable && !props.folded.has(entry.id);
  const title = localized(entry.title, props.lang, props.languages);
  return (
    <>
      <div
        className={styles.chapter}
        data-row={entry.id}
        data-depth={props.depth}
        data-fold={foldable ? (open ? 'open' : 'closed') : undefined}
        data-current={current || undefined}
      >
        {foldable && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={open ? messages.contents.fold(title) : messages.contents.unfold(title)}
            onClick={() => props.onToggle(entry.id)}
          >
            <Icon name="chevron" />
          </button>
        )}
        <a
          href={props.hrefOf(entry.id)}
          lang={langOf(entry.title, props)}
          aria-current={current ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            props.onOpen(entry.id);
          }}
        >
          {title}
        </a>
        <MarkCount count={props.marksIn(entry.id)} />
        <ReadSign state={props.readState(entry.id)} />
      </div>
      {open && headings.length > 0 && (
        <HeadingList {...props} chapterId={entry.id} headings={headings} headingLang={lang} />
      )}
      {open && entry.children.length > 0 && <EntryList {...props} entries={entry.children} depth={props.depth + 1} />}
    </>
  );
}

/** The language in which `localized` gives a title. */
function langOf(title: Readonly<Record<string, string>>, { lang, languages }: EntryListProps): string {
  return [lang, ...languages].find((candidate) => title[candidate] !== undefined) ?? lang;
}
