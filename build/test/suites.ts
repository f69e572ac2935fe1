/** How each suite is run. Each gets the path for its runner's JSON report. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../bundle/paths.ts';
import { readCounts, type Counts } from './counts.ts';

export const suiteNames = ['check', 'unit', 'integration', 'electron', 'e2e'] as const;
export type SuiteName = (typeof suiteNames)[number];

export const suites: Readonly<Record<SuiteName, (reportFile: string) => Promise<Counts>>> = {
  check: async () => {
    const status = await runTool(['build/test/check.ts']);
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, retried: [] };
  },
  unit: vitest('tests/unit'),
  integration: vitest('tests/integration'),
  electron: playwright(['electron']),
  e2e: playwright(['browser-host', 'electron-host']),
};

function vitest(folder: string): (reportFile: string) => Promise<Counts> {
  return async (reportFile) => {
    const status = await runTool([
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      `--dir=${folder}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ]);
    return readCounts('vitest', reportFile, status);
  };
}

function playwright(projects: readonly string[]): (reportFile: string) => Promise<Counts> {
  return async (reportFile) => {
    const status = await runTool(
      [
        join('node_modules', 'playwright', 'cli.js'),
        'test',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=list,json',
      ],
      { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
    );
    return readCounts('playwright', reportFile, status);
  };
}

/** Runs a Node program of ours or of a package; its output is shown, its exit status returned (1 when it died of a signal). */
export function runTool(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
