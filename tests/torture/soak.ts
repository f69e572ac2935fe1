/**
 * `npm run soak [MINUTES] [SEED]`: a long day of reading, marking, importing and restarting, an hour where it does not say,
 * compared with what has to be there all along. Fails where something is not, where an error is not caught, and where the
 * memory that is held has grown by more than a tenth once everything was warm.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dist } from '../../build/bundle/paths.ts';
import { soak } from './soak-life.ts';

const minutes = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const end = performance.now() + minutes * 60_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const folder = await mkdtemp(join(tmpdir(), 'recto-soak-'));
const held: number[] = [];
let toldAt = 0;
const report = await soak({
  bookFolder: join(dist, 'books', 'cncc'),
  bookId: 'cncc',
  dataFolder: join(folder, 'data'),
  seed,
  goesOn: () => performance.now() < end,
  onCompared: (done) => {
    if (performance.now() - toldAt < 10_000) return;
    toldAt = performance.now();
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    held.push(heapUsed + external);
    const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
    console.log(`${String(done)} deeds, all as it has to be; ${mb(heapUsed + external)} held, ${mb(rss)} resident`);
  },
});
await rm(folder, { recursive: true, force: true });
console.log(
  `seed ${String(seed)}: ${String(report.done)} deeds, ${String(report.restarts)} restarts, ${String(report.comparisons)} comparisons, none failed`,
);

/** Smallest of some: what is held at its quietest. */
const least = (values: readonly number[]): number => Math.min(...values);
const third = Math.floor(held.length / 3);
if (third > 0) {
  const growth = least(held.slice(-third)) / least(held.slice(third, 2 * third)) - 1;
  console.log(`what is held has changed by ${(100 * growth).toFixed(1)} % from the middle third to the last`);
  if (growth > 0.1) process.exitCode = 1;
}
