/** A figure as a file that stands on its own: an SVG with the colours of the theme in it, or a PNG of that. */
import type { ChapterFigure } from './chapter-figures.ts';
import { fontRules } from './page-fonts.ts';
import { naturalSize } from './chapter-figures.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
/** What style sheets decide about a drawing. */
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
  'letter-spacing',
];
const padding = 16;
/** Pixels of a PNG by CSS pixels, and the most that a side may have. */
const density = 2;
const longestSide = 4096;

/**
 * The drawing as text of an SVG file. It has to be on the page: its colours are those it is shown in. Its words are in
 * fonts that the other program has, unless `fonts` brings them along.
 */
export function svgFile(drawing: SVGSVGElement, title: string, fonts = ''): string {
  const file = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [file, ...file.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (original) takeStyle(element, getComputedStyle(original));
  });
  const { width, height } = naturalSize(drawing);
  const { x, y, width: boxWidth, height: boxHeight } = drawing.viewBox.baseVal;
  file.setAttribute('viewBox', [x - padding, y - padding, boxWidth + 2 * padding, boxHeight + 2 * padding].join(' '));
  file.setAttribute('width', String(width + 2 * padding));
  file.setAttribute('height', String(height + 2 * padding));
  file.setAttribute('xmlns', svgNamespace);
  file.prepend(
    svgElement('title', title),
    ground(x - padding, y - padding, boxWidth + 2 * padding, boxHeight + 2 * padding),
  );
  if (fonts !== '') file.prepend(svgElement('style', fonts));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

/** A picture of `figure` as PNG, twice as fine as the screen shows it at its natural size. */
export async function pngFile({ picture, caption }: ChapterFigure): Promise<Blob> {
  if (picture instanceof HTMLImageElement) {
    await picture.decode();
    return drawn(picture, picture.naturalWidth, picture.naturalHeight);
  }
  const image = new Image();
  const svg = svgFile(picture, caption, await fontRules(picture));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const scale = Math.min(density, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
    return await drawn(image, image.naturalWidth * scale, image.naturalHeight * scale);
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

function takeStyle(element: Element, style: CSSStyleDeclaration): void {
  element.removeAttribute('class');
  element.removeAttribute('style');
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== 'normal') element.setAttribute(name, value);
  }
}

function svgElement(name: 'title' | 'style', text: string): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  element.textContent = text;
  return element;
}

function ground(x: number, y: number, width: number, height: number): SVGElement {
  const rect = document.createElementNS(svgNamespace, 'rect');
  const fill = getComputedStyle(document.documentElement).backgroundColor;
  for (const [name, value] of Object.entries({ x, y, width, height, fill })) rect.setAttribute(name, String(value));
  return rect;
}

function drawn(image: HTMLImageElement, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`A picture of ${canvas.width} by ${canvas.height} pixels cannot be made.`));
    }, 'image/png');
  });
}
