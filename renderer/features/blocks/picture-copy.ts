/** A figure of the text, as the viewer takes it. */
import type { ChapterFigure } from './chapter-figures.ts';
import type { Size } from './zoom.ts';

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
