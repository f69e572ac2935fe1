/** Two processes write into one store at the same time, as the reader and a command do. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../electron/services/store/open-store.ts';
import { startNode } from './child-process.ts';
import { tempFolder } from './tiny-bundle.ts';

const writer = fileURLToPath(new URL('notes-writer.ts', import.meta.url));
const each = 1000;

it('two writers of a thousand notes each leave two thousand, each in its own order', { timeout: 300_000 }, async () => {
  const folder = join(await tempFolder(), 'data');
  openStore(folder).store.close();
  const writers = ['one', 'two'].map((name) => startNode([writer, folder, name, String(each)]));
  for (const { ended, err } of writers) expect([await ended, err]).toEqual([0, []]);
  const { store } = openStore(folder);
  const bodies = store.marks.list('tiny').map(({ body }) => body);
  expect(bodies).toHaveLength(2 * each);
  for (const name of ['one', 'two']) {
    const own = bodies.filter((body) => body?.startsWith(`${name} `));
    expect(own).toEqual(Array.from({ length: each }, (_, at) => `${name} ${String(at)}`));
  }
  store.close();
});
