/**
 * `npm test`: everything, on a machine that has only Node. Browser, build, static checks, all suites, one closing line.
 *
 *   npm test                      all
 *   npm test -- unit e2e          only some of: check, unit, integration, electron, e2e
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../bundle/bundle.ts';
import { ensureChromium } from '../setup/chromium.ts';
import { addCounts, noCounts, type Counts } from './counts.ts';
import { suiteNames, suites, type SuiteName } from './suites.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((arg) => !(suiteNames as readonly string[]).includes(arg));
  if (unknown.length > 0) {
    console.error(`Unknown suite: ${unknown.join(', ')}. There are: ${suiteNames.join(', ')}.`);
    return 2;
  }
  const wanted = args.length > 0 ? suiteNames.filter((name) => args.includes(name)) : suiteNames;
  ensureChromium();
  await ensureBuilt(console.error);
  return (await runSuites(wanted)) ? 0 : 1;
}

async function runSuites(wanted: readonly SuiteName[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'recto-test-'));
  // What the tests and the browsers they start write into the system's temporary folder goes with it. It is open to
  // all, as that one is: a test reads as another user.
  chmodSync(folder, 0o1777);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  const rows: [string, Counts, string][] = [];
  try {
    for (const name of wanted) {
      console.error(`\n== ${name}`);
      const start = performance.now();
      const counts = await suites[name](join(folder, `${name}.json`));
      rows.push([name, counts, `${((performance.now() - start) / 1000).toFixed(0)} s`]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log('');
  for (const [name, counts, time] of rows) {
    console.log(
      `${name.padEnd(12)} ${String(counts.passed).padStart(5)} passed, ${counts.failed} failed, ${counts.skipped} skipped (${time})`,
    );
  }
  const total = rows.reduce((sum, [, counts]) => addCounts(sum, counts), noCounts);
  for (const name of total.retried) console.log(`only at the second try: ${name}`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0;
}
