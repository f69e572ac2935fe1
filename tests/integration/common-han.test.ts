import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/bundle/paths.ts';

/** What the fonts of the first text lack comes in slices, later: a little of that is no harm, much of it is. */
const mostLacking = 0.03;

it('nearly all Han characters of the edition and the interface are in the fonts of the first text', async () => {
  const inFonts = new Set(await readFile(join(root, 'renderer/styles/han/characters.txt'), 'utf8'));
  const used = new Set<string>();
  for await (const name of glob(['content/**/*.md', 'renderer/i18n/**/*.ts'], { cwd: root })) {
    for (const character of await readFile(join(root, name), 'utf8')) {
      if (/\p{Script=Han}/u.test(character)) used.add(character);
    }
  }
  const lacking = [...used].filter((character) => !inFonts.has(character));
  expect(used.size).toBeGreaterThan(1000);
  expect(lacking.length / used.size, `run build/fonts/common-han.py: ${lacking.join('')}`).toBeLessThan(mostLacking);
});
