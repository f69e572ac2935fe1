import { useMessages } from '../../i18n/messages-context.ts';
import styles from './ChapterCards.module.css';

export interface ChapterCard {
  readonly chapterId: string;
  readonly title: string;
  /** Language of the title. */
  readonly lang: string;
}

export interface ChapterCardsProps {
  readonly previous: ChapterCard | undefined;
  readonly next: ChapterCard | undefined;
  readonly hrefOf: (chapterId: string) => string;
  readonly onOpen: (chapterId: string) => void;
}

/** The way on at the end of a chapter. */
export function ChapterCards({ previous, next, hrefOf, onOpen }: ChapterCardsProps) {
  const messages = useMessages();
  const card = (side: 'previous' | 'next', { chapterId, title, lang }: ChapterCard) => (
    <a
      className={styles.card}
      data-side={side}
      href={hrefOf(chapterId)}
      rel={side === 'next' ? 'next' : 'prev'}
      onClick={(event) => {
        event.preventDefault();
        onOpen(chapterId);
      }}
    >
      <span className={styles.label}>{messages.reading[side]}</span>
      <span className={styles.title} lang={lang}>
        {title}
      </span>
    </a>
  );
  return (
    <nav className={styles.cards} aria-label={messages.reading.neighbours}>
      {previous && card('previous', previous)}
      {next && card('next', next)}
    </nav>
  );
}
