import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { themes } from '../../../../core/contract/theme.ts';
import { pageColours } from '../../../../electron/main/page-colours.ts';

const file = join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'styles', 'tokens.css');
const tokens = readFileSync(file, 'utf8');

it.each(themes)('the window has the background of the page in the %s theme', (theme) => {
  const [, canvas = ''] = new RegExp(`\\[data-theme='${theme}'\\] \\{[^}]*?--canvas: ([^;]+);`).exec(tokens) ?? [];
  const [, palette = ''] = /^var\((.+)\)$/.exec(canvas) ?? [];
  expect(pageColours[theme]).toBe(palette === '' ? canvas : new RegExp(`${palette}: ([^;]+);`).exec(tokens)?.[1]);
});
