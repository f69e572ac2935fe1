/** Kills a process that writes marks, again and again, and looks each time whether all that it was told is kept is there. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../electron/services/store/open-store.ts';
import { startNode } from './child-process.ts';
import { describeLife, expectedDrafts, expectedLife } from './marks-life.ts';
import { tinyManifest } from './tiny-bundle.ts';

const writer = fileURLToPath(new URL('marks-writer.ts', import.meta.url));

/** Acknowledgements before a kill: a spread that needs no clock and no luck. Below 30, so that lists stay short. */
const acksBeforeKill = (round: number): number => 1 + ((round * 17) % 29);

export interface KillReport {
  readonly kills: number;
  /** Steps that were acknowledged. */
  readonly steps: number;
}

/** Throws with what is missing, doubled or damaged. `folder` is a data folder that is not there yet. */
export async function killMarks(folder: string, kills: number): Promise<KillReport> {
  let steps = 0;
  for (let round = 0; round < kills; round += 1) {
    const child = startNode([writer, folder, String(steps)]);
    await child.line(new RegExp(`^${String(steps + acksBeforeKill(round) - 1)}$`));
    child.process.kill('SIGKILL');
    await child.ended;
    if (child.err.length > 0) throw new Error(child.err.join('\n'));
    steps = checkLife(folder, Number(child.out.at(-1)) + 1, round);
  }
  const database = new DatabaseSync(join(folder, 'recto.db'));
  const report = database.prepare('PRAGMA integrity_check').all();
  database.close();
  if (JSON.stringify(report) !== '[{"integrity_check":"ok"}]') throw new Error(JSON.stringify(report));
  return { kills, steps };
}

/** The number of steps that are kept: those that were acknowledged, or one more. Throws where it is neither. */
export function checkLife(folder: string, acknowledged: number, round: number): number {
  const { store, warning } = openStore(folder);
  try {
    if (warning !== undefined) throw new Error(`round ${String(round)}: ${JSON.stringify(warning)}`);
    const found = JSON.stringify(describeLife(store));
    const drafts = JSON.stringify(store.marks.drafts(tinyManifest.id).map(({ body }) => body));
    for (const steps of [acknowledged, acknowledged + 1]) {
      const marksFit = found === JSON.stringify(expectedLife(steps));
      if (marksFit && drafts === JSON.stringify(expectedDrafts(steps))) return steps;
    }
    throw new Error(
      `round ${String(round)}, after ${String(acknowledged)} steps: ${found.slice(-300)} ${drafts.slice(-300)}`,
    );
  } finally {
    store.close();
  }
}
