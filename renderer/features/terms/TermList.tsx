import { useMessages } from '../../i18n/messages-context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TermEntry, type TermEntryProps } from './TermEntry.tsx';
import styles from './TermList.module.css';

export interface TermListProps {
  readonly sectionTitle: string;
  readonly lang: string;
  readonly entries: readonly Pick<TermEntryProps, 'term' | 'places'>[];
  readonly onOpen: TermEntryProps['onOpen'];
  readonly onClose: () => void;
}

/** The terms of a section, to be read and followed with the keyboard. */
export function TermList({ sectionTitle, lang, entries, onOpen, onClose }: TermListProps) {
  const messages = useMessages();
  const { terms: words } = messages;
  return (
    <Dialog title={words.title} closeLabel={messages.close} onClose={onClose}>
      <p className={styles.section} lang={lang}>
        {sectionTitle}
      </p>
      {entries.length === 0 && <p>{words.none}</p>}
      <ul className={styles.list}>
        {entries.map(({ term, places }) => (
          <li key={term.id}>
            <TermEntry term={term} lang={lang} places={places} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
