import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../electron/services/store/open-store.ts';
import { startNode } from './child-process.ts';
import { tempFolder } from './tiny-bundle.ts';

const writer = fileURLToPath(new URL('store-writer.ts', import.meta.url));

const killsPerFolder = 6;

/** The kill comes after so many acknowledgements: a spread that needs no clock and no luck. */
const acksBeforeKill = (round: number) => 1 + ((round * 7) % 23);

// Two folders side by side: starting the writers is what takes the time.
it.concurrent.each(['one', 'two'])(
  'every acknowledged save is there after kill -9 (folder %s)',
  { timeout: 180_000 },
  async () => {
    const folder = join(await tempFolder(), 'data');
    let acknowledged = -1;
    for (let round = 0; round < killsPerFolder; round += 1) {
      const first = acknowledged + 1;
      const child = startNode([writer, folder, String(first)]);
      await child.line(new RegExp(`^${first + acksBeforeKill(round) - 1}$`));
      child.process.kill('SIGKILL');
      expect(await child.ended).toBeNull();
      expect(child.err).toEqual([]);
      acknowledged = Number(child.out.at(-1));

      const { store, warning } = openStore(folder);
      expect(warning).toBeUndefined();
      const kept = Number(store.position('tiny')?.blockId.split('.')[1]);
      // One more may have been kept before its acknowledgement could be written.
      expect(kept - acknowledged, `round ${round}`).toBeOneOf([0, 1]);
      store.close();
      acknowledged = kept;
    }
    const database = new DatabaseSync(join(folder, 'recto.db'));
    expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    database.close();
  },
);
