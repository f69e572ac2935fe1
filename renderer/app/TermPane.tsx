import { useCallback, useEffect, useState } from 'react';
import { flattenChapters, localized } from '../../core/book/contents.ts';
import type { glossaryChapterId, BookManifest, Chapter, Place, Term } from '../../core/book/model.ts';
import type { TermLink } from '../features/terms/TermEntry.tsx';
import { TermLayer } from '../features/terms/TermLayer.tsx';
import { useAppState } from '../state/store-context.ts';
import { formatRoute } from './route.ts';
import type { Services } from './services.ts';
import { forcedColours, useMedia } from './use-media.ts';

export interface TermPaneProps {
  readonly services: Services;
  readonly chapter: Chapter;
}

/** As a value of its own: the module that exports it brings a schema library along. */
const glossaryChapter: typeof glossaryChapterId = 'glossary';
const none: readonly Term[] = [];

/** The terms of the glossary in the open chapter, connected with the state. */
export function TermPane({ services, chapter }: TermPaneProps) {
  const { store, reader } = services;
  const manifest = useAppState((state) => state.reading.manifest);
  const sectionId = useAppState((state) => state.reading.sectionId);
  // Where colours are forced, the browser paints every highlight as if it were selected.
  const canMark = !useMedia(forcedColours);
  const marking = useAppState((state) => state.settings.showTerms) && canMark;
  const listOpen = useAppState((state) => state.panels.termsOpen);
  const terms = useTerms(services, manifest.id);
  const linksOf = useCallback((term: Term) => placeLinks(term, manifest, chapter), [manifest, chapter]);

  return (
    <TermLayer
      chapter={chapter}
      terms={terms}
      // The glossary is made of terms.
      marking={marking && chapter.id !== glossaryChapter}
      listedSectionId={listOpen ? (sectionId ?? chapter.sections[0]?.id) : undefined}
      linksOf={linksOf}
      onOpen={({ chapterId, sectionId: targetId }) => void reader.open({ chapterId, targetId })}
      onCloseList={() => store.setState(({ panels }) => ({ panels: { ...panels, termsOpen: false } }))}
    />
  );
}

function useTerms(services: Services, bookId: string): readonly Term[] {
  const [read, setRead] = useState<{ readonly bookId: string; readonly terms: readonly Term[] }>();
  useEffect(() => {
    let isWanted = true;
    void services.terms().then((terms) => {
      if (isWanted) setRead({ bookId, terms });
    });
    return () => {
      isWanted = false;
    };
  }, [services, bookId]);
  return read?.bookId === bookId ? read.terms : none;
}

/** Where the book says more about a term, then its entry in the glossary; without the place that is being read. */
function placeLinks(term: Term, manifest: BookManifest, { id, lang }: Chapter): TermLink[] {
  const chapters = flattenChapters(manifest.contents);
  const link = (place: Place): TermLink[] => {
    const entry = chapters.find((chapter) => chapter.id === place.chapterId);
    if (!entry) return [];
    const heading = entry.headings[lang]?.find((one) => one.id === place.sectionId);
    const title = localized(entry.title, lang, manifest.languages);
    return [
      {
        place,
        title: heading ? `${title} › ${heading.title}` : title,
        href: formatRoute({ chapterId: place.chapterId, targetId: place.sectionId }),
      },
    ];
  };
  const entry = { chapterId: glossaryChapter, sectionId: term.blockId };
  return [...term.see.flatMap(link), ...(id === glossaryChapter ? [] : link(entry))];
}
