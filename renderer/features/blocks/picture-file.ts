/** A figure as a file that stands on its own: an SVG with the colours of the theme in it, or a PNG of that. */
import type { ChapterFigure } from './chapter-figures.ts';
import { naturalSize } from './picture-copy.ts';
import { drawWords } from './draw-words.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
/** What style sheets decide about a drawing. All of these are inherited. */
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
];
const padding = 16;
/** Pixels of a PNG by CSS pixels, and the most that a side may have. */
const density = 2;
const longestSide = 4096;

/**
 * The drawing as text of an SVG file. It has to be on the page: its colours are those it is shown in. Where its fonts
 * are missing, the program that opens it takes others.
 */
export function svgFile(drawing: SVGSVGElement, title: string): string {
  const file = styledCopy(drawing);
  const titleElement = document.createElementNS(svgNamespace, 'title');
  titleElement.textContent = title;
  file.prepend(titleElement);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialized(file)}\n`;
}

/** A picture of `figure` as PNG, twice as fine as the screen shows it at its natural size. It has to be on the page. */
export async function pngFile({ picture }: ChapterFigure): Promise<Blob> {
  if (picture instanceof HTMLImageElement) {
    await picture.decode();
    return toPng(canvasWith(picture, 1));
  }
  // A picture knows no fonts but those of the system: the words are drawn by the page, which has the right ones.
  const shapes = styledCopy(picture);
  for (const text of shapes.querySelectorAll('text')) text.remove();
  const address = URL.createObjectURL(new Blob([serialized(shapes)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = canvasWith(image, Math.min(density, longestSide / Math.max(image.width, image.height)));
    const { x, y, width, height } = frameOf(picture);
    drawWords(canvas, picture, new DOMRect(x, y, width, height));
    return await toPng(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A file's name from a caption, as every system takes it (core/contract/channels.ts). */
export function pictureName(caption: string, extension: 'svg' | 'png'): string {
  const name = caption
    .replace(/[^\p{L}\p{M}\p{N}_ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return `${Array.from(name).slice(0, 60).join('').trim() || 'figure'}.${extension}`;
}

/** A copy that says itself how it looks, on a ground of the page's colour. */
function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
  const file = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [file, ...file.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (original) takeStyle(element, original, index === 0);
  });
  const { width, height } = naturalSize(drawing);
  const frame = frameOf(drawing);
  setAttributes(file, {
    viewBox: [frame.x, frame.y, frame.width, frame.height].join(' '),
    width: width + 2 * padding,
    height: height + 2 * padding,
  });
  const ground = document.createElementNS(svgNamespace, 'rect');
  const fill = getComputedStyle(document.documentElement).backgroundColor;
  setAttributes(ground, { ...frame, fill, stroke: 'none' });
  file.prepend(ground);
  return file;
}

/** The drawing's own box with some air around it, in its own units. */
function frameOf(drawing: SVGSVGElement): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  return { x: x - padding, y: y - padding, width: width + 2 * padding, height: height + 2 * padding };
}

function takeStyle(element: Element, original: Element, isRoot: boolean): void {
  element.removeAttribute('class');
  element.removeAttribute('style');
  const style = getComputedStyle(original);
  const above = isRoot || !original.parentElement ? undefined : getComputedStyle(original.parentElement);
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value === above?.getPropertyValue(name)) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function serialized(file: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(file);
}

function canvasWith(image: HTMLImageElement, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`A picture of ${canvas.width} by ${canvas.height} pixels cannot be made.`));
    }, 'image/png');
  });
}
