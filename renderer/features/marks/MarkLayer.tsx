import { useEffect } from 'react';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import { shownBlocks } from '../../anchor/selected-text.ts';
import type { MarkMessages } from '../../i18n/marks.ts';
import { MarkSigns } from './MarkSigns.tsx';
import type { NoteLinks } from './NoteText.tsx';
import { paintedAt, paintedNow, paintMarks, unpaintMarks } from './paint-marks.ts';

export interface MarkLayerProps {
  readonly words: MarkMessages;
  readonly links: NoteLinks;
  readonly langs: readonly string[];
  /** Those that stand in the chapter, in reading order. */
  readonly marks: readonly PlacedMark[];
  readonly articleOf: () => HTMLElement | null;
  readonly onOpen: (mark: PlacedMark) => void;
}

/** The marks of a chapter over and beside its text. */
export function MarkLayer({ words, links, langs, marks, articleOf, onOpen }: MarkLayerProps) {
  useEffect(() => {
    const article = articleOf();
    if (!article) return;
    let frame: number | undefined;
    const paint = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        paintMarks(shownBlocks(article), marks);
      });
    };
    paint();
    // Again whenever the text is drawn anew.
    const observer = new MutationObserver(paint);
    observer.observe(article, { childList: true, subtree: true });
    const onClick = (event: MouseEvent): void => {
      if (event.defaultPrevented || !(document.getSelection()?.isCollapsed ?? true)) return;
      // A drawing that is clicked on opens in its viewer; its mark opens by the caption and the edge.
      if (event.target instanceof Element && event.target.closest('.drawing')) return;
      const mark = paintedAt(paintedNow(), event.clientX, event.clientY);
      if (mark) onOpen(mark);
    };
    article.addEventListener('click', onClick);
    return () => {
      observer.disconnect();
      article.removeEventListener('click', onClick);
      if (frame !== undefined) cancelAnimationFrame(frame);
      unpaintMarks(shownBlocks(article));
    };
  }, [marks, articleOf, onOpen, langs]);

  return <MarkSigns words={words} links={links} marks={marks} articleOf={articleOf} langs={langs} onOpen={onOpen} />;
}
