/** Counts of a suite, read from the runners' own JSON reports. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of the tests among the passed ones that did so only at the second try: each is a race to be found. */
  readonly retried: readonly string[];
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0, retried: [] };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    retried: [...a.retried, ...b.retried],
  };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightSpecs = z.array(
  z.object({
    title: z.string(),
    file: z.string(),
    tests: z.array(z.object({ projectName: z.string(), status: z.string() })),
  }),
);

const playwrightSuite = z.object({
  specs: playwrightSpecs,
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(playwrightSuite),
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
      retried: [],
    };
  }
  const { stats, suites } = playwrightReport.parse(JSON.parse(text));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    retried: suites.flatMap(retriedIn),
  };
}

function retriedIn({ specs, suites = [] }: z.infer<typeof playwrightSuite>): string[] {
  const here = specs.flatMap(({ title, file, tests }) =>
    tests.filter(({ status }) => status === 'flaky').map(({ projectName }) => `${projectName} › ${file} › ${title}`),
  );
  return [...here, ...suites.flatMap(retriedIn)];
}
