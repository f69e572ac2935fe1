/**
 * What HTML the compiler writes into a bundle (docs/book-format.md), as names of elements and attributes: whoever shows a
 * bundle takes this and nothing beside it, for a bundle may come from anywhere.
 */

export const bundleHtmlTags: readonly string[] = (
  'a abbr aside b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ' +
  'ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead tr u ul var wbr'
).split(' ');
export const bundleHtmlAttributes: readonly string[] = (
  'class lang href rel title alt src width height colspan rowspan start value reversed role tabindex aria-label ' +
  'data-lang data-output data-kind data-external data-align data-note'
).split(' ');
export const bundleSvgTags: readonly string[] =
  'svg g path rect circle ellipse line polyline polygon text tspan defs marker'.split(' ');
export const bundleSvgAttributes: readonly string[] = (
  'id viewBox x y x1 y1 x2 y2 cx cy r rx ry d points transform dx dy fill font-size text-anchor ' +
  'marker-start marker-end markerWidth markerHeight orient refX refY'
).split(' ');

const classes = new Set(
  (
    'code callout footnote footnotes figure drawing table-scroll missing-picture node trusted untrusted data key external subgraph edge edge-label ' +
    'actor message note block lifeline activation shape fill line dashed thick title-band arrow'
  ).split(' '),
);

/** Whether the compiler writes this class. Others could borrow the looks of what stands around the text. */
export function isBundleClass(name: string): boolean {
  return classes.has(name) || /^tok-[a-z-]+$/.test(name);
}

/** Whether the compiler names parts of a drawing like this (build/compile/fences.ts). */
export function isDrawingId(id: string): boolean {
  return /^f[0-9a-f]{8}-[\w-]+$/.test(id);
}

/** Whether an attribute of a drawing may have this value: it refers to nothing but to a part of the drawing. */
export function isDrawingValue(value: string): boolean {
  return !/url\s*\(|\\/i.test(value) || /^url\(#f[0-9a-f]{8}-[\w-]+\)$/.test(value);
}
