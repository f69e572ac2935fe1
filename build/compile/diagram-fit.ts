/** Whether the words of a drawing fit. Fonts are not known when a book is compiled, so widths are estimated. */
import type { Element, ElementContent, Properties } from 'hast';
import { elementsIn, isElement, stringProperty } from '../../core/book/hast.ts';
import { plainText } from '../../core/book/plain-text.ts';

/** Some fonts are wider than most: the room that is left for them around the picture. */
const caution = 1.15;

/** Room between what is drawn, or a label, and the edge of the picture. */
const shapeMargin = 8;
const labelMargin = 4;

/** `viewBox`, `width` and `height` of a drawing: as large as what is in it, and no larger. */
export function fitCanvas(svg: Element): Properties {
  const drawn = svg.children.filter((child) => isElement(child) && child.tagName !== 'defs') as Element[];
  const shapes = drawn.flatMap((part) => [part, ...elementsIn(part)]);
  const boxes = [
    ...shapes.flatMap((shape) => widened(shapeBox(shape), shapeMargin)),
    ...shapes.filter(({ tagName }) => tagName === 'text').flatMap((text) => widened(textBox(text), labelMargin)),
  ];
  // What only a browser could measure: the canvas that it was drawn for.
  if (boxes.length === 0 || shapes.some(({ tagName }) => tagName === 'path')) boxes.push(...canvasOf(svg));
  const left = Math.floor(Math.min(...boxes.map((box) => box.left)));
  const right = Math.ceil(Math.max(...boxes.map((box) => box.right)));
  const top = Math.floor(Math.min(...boxes.map((box) => box.top)));
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.bottom)));
  const size = { width: right - left, height: bottom - top };
  return { viewBox: `${left} ${top} ${size.width} ${size.height}`, ...size };
}

interface Box extends Extent {
  readonly top: number;
  readonly bottom: number;
}

function widened(box: Box | undefined, by: number): Box[] {
  if (box === undefined) return [];
  return [{ left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by }];
}

function canvasOf(svg: Element): Box[] {
  const [x = 0, y = 0, width = 0, height = 0] = (stringProperty(svg, 'viewBox') ?? '').split(' ').map(Number);
  return [{ left: x, right: x + width, top: y, bottom: y + height }];
}

function shapeBox(shape: Element): Box | undefined {
  const points = pointsOf(shape);
  const xs = points.map(([x]) => x);
  const across = points.length > 0 ? { left: Math.min(...xs), right: Math.max(...xs) } : shapeExtent(shape);
  if (across === undefined) return undefined;
  const at = (name: string): number => Number(stringProperty(shape, name) ?? 0);
  switch (shape.tagName) {
    case 'rect':
      return { ...across, top: at('y'), bottom: at('y') + at('height') };
    case 'line':
      return { ...across, top: Math.min(at('y1'), at('y2')), bottom: Math.max(at('y1'), at('y2')) };
    case 'circle':
      return { ...across, top: at('cy') - at('r'), bottom: at('cy') + at('r') };
    case 'ellipse':
      return { ...across, top: at('cy') - at('ry'), bottom: at('cy') + at('ry') };
    default: {
      const ys = points.map(([, y]) => y);
      return { ...across, top: Math.min(...ys), bottom: Math.max(...ys) };
    }
  }
}

function pointsOf(shape: Element): (readonly [x: number, y: number])[] {
  const points = (stringProperty(shape, 'points') ?? '').match(/-?[\d.]+[ ,]+-?[\d.]+/g) ?? [];
  return points.map((point) => {
    const [x = 0, y = 0] = point.split(/[ ,]+/).map(Number);
    return [x, y];
  });
}

/** A label's lines, with what is above and below their letters. */
function textBox(text: Element): Box {
  const across = textExtent(text, caution);
  const at = (node: Element, name: string): number => Number(stringProperty(node, name) ?? 0);
  const size = at(text, 'fontSize') || 13;
  const lines = text.children.filter((child) => isElement(child, 'tspan'));
  let baseline = at(text, 'y') + at(text, 'dy');
  const baselines = lines.length === 0 ? [baseline] : lines.map((line) => (baseline += at(line, 'dy')));
  return { ...across, top: Math.min(...baselines) - size, bottom: Math.max(...baselines) + size * 0.3 };
}

/** Labels that are wider than what they stand in: a box, a group, or the arrow of a message. In the drawing's order. */
export function findOverruns(svg: Element): string[] {
  return [...elementsIn(svg)].filter((node) => node.tagName === 'g').flatMap(overrunsOf);
}

function overrunsOf(group: Element): string[] {
  const room = roomOf(group);
  if (room === undefined) return [];
  return group.children
    .filter((child) => isElement(child, 'text'))
    .filter((text) => {
      const { left, right } = textExtent(text, 1);
      return left < room.left || right > room.right;
    })
    .map((text) => plainText(text).replaceAll('\n', ' '));
}

/** What the labels of a group have to stay in; undefined where nothing bounds them. */
function roomOf(group: Element): Extent | undefined {
  const classes = group.properties.className;
  const kind = Array.isArray(classes) ? classes[0] : undefined;
  const bounds = group.children.flatMap((child) => (isElement(child) ? (shapeExtent(child) ?? []) : []));
  const [first] = bounds;
  // A message to oneself has its words beside a loop: it is no line, and not bounded.
  if (kind === undefined || kind === 'block' || first === undefined) return undefined;
  return first;
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

function shapeExtent(shape: Element): Extent | undefined {
  const at = (name: string): number => Number(stringProperty(shape, name) ?? 0);
  switch (shape.tagName) {
    case 'rect':
      return { left: at('x'), right: at('x') + at('width') };
    case 'line':
      return { left: Math.min(at('x1'), at('x2')), right: Math.max(at('x1'), at('x2')) };
    case 'circle':
      return { left: at('cx') - at('r'), right: at('cx') + at('r') };
    case 'ellipse':
      return { left: at('cx') - at('rx'), right: at('cx') + at('rx') };
    case 'polygon': {
      const xs = pointsOf(shape).map(([x]) => x);
      return { left: Math.min(...xs), right: Math.max(...xs) };
    }
    default:
      return undefined;
  }
}

function textExtent(text: Element, factor: number): Extent {
  const lines = text.children.filter((child) => isElement(child, 'tspan'));
  const fontSize = Number(stringProperty(text, 'fontSize') ?? 13);
  const anchor = stringProperty(text, 'textAnchor') ?? 'start';
  const extents = (lines.length === 0 ? [text] : lines).map((line): Extent => {
    const width = widthInEm(line) * fontSize * factor;
    const x = Number(stringProperty(line, 'x') ?? stringProperty(text, 'x') ?? 0);
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return { left, right: left + width };
  });
  return { left: Math.min(...extents.map(({ left }) => left)), right: Math.max(...extents.map(({ right }) => right)) };
}

const fullWidth = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;
const narrow = /[ ijlftr.,:;'|!()[\]/-]/;
const wide = /[A-Zmw%@&]/;

/** By the usual widths of a sans-serif font. */
function characterWidthInEm(character: string): number {
  if (fullWidth.test(character)) return 1;
  if (narrow.test(character)) return 0.32;
  return wide.test(character) ? 0.7 : 0.56;
}

function widthInEm(node: ElementContent): number {
  if (node.type === 'text') {
    let width = 0;
    for (const character of node.value) width += characterWidthInEm(character);
    return width;
  }
  return isElement(node) ? node.children.reduce((sum, child) => sum + widthInEm(child), 0) : 0;
}
