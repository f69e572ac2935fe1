/** The sheets themselves: size, margins, page numbers, and a running title for each chapter. */
import type { PaperSize } from '../../../core/paper/choice.ts';

export interface RunningTitle {
  /** Name of the pages it stands on. */
  readonly page: string;
  readonly left: string;
  readonly right: string;
}

const sizes: Readonly<Record<PaperSize, string>> = { a4: 'A4', letter: 'letter' };

/** A style sheet's text. Titles are book text: they come in as strings that nothing can leave. */
export function pageRules(size: PaperSize, narrow: boolean, titles: readonly RunningTitle[], lang: string): string {
  const font = /^zh\b/.test(lang) ? 'var(--font-han-ui)' : 'var(--font-latin-ui)';
  const small = `color: #444; font: 8pt/1.3 ${font}`;
  return [
    `@page { size: ${sizes[size]}; margin: 24mm ${narrow ? '17mm' : '24mm'} 22mm;`,
    `@bottom-center { content: counter(page); ${small}; } }`,
    `@page paper-front { @bottom-center { content: none; } }`,
    ...titles.map(
      ({ page, left, right }) =>
        `@page ${page} { @top-left { content: ${quoted(left)}; ${small}; vertical-align: bottom; padding-bottom: 5mm; }` +
        `@top-right { content: ${quoted(right)}; ${small}; vertical-align: bottom; padding-bottom: 5mm; } }`,
    ),
  ].join('\n');
}

/** A CSS string: everything but letters, digits and spaces is written as its number. */
export function quoted(text: string): string {
  const safe = Array.from(text, (sign) =>
    /[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${safe.join('')}"`;
}
