/**
 * What the drawing library leaves to be desired, put right in the drawing: small words, titles that lines run through, and
 * sequences whose first message hangs on the boxes above it.
 */
import type { Element, ElementContent } from 'hast';
import { element, elementsIn, isElement, stringProperty } from '../../core/book/hast.ts';

/** The smallest words of a drawing, in its own units: below, a figure that has to shrink a little cannot be read. */
const smallestWords = 12;

/** Further room between the boxes of a sequence and its first message. */
const roomBelowActors = 14;

/** How far a lifeline goes on after the last message. */
const lifelineEnd = 18;

/** Changes a cleaned drawing in place. */
export function tidyDrawing(svg: Element): void {
  for (const child of svg.children) enlargeWords(child);
  loosenSequence(svg);
}

function enlargeWords(group: ElementContent): void {
  if (!isElement(group)) return;
  const small = [...elementsIn(group)].filter(
    (node) => node.tagName === 'text' && at(node, 'fontSize') < smallestWords,
  );
  for (const text of small) {
    const factor = smallestWords / at(text, 'fontSize');
    put(text, 'fontSize', smallestWords);
    // Words on a line have a ground of their own size.
    const [ground] = group.children.filter((child) => isElement(child, 'rect'));
    if (!hasClass(group, 'edge-label') || ground === undefined) continue;
    const width = at(ground, 'width');
    put(ground, 'x', at(ground, 'x') - (width * (factor - 1)) / 2);
    put(ground, 'width', width * factor);
  }
}

/** Lifts titles of groups above the lines, which end around them (figures.css), and leaves them below all other words. */
export function liftTitles(svg: Element): void {
  const lastLine = svg.children.findLastIndex((child) => hasClass(child, 'edge'));
  if (lastLine < 0) return;
  const titles = svg.children.filter((child) => hasClass(child, 'subgraph')).map(takeTitle);
  svg.children.splice(lastLine + 1, 0, ...titles);
}

/** @returns a group of its own with the words of `group`, which keeps the rest. */
function takeTitle(group: Element): Element {
  const words = group.children.filter((child) => isElement(child, 'text'));
  group.children = group.children.filter((child) => !words.includes(child as Element));
  return element('g', { className: ['subgraph'] }, words);
}

function loosenSequence(svg: Element): void {
  const lifelines = [...elementsIn(svg)].filter((node) => hasClass(node, 'lifeline'));
  const messages = svg.children.filter((child) => hasClass(child, 'message'));
  if (lifelines.length === 0 || messages.length === 0) return;
  const lowest = Math.max(...svg.children.filter((child) => !hasClass(child, 'lifeline')).map(bottomOf));
  for (const line of lifelines) {
    put(line, 'y1', at(line, 'y1') - roomBelowActors);
    put(line, 'y2', Math.min(at(line, 'y2'), lowest + lifelineEnd));
  }
  for (const actor of svg.children.filter((child) => hasClass(child, 'actor'))) {
    for (const part of elementsIn(actor)) {
      for (const name of ['y', 'cy', 'y1', 'y2']) {
        if (part.properties[name] !== undefined) put(part, name, at(part, name) - roomBelowActors);
      }
    }
  }
}

/** The lowest point of what a group draws with straight lines and boxes. */
function bottomOf(group: ElementContent): number {
  if (!isElement(group)) return 0;
  const points = [...elementsIn(group)].flatMap((part) => [
    at(part, 'y1'),
    at(part, 'y2'),
    at(part, 'y') + at(part, 'height'),
    ...(stringProperty(part, 'points') ?? '').split(' ').map((point) => Number(point.split(',')[1] ?? 0)),
  ]);
  return Math.max(0, ...points);
}

function at(node: Element, name: string): number {
  return Number(stringProperty(node, name) ?? 0);
}

function put(node: Element, name: string, value: number): void {
  node.properties[name] = String(Math.round(value * 100) / 100);
}

function hasClass(node: ElementContent, name: string): node is Element {
  if (!isElement(node)) return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}
