import { join } from 'node:path';
import { expect, it } from 'vitest';
import { soak } from '../torture/soak-life.ts';
import { tempFolder, writeTinyBundle } from './tiny-bundle.ts';

// `npm run soak` does the same for an hour.
it.each([1, 2])(
  'whatever a reader does for a day, all is as it has to be (seed %i)',
  { timeout: 300_000 },
  async (seed) => {
    const report = await soak({
      bookFolder: await writeTinyBundle(),
      bookId: 'tiny',
      dataFolder: join(await tempFolder(), 'data'),
      seed,
      goesOn: (done) => done < 500,
    });
    expect(report.done).toBe(500);
    expect(report.restarts).toBeGreaterThan(0);
  },
);
