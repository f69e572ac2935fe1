/**
 * Mermaid text to an SVG that a page can inline. `beautiful-mermaid` draws it; what it puts out carries a style sheet,
 * a web font, colours and the same ids in every figure. We keep the geometry and the text, and say by classes what
 * each thing is: `renderer/styles/figures.css` does the rest.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { parseMermaid, renderMermaidSVG } from 'beautiful-mermaid';
import { element, isElement, parseFragment, stringProperty } from '../../core/book/hast.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';
import { findOverruns, fitCanvas } from './diagram-fit.ts';
import { liftTitles, tidyDrawing } from './diagram-tidy.ts';

/** What a node may be, by `:::name`. */
export const diagramRoles: readonly string[] = ['trusted', 'untrusted', 'data', 'key', 'external'];

export type Diagram =
  /** `overruns` are the labels that do not fit where they stand. */
  | { readonly ok: true; readonly svg: Element; readonly overruns: readonly string[] }
  /** `messages` say what is wrong with the text. */
  | { readonly ok: false; readonly messages: readonly Sentence[] };

export interface DiagramOptions {
  /** Starts every id of the figure; has to be unique in the page. */
  readonly idPrefix: string;
  /** Description for those who do not see the figure. */
  readonly label: string | undefined;
  /** Refuse colours and roles that are not ours. */
  readonly strict: boolean;
}

/** Larger figures (UTF-16 units) are not drawn: laying them out may take minutes, and nobody can read them. */
const maxDiagramLength = 20_000;

export function drawDiagram(text: string, options: DiagramOptions): Diagram {
  if (text.length > maxDiagramLength) return { ok: false, messages: [say('figure-too-large')] };
  const messages = options.strict ? styleLines(text) : [];
  const source = text.replace(styleLine, '').trim();
  try {
    const roles = readRoles(source);
    if (options.strict) messages.push(...unknownRoles(roles));
    if (messages.length > 0) return { ok: false, messages };
    const drawn = renderMermaidSVG(source, { transparent: true, padding: 8 });
    const [svg] = parseFragment(drawn).children.filter((node) => isElement(node, 'svg'));
    if (svg === undefined || !isElement(svg)) return { ok: false, messages: [say('figure-not-drawn')] };
    const cleaned = clean(svg, roles, options.idPrefix);
    tidyDrawing(cleaned);
    const overruns = findOverruns(cleaned);
    liftTitles(cleaned);
    const properties = { ...fitCanvas(cleaned), ...describe(options.label) };
    return { ok: true, svg: { ...cleaned, properties }, overruns };
  } catch (error) {
    // The library reports mistakes in the text by throwing.
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, messages: [...messages, say('figure-fails', { reason })] };
  }
}

const styleLine = /^[ \t]*(?:classDef|style|linkStyle)\b.*$/gm;

function styleLines(text: string): Sentence[] {
  return [...text.matchAll(styleLine)].map(([line]) => say('figure-colours', { line: line.trim() }));
}

function readRoles(source: string): ReadonlyMap<string, string> {
  return /^\s*(?:flowchart|graph|stateDiagram)/.test(source) ? parseMermaid(source).classAssignments : new Map();
}

function unknownRoles(roles: ReadonlyMap<string, string>): Sentence[] {
  const unknown = [...new Set(roles.values())].filter((role) => !diagramRoles.includes(role));
  return unknown.map((role) => say('figure-class', { role, roles: diagramRoles.join(', ') }));
}

const shapes = new Set(['rect', 'circle', 'ellipse', 'line', 'path', 'polygon', 'polyline']);
const containers = new Set(['svg', 'g', 'defs', 'marker', 'text', 'tspan']);

