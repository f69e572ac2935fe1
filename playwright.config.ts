import { defineConfig } from 'playwright/test';
import type { HostOptions } from './tests/e2e/fixtures.ts';

export default defineConfig<HostOptions>({
  testDir: 'tests',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // A machine that is shared stalls now and then. What passes only at the second try is named at the end of `npm test`.
  retries: 1,
  forbidOnly: true,
  projects: [
    { name: 'browser-host', testDir: 'tests/e2e', use: { host: 'browser' } },
    // Long looks at the page alone, which is the same one in both hosts.
    {
      name: 'electron-host',
      testDir: 'tests/e2e',
      testIgnore: ['**/accessibility.spec.ts', '**/navigation-axe.spec.ts'],
      use: { host: 'electron' },
    },
    { name: 'electron', testDir: 'tests/electron' },
    // What `npm run package:verify` has made; nothing of it is there otherwise.
    ...(process.env.RECTO_PACKAGES === undefined ? [] : [{ name: 'package', testDir: 'tests/package' }]),
  ],
});
