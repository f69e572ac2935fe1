import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageColours } from '../../../../electron/main/page-colours.ts';

it('are the background colours of the page', () => {
  const tokens = readFileSync(
    join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'styles', 'tokens.css'),
    'utf8',
  );
  expect(tokens).toContain(`--paper: ${pageColours.light};`);
  expect(tokens).toContain(`--night: ${pageColours.dark};`);
});
