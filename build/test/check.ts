/** `npm run check`: all that can be said without running the program. Every check runs; the exit status is 1 if any failed. */
import { join } from 'node:path';
import { runTool } from './suites.ts';

const bin = (name: string, file: string): string => join('node_modules', name, file);
const rooms = ['.', 'core', 'build', 'electron', 'electron/preload', 'renderer', 'tests'];

const checks: readonly (readonly [name: string, args: readonly string[]])[] = [
  ...rooms.map((room) => [`types: ${room}`, [bin('typescript', 'bin/tsc'), '-p', room]] as const),
  ['lint', [bin('eslint', 'bin/eslint.js'), '--max-warnings=0', '.']],
  ['format', [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  [
    'layers and cycles',
    [
      bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
      '--output-type=err',
      'core',
      'build',
      'electron',
      'renderer',
      'tests',
    ],
  ],
  ['unused code', [bin('knip', 'bin/knip.js')]],
  ['edition', [join('electron', 'cli', 'recto.ts'), 'check', 'content', '--reviews']],
  ['manual', [join('electron', 'cli', 'recto.ts'), 'check', join('docs', 'manual')]],
];

let failed = 0;
for (const [name, args] of checks) {
  const start = performance.now();
  const status = await runTool(args);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
