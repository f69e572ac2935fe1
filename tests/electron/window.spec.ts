/** The window's place over restarts, and links that the system hands over. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type ElectronApplication } from 'playwright/test';
import { electronBinary, noElectron, repository } from '../helpers/electron-binary.ts';
import { expectNoViolations, firstPage, launch, makeDataFolder } from './launch.ts';

test.skip(electronBinary() === undefined, noElectron);

let dataFolder = '';
test.beforeEach(async () => {
  dataFolder = await makeDataFolder();
});
test.afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const bounds = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { ...window?.getNormalBounds(), isMaximized: window?.isMaximized(), isFullScreen: window?.isFullScreen() };
  });

test('opens where it stood, as large as it was, and maximised if it was', async () => {
  const first = await launch({ dataFolder });
  await firstPage(first);
  await first.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setBounds({ x: 40, y: 60, width: 900, height: 640 });
    window?.maximize();
  });
  const before = await bounds(first);
  expect(before).toMatchObject({ x: 40, y: 60, width: 900, height: 640, isMaximized: true });
  await first.close();

  const second = await launch({ dataFolder });
  await firstPage(second);
  await expect.poll(() => bounds(second)).toEqual(before);
  await expectNoViolations(second);
  await second.close();
});

test('has its usual size where what is kept is no place of a window', async () => {
  await writeFile(join(dataFolder, 'window.json'), '{"x": "somewhere"}');
  const app = await launch({ dataFolder });
  await firstPage(app);
  expect(await bounds(app)).toMatchObject({ width: 1200, height: 800 });
  await app.close();
  expect(JSON.parse(await readFile(join(dataFolder, 'window.json'), 'utf8'))).toMatchObject({
    windows: [{ width: 1200 }],
  });
});

test('starts at the place of a link, and a reload shows where the reader is by then', async () => {
  const app = await launch({ dataFolder, args: ['recto://cncc/intel-tdx#idea'] });
  const page = await firstPage(app);
  await expect(page.locator('main h1')).toContainText('TDX');
  await expect(page.locator('[data-block="idea.0"]')).toBeFocused();
  await page.keyboard.press(']');
  await expect(page.locator('main h1')).not.toContainText('TDX');
  const next = await page.locator('main h1').innerText();
  await page.reload();
  await expect(page.locator('main h1')).toHaveText(next);
  await app.close();
});

test('a link from another program opens in the window that is there', async () => {
  const app = await launch({ dataFolder });
  const page = await firstPage(app);
  const handOver = async (link: string) => {
    const second = spawn(electronBinary()!, [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      repository,
      `--user-data-dir=${dataFolder}`,
      link,
    ]);
    expect((await once(second, 'exit'))[0]).toBe(0);
  };
  await handOver('recto://cncc/amd-sev');
  await expect(page.locator('main h1')).toContainText('SEV');
  // One that leads nowhere is named, and the reader stays.
  await handOver('recto://another-book/amd-sev');
  await expect(page.getByRole('status').filter({ hasText: 'recto://another-book/amd-sev' })).toBeVisible();
  await expect(page.locator('main h1')).toContainText('SEV');
  await expectNoViolations(app);
  await app.close();
});
