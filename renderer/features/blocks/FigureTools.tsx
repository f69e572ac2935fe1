import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../../i18n/messages-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { BlockActions } from './actions.ts';
import { figuresOnPage, pictureAt, type ChapterFigure } from './chapter-figures.ts';
import { FigureViewer } from './FigureViewer.tsx';

export interface FigureToolsProps {
  /** HTML of the block: where it changes, its figure is another. */
  readonly html: string;
  readonly actions: BlockActions;
}

/** Opens a figure in the viewer: by a click on it, or by the button that stands in its corner. */
export function FigureTools({ html, actions }: FigureToolsProps) {
  const { figures: words } = useMessages();
  const tools = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{ readonly figures: readonly ChapterFigure[]; readonly index: number }>();

  useLayoutEffect(() => {
    drawingOf(tools.current)?.style.setProperty('anchor-name', '--figure');
  }, [html]);

  useEffect(() => {
    const drawing = drawingOf(tools.current);
    if (!drawing) return;
    const onClick = (event: Event): void => {
      // Whoever selects words of a drawing, or follows a link in it, does not want it large.
      if (getSelection()?.isCollapsed === false) return;
      if (event.target instanceof Element && event.target.closest('a[href]')) return;
      setOpened(figuresFrom(drawing));
    };
    drawing.addEventListener('click', onClick);
    return () => drawing.removeEventListener('click', onClick);
  }, [html]);

  return (
    <div ref={tools} className="block-tools">
      <div className="figure-tools">
        <IconButton
          icon="enlarge"
          label={words.enlarge}
          onClick={() => {
            const drawing = drawingOf(tools.current);
            if (drawing) setOpened(figuresFrom(drawing));
          }}
        />
      </div>
      {opened &&
        createPortal(
          <FigureViewer
            figures={opened.figures}
            firstIndex={opened.index}
            actions={actions}
            onClose={() => setOpened(undefined)}
          />,
          document.body,
        )}
    </div>
  );
}

function drawingOf(tools: HTMLElement | null): HTMLElement | null {
  return tools?.closest('.block')?.querySelector<HTMLElement>('figure.figure .drawing') ?? null;
}

function figuresFrom(drawing: Element): { figures: readonly ChapterFigure[]; index: number } | undefined {
  const picture = pictureAt(drawing);
  const figures = figuresOnPage(drawing);
  const index = figures.findIndex((figure) => figure.picture === picture);
  return index === -1 ? undefined : { figures, index };
}
