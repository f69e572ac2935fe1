import type { Place, Term } from '../../../core/book/model.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import styles from './TermEntry.module.css';

export interface TermEntryProps {
  readonly term: Term;
  /** Language of the text: what a term means is said in it. */
  readonly lang: string;
  /** Names of the places it leads to. */
  readonly places: readonly TermLink[];
  readonly onOpen: (place: Place) => void;
}

export interface TermLink {
  readonly place: Place;
  readonly title: string;
  readonly href: string;
}

/** A term: its names in all languages, what it is short for, what it means, and where the book says more. */
export function TermEntry({ term, lang, places, onOpen }: TermEntryProps) {
  const { terms: words } = useMessages();
  const name = term.names[lang] ?? Object.values(term.names)[0];
  const others = Object.entries(term.names).filter(([language, other]) => language !== lang && other !== name);
  const meaning = term.meaning[lang];
  return (
    <div className={styles.term}>
      <p className={styles.names}>
        <dfn lang={lang}>{name}</dfn>
        {term.abbr !== undefined && term.abbr !== name && <span className={styles.abbr}>{term.abbr}</span>}
        {others.map(([language, other]) => (
          <span key={language} lang={language} className={styles.other}>
            {other}
          </span>
        ))}
      </p>
      {term.full !== undefined && !Object.values(term.names).includes(term.full) && (
        <p className={styles.full} lang="en">
          {term.full}
        </p>
      )}
      {meaning !== undefined && (
        <p className={styles.meaning} lang={lang}>
          {meaning}
        </p>
      )}
      {places.length > 0 && (
        <ul className={styles.places} aria-label={words.more}>
          {places.map(({ place, title, href }) => (
            <li key={href}>
              <a
                href={href}
                lang={lang}
                onClick={(event) => {
                  event.preventDefault();
                  onOpen(place);
                }}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
