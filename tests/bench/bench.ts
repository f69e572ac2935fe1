/**
 * `npm run bench`: figures that depend on the machine, side by side with a yardstick measured in the same run. Medians;
 * ratios are what to compare between machines.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../build/bundle/bundle.ts';
import { contentSource } from '../../build/bundle/paths.ts';
import { repository } from '../helpers/electron-binary.ts';
import { compileTimes } from './compile-time.ts';
import { firstText } from './first-text.ts';
import { milliseconds } from './median.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
const runs = Number(values.runs);

await ensureBuilt(console.error);

const start = await firstText(runs);
console.log(`Start to first readable text, browser host (${runs} runs each, alternating)`);
console.log(`  blank page of the same origin   ${milliseconds(start.blankMs)}`);
console.log(`  reader, first start             ${milliseconds(start.firstStartMs)}`);
console.log(`  reader, files cached            ${milliseconds(start.cachedMs)}`);
const allowedMs = 1.3 * start.blankMs + 100;
console.log(
  `  aim: 1.3 x blank + 100 ms =     ${milliseconds(allowedMs)} -> ${start.firstStartMs <= allowedMs ? 'met' : 'missed'}`,
);
console.log(`JavaScript before first text (gzip)  ${(start.scriptBytes / 1000).toFixed(1)} KB (aim: under 130 KB)`);

const reference = join(repository, '..', 'shared', 'reference', 'whitepaper');
const books: [string, string][] = [['edition', contentSource]];
if (existsSync(reference)) books.push(['original whitepaper (GitBook)', reference]);
console.log('Compile time (5 runs in one process after one to warm up)');
for (const [name, source] of books) {
  const { medianMs, chapters } = await compileTimes(source, 5);
  console.log(`  ${name.padEnd(32)}${milliseconds(medianMs)}  (${chapters} chapter files)`);
}
