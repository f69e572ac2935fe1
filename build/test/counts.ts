/** Counts of a suite, read from the runners' own JSON reports. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/**
 * Reads a report; `status` is the runner's exit status. A runner that failed without a failed test (a file that does not load, an
 * error in set-up, no report at all) counts as one failure, so that nothing passes by not running.
 */
export function readCounts(runner: 'vitest' | 'playwright', reportFile: string, status: number): Counts {
  const counts = existsSync(reportFile) ? parse(runner, readFileSync(reportFile, 'utf8')) : noCounts;
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function parse(runner: 'vitest' | 'playwright', text: string): Counts {
  if (runner === 'vitest') {
    const report = vitestReport.parse(JSON.parse(text));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  const { stats } = playwrightReport.parse(JSON.parse(text));
  // A test that passed only when tried again is a failure: there are no retries to begin with.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
