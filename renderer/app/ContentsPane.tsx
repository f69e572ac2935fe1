import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { localized, pathToChapter } from '../../core/book/contents.ts';
import { countPlaces } from '../../core/marks/count-places.ts';
import { Contents } from '../features/contents/Contents.tsx';
import { foldToggled, unfolded } from '../state/panels.ts';
import { readSummary } from '../state/reads.ts';
import { shownChapterId } from '../state/reading.ts';
import { useAppState } from '../state/store-context.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { Icon } from '../ui/Icon.tsx';
import { BookProgress } from './BookProgress.tsx';
import styles from './ContentsPane.module.css';
import { formatRoute } from './route.ts';
import type { Services } from './services.ts';

export interface ContentsPaneProps {
  readonly services: Services;
  /** Called when an entry was chosen: a drawer closes. */
  readonly onChosen?: () => void;
}

/** The contents, connected with the state. */
export function ContentsPane({ services, onChosen }: ContentsPaneProps) {
  const { store, reader, commands } = services;
  const { commands: names } = useMessages();
  const shelfLabel = names.shelfShow;
  // The text comes first; where one is in the contents is drawn right after.
  const reading = useDeferredValue(useAppState((state) => state.reading));
  const folded = useAppState((state) => state.panels.folded);
  const chapterId = shownChapterId(reading.shown);
  const { contents } = reading.manifest;

  const marks = useAppState((state) => state.marks.list);
  const marksIn = useMemo(() => {
    const { ofChapter, ofSection } = countPlaces(marks);
    return (chapter: string, section?: string) =>
      section === undefined ? ofChapter(chapter) : ofSection(chapter, section);
  }, [marks]);

  const summary = useAppState(readSummary);
  const readState = useCallback(
    (chapter: string, section?: string) =>
      section === undefined ? summary.ofChapter(chapter) : summary.ofSection(chapter, section),
    [summary],
  );
  const onToggle = useCallback(
    (entryId: string) => store.setState(({ panels }) => ({ panels: foldToggled(panels, entryId) })),
    [store],
  );
  const onOpen = useCallback(
    (chapter: string, targetId?: string) => {
      onChosen?.();
      void reader.open({ chapterId: chapter, targetId });
    },
    [reader, onChosen],
  );

  useEffect(() => {
    const path = pathToChapter(contents, chapterId).map((entry) => entry.id);
    store.setState(({ panels }) => ({ panels: unfolded(panels, path) }));
  }, [store, contents, chapterId]);

  return (
    <>
      <button
        type="button"
        className={styles.book}
        title={shelfLabel}
        onClick={() => {
          onChosen?.();
          commands['shelf.show'].run();
        }}
      >
        <span lang={reading.lang}>{localized(reading.manifest.title, reading.lang, reading.manifest.languages)}</span>
        <Icon name="books" />
        <span className="visually-hidden">{shelfLabel}</span>
      </button>
      <Contents
        contents={contents}
        lang={reading.lang}
        languages={reading.manifest.languages}
        currentChapterId={chapterId}
        currentSectionId={reading.sectionId}
        marksIn={marksIn}
        readState={readState}
        folded={folded}
        onToggle={onToggle}
        hrefOf={hrefOf}
        onOpen={onOpen}
        foot={foot}
      />
    </>
  );
}

const foot = <BookProgress />;
const hrefOf = (chapterId: string, targetId?: string): string => formatRoute({ chapterId, targetId });
