import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killMarks } from './kill-marks.ts';
import { tempFolder } from './tiny-bundle.ts';

// Four folders side by side: starting the writers is what takes the time. `npm run torture` does it 500 times.
it.concurrent.each([1, 2, 3, 4])(
  'every acknowledged change of a mark is there after kill -9, and none twice (folder %s)',
  { timeout: 180_000 },
  async () => {
    expect(await killMarks(join(await tempFolder(), 'data'), 25)).toMatchObject({ kills: 25 });
  },
);
