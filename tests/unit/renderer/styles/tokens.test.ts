import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDarkTheme, themes, type Theme } from '../../../../core/contract/theme.ts';

const file = join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'styles', 'tokens.css');
const css = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');

/** What the innermost blocks with exactly this among their selectors declare. */
function declared(selector: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(',').some((one) => one.trim() === selector)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/([\w-]+):\s*([^;]+);/g)) found.set(name, value);
  }
  return found;
}

/** The colour behind a token in a theme, as hexadecimal. */
function colour(theme: Theme, name: string): string {
  const values = new Map([...declared(':root'), ...declared(`[data-theme='${theme}']`)]);
  let value = values.get(`--${name}`) ?? 'nothing';
  for (let hops = 0; value.startsWith('var(') && hops < 5; hops += 1) value = values.get(value.slice(4, -1)) ?? value;
  if (!/^#([0-9a-f]{3}){1,2}$/.test(value)) throw new Error(`--${name} is no colour in ${theme}: ${value}`);
  return value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const callouts = ['note', 'tip', 'important', 'warning', 'caution'];
const roles = ['trusted', 'untrusted', 'data', 'key', 'external'];
const tokens = 'comment keyword string number function type variable punctuation inserted deleted'.split(' ');
const grounds = ['canvas', 'surface', 'surface-strong', 'raised'];
const washes = callouts.map((kind) => `${kind}-wash`);

/** Words and what they stand on. */
const words: [string, readonly string[]][] = [
  [
    'text',
    [...grounds, ...washes, 'mark', 'found', 'selection', 'accent-wash', 'fig-plain', ...roles.map((r) => `fig-${r}`)],
  ],
  ['text-soft', [...grounds, ...washes]],
  ['accent', ['canvas', 'surface', 'raised', 'accent-wash', ...washes]],
  ['on-accent', ['accent']],
  ['since', ['canvas']],
  ...callouts.map((kind): [string, string[]] => [kind, [`${kind}-wash`]]),
  // Code stands on its own ground, output on the page.
  ...tokens.map((token): [string, string[]] => [`tok-${token}`, ['surface', 'canvas']]),
];

/** Lines that say something, and what is beside them. */
const lines: [string, readonly string[]][] = [
  ['control', ['canvas', 'raised']],
  ['accent', ['canvas', 'surface', 'raised', 'surface-strong']],
  ['fig-line', ['canvas', 'fig-plain']],
  ...roles.map((role): [string, string[]] => [`fig-${role}-line`, ['canvas', `fig-${role}`]]),
];

describe.each(themes)('the %s theme', (theme) => {
  const strong = theme.startsWith('contrast-');

  /** Pairs that do not reach the ratio, with what they have. */
  const below = (least: number, list: typeof words): string[] =>
    list.flatMap(([name, others]) =>
      others
        .map((other) => ({ other, ratio: contrast(colour(theme, name), colour(theme, other)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ other, ratio }) => `${name} on ${other}: ${ratio.toFixed(2)}`),
    );

  it('lets every word be read on what it stands on', () => {
    expect(below(strong ? 7 : 4.5, words)).toEqual([]);
    // The measure itself can fail: no theme lets its soft text be read on its lines.
    expect(below(strong ? 7 : 4.5, [['text-soft', ['control']]])).toHaveLength(1);
  });

  it('shows every line that says something', () => {
    expect(below(strong ? 4.5 : 3, lines)).toEqual([]);
  });

  it('gives every meaning its own value', () => {
    const names = (selector: string) => [...declared(selector).keys()].sort();
    expect(names(`[data-theme='${theme}']`)).toEqual(names(`[data-theme='light']`));
  });

  it('tells the browser whether it is dark', () => {
    expect(declared(`[data-theme='${theme}']`).get('color-scheme')).toBe(isDarkTheme(theme) ? 'dark' : 'light');
  });
});
