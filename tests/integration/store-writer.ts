/** For store-kill.test.ts: saves positions and settings as fast as it can, and says which it has been told are kept. */
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/services/store/open-store.ts';
import { tinyManifest } from './tiny-bundle.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const { store, warning } = openStore(folder);
if (warning !== undefined) throw new Error(JSON.stringify(warning));

for (let number = Number(first); ; number += 1) {
  const position = { bookId: 'tiny', lang: 'zh', chapterId: 'enclaves', blockId: `enclaves.${number}`, fraction: 0 };
  const saved = store.savePosition(position, tinyManifest);
  const set = store.saveSettings({ contentsOpen: number % 2 === 0 });
  if (!saved.ok || !set.ok) throw new Error(JSON.stringify([saved, set]));
  // Synchronous, so that the line is with the reader before the next save begins.
  writeSync(1, `${number}\n`);
}