/** Attributes that are geometry, with the form their values have to have. */
const number = /^-?[\d.]+(?:e-?\d+)?(?:em|px)?$/;
const geometry: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    'x y x1 y1 x2 y2 cx cy r rx ry dx dy width height markerWidth markerHeight refX refY fontSize'
      .split(' ')
      .map((name) => [name, number]),
  ),
  viewBox: /^[-\d. e]+$/,
  points: /^[-\d., e]+$/,
  d: /^[-\d., eMmLlHhVvCcSsQqTtAaZz]+$/,
  transform: /^[-\d., a-z()]+$/i,
  orient: /^(?:auto|auto-start-reverse)$/,
  textAnchor: /^(?:start|middle|end)$/,
};

/** Classes of the library that say what a thing is. */
const keptClasses = new Set([
  'node',
  'edge',
  'edge-label',
  'subgraph',
  'actor',
  'lifeline',
  'message',
  'note',
  'activation',
  'block',
]);

function describe(label: string | undefined): Properties {
  return label === undefined ? { role: 'img' } : { role: 'img', ariaLabel: label };
}

function clean(node: Element, roles: ReadonlyMap<string, string>, idPrefix: string, inMarker = false): Element {
  const properties: Properties = {};
  const isMarker = node.tagName === 'marker';
  for (const [name, form] of Object.entries(geometry)) {
    const value = stringProperty(node, name);
    if (value !== undefined && form.test(value))
      properties[name] = value.replace(/-?\d+\.\d{3,}/g, (long) => String(Math.round(Number(long) * 100) / 100));
  }
  // The library draws the head for a line's start as pointing back and also asks for it to be turned: it would vanish
  // in the box it comes from.
  if (properties.orient === 'auto-start-reverse') properties.orient = 'auto';
  if (isMarker) properties.id = idPrefix + (stringProperty(node, 'id') ?? '');
  for (const name of ['markerStart', 'markerEnd']) {
    const target = /^url\(#([\w-]+)\)$/.exec(stringProperty(node, name) ?? '')?.[1];
    if (target !== undefined) properties[name] = `url(#${idPrefix}${target})`;
  }
  const classes = inMarker ? arrowClasses(node) : classesOf(node, roles);
  if (classes.length > 0) properties.className = classes;
  if (classes.includes('line')) properties.fill = 'none';
  const children = node.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return child.type === 'text' && isTextHolder(node) ? [child] : [];
    // A `tspan` without a place is a change of weight within a line.
    if (child.tagName === 'tspan' && stringProperty(child, 'x') === undefined)
      return child.children.filter((inner) => inner.type === 'text');
    return shapes.has(child.tagName) || containers.has(child.tagName) ? [clean(child, roles, idPrefix, isMarker)] : [];
  });
  return element(node.tagName, properties, children);
}

/** The head of an arrow: filled, or two strokes. */
function arrowClasses(node: Element): string[] {
  return stringProperty(node, 'fill') === 'none' ? ['arrow', 'line'] : ['arrow'];
}

function isTextHolder(node: Element): boolean {
  return node.tagName === 'text' || node.tagName === 'tspan';
}

function classesOf(node: Element, roles: ReadonlyMap<string, string>): string[] {
  const written = node.properties.className;
  const classes = (Array.isArray(written) ? written.map(String) : []).filter((name) => keptClasses.has(name));
  if (classes.includes('node')) {
    const role = roles.get(stringProperty(node, 'dataId') ?? '');
    if (role !== undefined && diagramRoles.includes(role)) classes.push(role);
  }
  if (shapes.has(node.tagName)) {
    classes.push(paintOf(node));
    if (node.properties.strokeDashArray !== undefined) classes.push('dashed');
    if (stringProperty(node, 'dataStyle') === 'thick') classes.push('thick');
    if (stringProperty(node, 'fill')?.includes('--_group-hdr') === true) classes.push('title-band');
  }
  return classes;
}

/** `shape`: filled with an outline; `fill`: filled only; `line`: drawn only. */
function paintOf(node: Element): 'shape' | 'fill' | 'line' {
  const fill = stringProperty(node, 'fill');
  const stroke = stringProperty(node, 'stroke');
  if (node.tagName === 'line' || fill === 'none') return 'line';
  return stroke === undefined || stroke === 'none' ? 'fill' : 'shape';
}
