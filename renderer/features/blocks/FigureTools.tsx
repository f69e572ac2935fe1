import { useEffect, useLayoutEffect, useRef } from 'react';
import { useMessages } from '../../i18n/messages-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { BlockActions } from './actions.ts';
import { figuresOnPage, pictureAt } from './chapter-figures.ts';

export interface FigureToolsProps {
  /** HTML of the block: where it changes, its figure is another. */
  readonly html: string;
  readonly actions: BlockActions;
}

/** Opens a figure in the viewer: by a click on it, or by the button that stands in its corner. */
export function FigureTools({ html, actions }: FigureToolsProps) {
  const { figures: words } = useMessages();
  const tools = useRef<HTMLDivElement>(null);
  const { showFigure } = actions;

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
      enlarge(drawing, showFigure);
    };
    drawing.addEventListener('click', onClick);
    return () => drawing.removeEventListener('click', onClick);
  }, [html, showFigure]);

  return (
    <div ref={tools} className="block-tools">
      <div className="figure-tools">
        <IconButton
          icon="enlarge"
          label={words.enlarge}
          onClick={() => {
            const drawing = drawingOf(tools.current);
            if (drawing) enlarge(drawing, showFigure);
          }}
        />
      </div>
    </div>
  );
}

function drawingOf(tools: HTMLElement | null): HTMLElement | null {
  return tools?.closest('.block')?.querySelector<HTMLElement>('figure.figure .drawing') ?? null;
}

function enlarge(drawing: Element, show: BlockActions['showFigure']): void {
  const picture = pictureAt(drawing);
  const index = figuresOnPage(drawing).findIndex((figure) => figure.picture === picture);
  if (index !== -1) show(index);
}
