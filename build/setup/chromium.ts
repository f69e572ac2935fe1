/**
 * The Chromium that tests drive. Where none is installed it is fetched: Debian's package when we may install packages,
 * else the build that Playwright brings.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { root } from '../bundle/paths.ts';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a Chromium that is there, or undefined. `RECTO_TEST_BROWSER` names another. */
export function testChromium(): string | undefined {
  const named = process.env.RECTO_TEST_BROWSER;
  return [...(named === undefined ? [] : [named]), ...systemBrowsers, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

/** Installs a Chromium where there is none. Throws with what to do when that is not possible. */
export function ensureChromium(): void {
  if (testChromium() !== undefined) return;
  console.error('The tests drive Chromium, and there is none on this machine: installing it …');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const apt = (...args: string[]): number | null =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status;
    if (apt('update', '-qq') === 0) apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  } else {
    spawnSync(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
  }
  if (testChromium() === undefined) {
    throw new Error(
      'No Chromium could be installed. Install one yourself (Debian: "sudo apt-get install chromium") and run the tests again, or name one in RECTO_TEST_BROWSER.',
    );
  }
}
