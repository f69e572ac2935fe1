import { useEffect, useState } from 'react';
import { figuresOnPage } from '../features/blocks/chapter-figures.ts';
import { FigureViewer } from '../features/blocks/FigureViewer.tsx';
import { shownChapterId } from '../state/reading.ts';
import { useAppState } from '../state/store-context.ts';
import type { Services } from './services.ts';

export interface FigurePaneProps {
  readonly services: Services;
  /** Number of the figure, from 0, among those on the page. */
  readonly index: number;
  readonly onClose: () => void;
}

/** The figures of the chapter as large as the window. Loaded when one is opened: no text waits for it. */
export function FigurePane({ services, index, onClose }: FigurePaneProps) {
  const chapterId = useAppState((state) => shownChapterId(state.reading.shown));
  const [opened] = useState(() => ({
    chapterId,
    figures: figuresOnPage(document.querySelector('main') ?? document.body),
  }));
  // A link from outside may have led to another chapter.
  const isGone = opened.chapterId !== chapterId || opened.figures.length === 0;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (isGone) return null;
  return <FigureViewer figures={opened.figures} firstIndex={index} actions={services.blockActions} onClose={onClose} />;
}
