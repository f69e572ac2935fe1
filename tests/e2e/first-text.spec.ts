import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist } from '../../build/bundle/paths.ts';
import { expect, test } from './fixtures.ts';

/** A kilobyte less is always welcome; what is not on the first screen is fetched when it is first opened. */
const mostBytes = 121_000;

test('little has to come before the first text', async ({ page }) => {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('main h1')) return;
      observer.disconnect();
      const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      Object.assign(window, { filesBeforeText: files });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  const files = await page.waitForFunction(() => (window as { filesBeforeText?: string[] }).filesBeforeText);
  const scripts = (await files.jsonValue())!.filter((path) => path.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (path) => gzipSync(await readFile(join(dist, 'renderer', path))).length),
  );
  // First script, reader and dictionary at least.
  expect(scripts.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes);
});
