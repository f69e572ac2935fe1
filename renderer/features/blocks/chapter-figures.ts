/** The figures on the page, for the viewer. */
import type { Size } from './zoom.ts';

export interface ChapterFigure {
  /** The drawing or picture in the text. */
  readonly picture: SVGSVGElement | HTMLImageElement;
  readonly caption: string;
  readonly lang: string;
}

/** All figures of the chapter that `element` stands in, in the order of the text, without those that are not shown. */
export function figuresOnPage(element: Element): ChapterFigure[] {
  const page = element.closest('main') ?? document.body;
  return Array.from(page.querySelectorAll('figure.figure'), toFigure).filter((figure) => figure !== undefined);
}

/** The figure of the text that `element` is in, if there is one that can be shown large. */
export function pictureAt(element: Element): ChapterFigure['picture'] | undefined {
  const figure = element.closest('figure.figure');
  return figure ? toFigure(figure)?.picture : undefined;
}

function toFigure(figure: Element): ChapterFigure | undefined {
  const picture = figure.querySelector<SVGSVGElement | HTMLImageElement>('.drawing > svg, .drawing > img');
  if (!picture?.checkVisibility()) return undefined;
  const named = picture.getAttribute('aria-label') ?? picture.getAttribute('alt') ?? '';
  return {
    picture,
    caption: figure.querySelector('figcaption')?.textContent.trim() ?? named,
    lang: figure.closest('[lang]')?.getAttribute('lang') ?? '',
  };
}

/** The size that its author gave a picture, in CSS pixels. */
export function naturalSize(picture: ChapterFigure['picture']): Size {
  const given = {
    width: Number(picture.getAttribute('width')),
    height: Number(picture.getAttribute('height')),
  };
  if (given.width > 0 && given.height > 0) return given;
  if (picture instanceof HTMLImageElement) return { width: picture.naturalWidth, height: picture.naturalHeight };
  const { width, height } = picture.viewBox.baseVal;
  return { width, height };
}

/** A copy for the viewer. Ids inside it get a prefix: the one in the text keeps its own arrow heads. */
export function copyPicture(picture: ChapterFigure['picture']): ChapterFigure['picture'] {
  const copy = picture.cloneNode(true) as ChapterFigure['picture'];
  for (const element of copy.querySelectorAll('*')) {
    if (element.id !== '') element.id = `large-${element.id}`;
    for (const name of ['marker-start', 'marker-end', 'clip-path', 'fill']) {
      const value = element.getAttribute(name);
      if (value?.startsWith('url(#')) element.setAttribute(name, value.replace('url(#', 'url(#large-'));
    }
  }
  return copy;
}
