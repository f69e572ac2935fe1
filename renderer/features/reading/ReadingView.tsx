import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Chapter } from '../../../core/book/model.ts';
import type { Bilingual, Placement, Translation } from '../../state/reading.ts';
import { BlockPair, type Langs } from './BlockPair.tsx';
import { LetGo } from './LetGo.tsx';
import { oneLanguage, pairBlocks, type PairedSection } from '../../../core/book/pair-blocks.ts';
import styles from './ReadingView.module.css';
import { TranslationFailure } from './TranslationFailure.tsx';
import { useNearFirst } from './use-near-first.ts';
import { usePlacement, type PlaceReport } from './use-placement.ts';

export interface ReadingViewProps {
  readonly bookId: string;
  readonly chapter: Chapter;
  /** Undefined while one language is shown. */
  readonly translation: Translation | undefined;
  readonly bilingual: Bilingual;
  readonly placement: Placement;
  /** Title of the part the chapter stands in, in the chapter's language. */
  readonly partTitle: string | undefined;
  /** A sentence above the text in the interface's language: this chapter is in one language only. */
  readonly remark: string | undefined;
  readonly onPlace: (report: PlaceReport) => void;
  /** A link inside the book was chosen; `hash` begins with `#/`. */
  readonly onFollow: (hash: string) => void;
  /** The mark of a footnote was chosen. */
  readonly onFootnote: (mark: HTMLAnchorElement) => void;
  readonly onExternal: (url: string) => void;
  readonly onRetryTranslation: () => void;
}

const markMs = 2400;

/** The text of one chapter, block by block, in one language or two. */
export function ReadingView(props: ReadingViewProps) {
  const { bookId, chapter, translation, placement, partTitle, remark, onPlace } = props;
  const article = useRef<HTMLElement>(null);
  const marked = useMark(placement);
  const { stateOf, isFilled } = useNearFirst(chapter, placement);
  const { sections, langs } = useMemo(() => arrange(chapter, translation), [chapter, translation]);
  const layout = langs ? props.bilingual : 'off';
  const content = useMemo(() => ({ sections, layout, isFilled }), [sections, layout, isFilled]);
  usePlacement(article, content, placement, onPlace);

  function onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const href = link?.getAttribute('href');
    if (href === null || href === undefined) return;
    event.preventDefault();
    if (link?.matches('.footnote') === true && !event.ctrlKey && !event.metaKey && !event.shiftKey)
      props.onFootnote(link);
    else if (href.startsWith('#')) props.onFollow(href);
    else props.onExternal(href);
  }

  return (
    <div className={styles.column}>
      <LetGo chapterId={chapter.id} />
      {translation?.kind === 'failure' && (
        <TranslationFailure lang={translation.lang} failure={translation.failure} onRetry={props.onRetryTranslation} />
      )}
      {remark !== undefined && <p className={styles.remark}>{remark}</p>}
      {/* Links of the book bubble up to here; each is a real link, so the keyboard works by itself. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <article
        ref={article}
        lang={chapter.lang}
        className={langs ? 'bilingual' : 'prose'}
        data-layout={layout}
        onClick={onClick}
        onAuxClick={onClick}
      >
        {partTitle !== undefined && <p className={styles.part}>{partTitle}</p>}
        {sections.map((section) => (
          <section key={section.id} data-section={section.id}>
            {section.pairs.map((pair) => (
              <BlockPair
                key={pair.id}
                pair={pair}
                langs={langs}
                bookId={bookId}
                state={stateOf(pair.id)}
                marked={marked === pair.id}
              />
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}

/** What stands on the page, and in which languages. */
function arrange(
  chapter: Chapter,
  translation: Translation | undefined,
): { readonly sections: readonly PairedSection[]; readonly langs: Langs | undefined } {
  if (translation?.kind === 'chapter') {
    const langs = { main: chapter.lang, translation: translation.chapter.lang };
    return { sections: pairBlocks(chapter, translation.chapter), langs };
  }
  return { sections: oneLanguage(chapter), langs: undefined };
}

/** The block to mark: the target of the last jump, for a moment. */
function useMark(placement: Placement): string | undefined {
  const [faded, setFaded] = useState<Placement>();
  useEffect(() => {
    if (placement.kind !== 'target') return;
    const timer = setTimeout(() => setFaded(placement), markMs);
    return () => clearTimeout(timer);
  }, [placement]);
  return placement.kind === 'target' && faded !== placement ? placement.blockId : undefined;
}
