/** Writes so many notes into a data folder, beside whoever else does: `node notes-writer.ts DATA NAME COUNT`. */
import { randomUUID } from 'node:crypto';
import { openStore } from '../../electron/services/store/open-store.ts';
import { tinyManifest } from './tiny-bundle.ts';

const [dataFolder = '', name = '', count = '0'] = process.argv.slice(2);
const { store } = openStore(dataFolder);
const fastening = { target: 'book', anchor: null, blockKind: null } as const;
for (let at = 0; at < Number(count); at += 1) {
  const content = { body: `${name} ${String(at)}` };
  const done = store.marks.change(tinyManifest, [{ do: 'add', id: randomUUID(), kind: 'note', fastening, content }]);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}
store.close();
