/** The looks, languages and widths that views are seen in. */
import { themes, type Theme } from '../../core/contract/theme.ts';
import type { View } from './view.ts';
import { views } from './views.ts';
import { figure, start } from './views/reading.ts';

/** A theme, or something a reader asks for: `large` is text of twice the size, `zoomed` the whole page of twice the size. */
export type Look = Theme | 'forced-colours' | 'large' | 'zoomed';

export interface Shot {
  readonly name: string;
  readonly view: View;
  readonly language: 'zh' | 'en';
  readonly look: Look;
  readonly width: number;
  readonly height: number;
}

const allWidths = [360, 800, 1280, 1920];

function shot(of: View, language: Shot['language'], look: Look, width: number): Shot {
  const height = Math.round(width < 700 ? width * 1.9 : width * 0.65);
  return { name: `${of.name}-${language}-${look}-${width}`, view: of, language, look, width, height };
}

export const readmeShots: readonly Shot[] = [
  { ...shot(start, 'zh', 'light', 1280), name: 'reading-zh-light', height: 800 },
  { ...shot(figure, 'en', 'dark', 1280), name: 'figure-en-dark', height: 800 },
];

/** Every view x theme x language x width, and what a reader may ask for beside in two widths. */
export function everyShot(): Shot[] {
  return views.flatMap((of) =>
    (['zh', 'en'] as const).flatMap((language) =>
      (of.widths ?? allWidths).flatMap((width) => [
        ...themes.map((theme) => shot(of, language, theme, width)),
        ...([360, 1280].includes(width)
          ? (['forced-colours', 'large'] as const).map((look) => shot(of, language, look, width))
          : []),
        ...(width >= 800 && width <= 1280 ? [shot(of, language, 'zoomed', width)] : []),
      ]),
    ),
  );
}

/**
 * A round that can be looked at whole: each view in each theme, each width and each language, though not in every
 * combination of them. What is wrong in one combination alone is found by `--only` once something is suspected.
 */
const round = new Set([
  'zh-light-1280',
  'en-dark-1280',
  'zh-sepia-800',
  'en-contrast-light-800',
  'zh-dark-360',
  'en-light-360',
  'zh-contrast-dark-1920',
  'en-sepia-1920',
  'zh-large-1280',
  'en-large-1280',
]);

export function roundOfShots(): Shot[] {
  return everyShot().filter(({ view, name }) => round.has(name.slice(view.name.length + 1)));
}
