/** The figures on the page, for the viewer. */
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
