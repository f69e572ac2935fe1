import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCounts } from '../../../../build/test/counts.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recto-counts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const spec = (title: string, ...statuses: string[]) => ({
  title,
  file: 'e2e/a.spec.ts',
  tests: statuses.map((status, index) => ({ projectName: `host${index}`, status })),
});

test('a test that passed only when tried again is counted as passed, and named, however deep it stands', () => {
  const file = report({
    stats: { expected: 3, unexpected: 1, flaky: 2, skipped: 4 },
    suites: [
      {
        specs: [spec('one', 'expected', 'flaky')],
        suites: [{ specs: [spec('two', 'flaky'), spec('three', 'unexpected')] }],
      },
    ],
  });
  expect(readCounts('playwright', file, 1)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 4,
    retried: ['host1 › e2e/a.spec.ts › one', 'host0 › e2e/a.spec.ts › two'],
  });
});

test('a runner that failed without a failed test, or left no report, counts as one failure', () => {
  const passed = report({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] });
  expect(readCounts('playwright', passed, 0).failed).toBe(0);
  expect(readCounts('playwright', passed, 1).failed).toBe(1);
  expect(readCounts('vitest', join(folder, 'none.json'), 1)).toMatchObject({ passed: 0, failed: 1 });
});
