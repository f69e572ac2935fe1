/** `npm run torture [KILLS]`: writing processes are killed 500 times; every acknowledged change has to be there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { killMarks } from '../integration/kill-marks.ts';

const kills = Number(process.argv[2] ?? 500);
/** A life gets longer with each kill, and looking at it takes longer: every so often a new one begins. */
const killsInLife = 25;

const folder = await mkdtemp(join(tmpdir(), 'recto-torture-'));
let begun = 0;
let done = 0;
let steps = 0;

async function worker(): Promise<void> {
  while (begun < kills) {
    const count = Math.min(killsInLife, kills - begun);
    begun += count;
    const report = await killMarks(join(folder, String(begun)), count);
    done += report.kills;
    steps += report.steps;
    console.log(`${String(done)} kills, ${String(steps)} acknowledged changes, none lost, none doubled`);
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, worker));
await rm(folder, { recursive: true });
