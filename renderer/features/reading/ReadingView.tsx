import { useEffect, useRef, useState, type MouseEvent } from 'react';
import type { Chapter } from '../../../core/book/model.ts';
import type { Placement } from '../../state/reading.ts';
import { BookBlock } from './BookBlock.tsx';
import styles from './ReadingView.module.css';
import { useNearFirst } from './use-near-first.ts';
import { usePlacement, type PlaceReport } from './use-placement.ts';

export interface ReadingViewProps {
  readonly bookId: string;
  readonly chapter: Chapter;
  readonly placement: Placement;
  /** Title of the part the chapter stands in, in the chapter's language. */
  readonly partTitle: string | undefined;
  /** A sentence above the text in the interface's language: this chapter is in one language only. */
  readonly remark: string | undefined;
  readonly onPlace: (report: PlaceReport) => void;
  /** A link inside the book was chosen; `hash` begins with `#/`. */
  readonly onFollow: (hash: string) => void;
  readonly onExternal: (url: string) => void;
}

const markMs = 2400;

/** The text of one chapter, block by block. */
export function ReadingView(props: ReadingViewProps) {
  const { bookId, chapter, placement, partTitle, remark, onPlace } = props;
  const article = useRef<HTMLElement>(null);
  const marked = useMark(placement);
  const isFilled = useNearFirst(chapter, placement);
  usePlacement(article, chapter, placement, onPlace);

  function onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href');
    if (href === null || href === undefined) return;
    event.preventDefault();
    if (href.startsWith('#')) props.onFollow(href);
    else props.onExternal(href);
  }

  return (
    <>
      {remark !== undefined && <p className={styles.remark}>{remark}</p>}
      {/* Links of the book bubble up to here; each is a real link, so the keyboard works by itself. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <article ref={article} lang={chapter.lang} className="prose" onClick={onClick} onAuxClick={onClick}>
        {partTitle !== undefined && <p className={styles.part}>{partTitle}</p>}
        {chapter.sections.map((section) => (
          <section key={section.id} data-section={section.id}>
            {section.blocks.map((block) => (
              <BookBlock
                key={block.id}
                block={block}
                bookId={bookId}
                filled={isFilled(block.id)}
                marked={marked === block.id}
              />
            ))}
          </section>
        ))}
      </article>
    </>
  );
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
