/** Opens the store of a data folder and closes it: what a start does to it. */
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/services/store/open-store.ts';

const [folder = ''] = process.argv.slice(2);
writeSync(1, 'opening\n');
const { store, warning } = openStore(folder);
if (warning !== undefined) throw new Error(JSON.stringify(warning));
store.close();
