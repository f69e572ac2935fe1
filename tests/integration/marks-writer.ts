/** Lives a life of marks as fast as it can, and says after each step that it was told the step is kept. */
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/services/store/open-store.ts';
import { takeStep } from './marks-life.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const { store, warning } = openStore(folder);
if (warning !== undefined) throw new Error(JSON.stringify(warning));

for (let number = Number(first); ; number += 1) {
  const done = takeStep(store, number);
  if (!done.ok) throw new Error(`step ${String(number)}: ${JSON.stringify(done.error)}`);
  // Synchronous, so that the line is with the reader before the next step begins.
  writeSync(1, `${String(number)}\n`);
}
