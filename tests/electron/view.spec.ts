/** Zoom and full screen: by menu, keys and wheel, said aloud, and there again at the next start. */
import { rm } from 'node:fs/promises';
import { expect, test, type ElectronApplication } from 'playwright/test';
import { electronBinary, noElectron } from '../helpers/electron-binary.ts';
import { expectNoViolations, firstPage, launch, makeDataFolder } from './launch.ts';

test.skip(electronBinary() === undefined, noElectron);

let dataFolder = '';
test.beforeEach(async () => {
  dataFolder = await makeDataFolder();
});
test.afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** How the first window shows its page: percent, and whether it fills the screen. */
const view = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return [Math.round((window?.webContents.getZoomFactor() ?? 0) * 100), window?.isFullScreen()];
  });

const choose = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (!item) throw new Error(`There is no item ${itemId}.`);
    (item.click as () => void)();
  }, id);

test('menu and keys change them step by step, and each change is said', async () => {
  const app = await launch({ dataFolder });
  const page = await firstPage(app);
  const said = (text: string) => page.getByRole('status').filter({ hasText: text });
  await choose(app, 'zoom.in');
  expect(await view(app)).toEqual([110, false]);
  await expect(said('Zoom 110%')).toHaveCount(1);
  await page.keyboard.press('Control+=');
  await expect.poll(() => view(app)).toEqual([125, false]);
  await expect(said('Zoom 125%')).toHaveCount(1);
  await page.keyboard.press('Control+-');
  await expect.poll(() => view(app)).toEqual([110, false]);
  await page.keyboard.press('Control+0');
  await expect.poll(() => view(app)).toEqual([100, false]);
  await expect(said('Zoom 100%')).toHaveCount(1);
  // The wheel with Ctrl asks the program, which decides.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { emit: (...all: unknown[]) => void };
    contents.emit('zoom-changed', {}, 'out');
  });
  expect(await view(app)).toEqual([90, false]);
  // At the end of the steps it stays.
  for (let more = 0; more < 15; more += 1) await choose(app, 'zoom.out');
  expect(await view(app)).toEqual([50, false]);

  await page.keyboard.press('F11');
  await expect.poll(() => view(app)).toEqual([50, true]);
  await expect(said('Full screen')).toHaveCount(1);
  await choose(app, 'window.fullScreen');
  await expect.poll(() => view(app)).toEqual([50, false]);
  await expect(said('Out of full screen')).toHaveCount(1);
  await expectNoViolations(app);
  await app.close();
});

test('both are as they were at the next start', async () => {
  const first = await launch({ dataFolder });
  await firstPage(first);
  for (const id of ['zoom.in', 'zoom.in', 'window.fullScreen']) await choose(first, id);
  await expect.poll(() => view(first)).toEqual([125, true]);
  await first.close();

  const second = await launch({ dataFolder });
  await firstPage(second);
  await expect.poll(() => view(second)).toEqual([125, true]);
  await expectNoViolations(second);
  await second.close();
});
