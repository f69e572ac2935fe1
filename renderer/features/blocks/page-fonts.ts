/**
 * The page's own fonts for a drawing that leaves the page: as a picture it may load nothing, so they travel inside it.
 * Of each font come only the slices (fonts.css) that hold a character of the drawing.
 */

/** Style rules with the fonts that `drawing` is set in, as data; empty where it uses those of the system. */
export async function fontRules(drawing: SVGSVGElement): Promise<string> {
  const characters = Array.from(new Set(drawing.textContent), (character) => character.codePointAt(0) ?? 0);
  const families = new Set(
    Array.from(drawing.querySelectorAll('text'), (text) => getComputedStyle(text).fontFamily.split(',')[0]?.trim()),
  );
  const rules = Array.from(document.styleSheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => families.has(style.getPropertyValue('font-family')))
    .filter(({ style }) => holdsAny(style.getPropertyValue('unicode-range'), characters));
  return (await Promise.all(rules.map(inlined))).join('\n');
}

/** Whether a `unicode-range` has one of the characters; one that is missing has all. */
export function holdsAny(unicodeRange: string, characters: readonly number[]): boolean {
  const ranges = Array.from(unicodeRange.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi), ([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
  if (ranges.length === 0) return true;
  return characters.some((point) => ranges.some(([from = 0, to = 0]) => point >= from && point <= to));
}

async function inlined({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (address === undefined) return '';
  const answer = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const font = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const kept = ['font-family', 'font-weight', 'font-style', 'unicode-range'].map(
    (name) => `${name}:${style.getPropertyValue(name)};`,
  );
  return `@font-face{${kept.join('')}src:url(data:font/woff2;base64,${font}) format("woff2")}`;
}
