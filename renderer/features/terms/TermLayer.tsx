import { useEffect, useRef, useState } from 'react';
import type { Chapter, Place, Term } from '../../../core/book/model.ts';
import { finderFor, markTerms, unmarkTerms, type MarkedTerm } from './mark-terms.ts';
import { termsOfSection } from './section-terms.ts';
import { TermCard } from './TermCard.tsx';
import type { TermLink } from './TermEntry.tsx';
import { TermList } from './TermList.tsx';
import { useTermHover } from './use-term-hover.ts';

export interface TermLayerProps {
  readonly chapter: Chapter;
  readonly terms: readonly Term[];
  /** Whether terms are marked in the text. */
  readonly marking: boolean;
  /** The section whose terms are listed, while they are. */
  readonly listedSectionId: string | undefined;
  readonly linksOf: (term: Term) => readonly TermLink[];
  readonly onOpen: (place: Place) => void;
  readonly onCloseList: () => void;
}

/** Terms of the glossary over the text of a chapter; stands in the same `main`. */
export function TermLayer(props: TermLayerProps) {
  const { chapter, terms, marking, listedSectionId, linksOf, onOpen, onCloseList } = props;
  const here = useRef<HTMLSpanElement>(null);
  const [article, setArticle] = useState<Element>();
  const marked = useRef<readonly MarkedTerm[]>([]);
  const hover = useTermHover(marking ? article : undefined, marked);

  useEffect(() => {
    const found = here.current?.closest('main')?.querySelector('article');
    setArticle(found ?? undefined);
    if (!found || !marking || terms.length === 0) return;
    // When nothing else is to be done; again whenever the text is drawn anew.
    let idle: number | undefined;
    const mark = (): void => {
      if (idle !== undefined) return;
      idle = requestIdleCallback(
        () => {
          idle = undefined;
          marked.current = markTerms(found, chapter, terms);
        },
        { timeout: 1000 },
      );
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(found, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      if (idle !== undefined) cancelIdleCallback(idle);
      marked.current = [];
      unmarkTerms();
    };
  }, [chapter, terms, marking]);

  const shown = hover.shown && terms.find(({ id }) => id === hover.shown?.termId);
  const listed = chapter.sections.find(({ id }) => id === listedSectionId);
  return (
    <>
      <span ref={here} hidden />
      {hover.shown && shown && (
        <TermCard
          term={shown}
          lang={chapter.lang}
          places={linksOf(shown)}
          box={hover.shown.box}
          hover={hover}
          onOpen={(place) => {
            hover.close();
            onOpen(place);
          }}
        />
      )}
      {listed && (
        <TermList
          sectionTitle={listed.title}
          lang={chapter.lang}
          entries={[...termsOfSection(listed, finderFor(terms, chapter.lang)).keys()]
            .flatMap((id) => terms.find((term) => term.id === id) ?? [])
            .map((term) => ({ term, places: linksOf(term) }))}
          onOpen={(place) => {
            onCloseList();
            onOpen(place);
          }}
          onClose={onCloseList}
        />
      )}
    </>
  );
}
