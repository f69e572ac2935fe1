/** From the start of the process to its end. Each test has a reader of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type ElectronApplication } from 'playwright/test';
import { claimFolder } from '../../electron/services/claim.ts';
import { electronBinary, noElectron } from '../helpers/electron-binary.ts';
import { call, expectNoViolations, firstPage, launch, makeDataFolder } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

test.skip(electronBinary() === undefined, noElectron);

let appFolder = '';
let dataFolder = '';

test.beforeAll(async () => {
  appFolder = await makeMiniApp();
});
test.afterAll(() => rm(appFolder, { recursive: true, force: true }));
test.beforeEach(async () => {
  dataFolder = await makeDataFolder();
});
test.afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** Exit status of the process, once it has ended. */
function exitOf(app: ElectronApplication): Promise<number | null> {
  const child = app.process();
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return once(child, 'exit').then(([code]) => code as number | null);
}

const position = { bookId: 'cncc', lang: 'zh', chapterId: 'second', blockId: 'second.1', fraction: 0.5 };

test('the window comes hidden, is shown with the first picture, and has the size of a book', async () => {
  const app = await launch({ appFolder, dataFolder });
  await firstPage(app);
  const window = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [first, ...others] = BrowserWindow.getAllWindows();
      return {
        others: others.length,
        isVisible: first?.isVisible(),
        size: first?.getSize(),
        minimum: first?.getMinimumSize(),
        address: first?.webContents.getURL(),
      };
    });
  await expect.poll(window).toEqual({
    others: 0,
    isVisible: true,
    size: [1200, 800],
    minimum: [480, 360],
    address: 'app://recto/',
  });
  await expectNoViolations(app);
  await app.close();
});

test('a second start brings the first window to the front and ends', async () => {
  const app = await launch({ appFolder, dataFolder });
  await firstPage(app);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const isMinimized = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(true);

  const second = spawn(electronBinary()!, [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    appFolder,
    `--user-data-dir=${dataFolder}`,
  ]);
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(second, 'exit')) as [number | null];

  expect(code).toBe(0);
  expect(said).toContain(`Recto is open already with the data folder ${dataFolder}`);
  await expect.poll(isMinimized).toBe(false);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible()))).toEqual([
    true,
  ]);
  await expectNoViolations(app);
  await app.close();
});

test('closing the window ends the program, and closes the database', async () => {
  test.skip(process.platform === 'darwin', 'on macOS a program stays when its window closes');
  const app = await launch({ appFolder, dataFolder });
  const page = await firstPage(app);
  await call(page, 'position:save', position);
  expect(await readdir(dataFolder)).toContainEqual(expect.stringMatching(/-wal$/));
  const ended = exitOf(app);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await ended).toBe(0);
  // SQLite takes its log away when the last connection is closed in order.
  expect(await readdir(dataFolder)).not.toContainEqual(expect.stringMatching(/-wal$/));
});

for (const [how, end] of Object.entries({
  'Quit in the menu': (app: ElectronApplication) => app.evaluate(({ app: program }) => program.quit()),
  'the end of the session (SIGTERM)': (app: ElectronApplication) => Promise.resolve(app.process().kill('SIGTERM')),
})) {
  test(`after ${how}, the next start is where the reader was`, async () => {
    const app = await launch({ appFolder, dataFolder });
    const page = await firstPage(app);
    await call(page, 'settings:save', { theme: 'dark', uiLanguage: 'zh' });
    await call(page, 'position:save', position);
    const ended = exitOf(app);
    await end(app);
    expect(await ended).toBe(0);

    const again = await launch({ appFolder, dataFolder });
    const secondPage = await firstPage(again);
    await expect(secondPage.locator('main article h1')).toHaveText('章 second');
    expect(await call(secondPage, 'app:start', { systemLanguages: [] })).toMatchObject({
      ok: true,
      value: { position, settings: { theme: 'dark', uiLanguage: 'zh' } },
    });
    // What this process shows itself has been read before the window opened.
    expect(
      await again.evaluate(({ Menu, nativeTheme }) => [
        nativeTheme.themeSource,
        Menu.getApplicationMenu()?.getMenuItemById('history.back')?.label.slice(0, 2),
      ]),
    ).toEqual(['dark', '后退']);
    await expectNoViolations(again);
    await again.close();
  });
}

test('a page whose process dies is loaded again, and the reader is told why', async () => {
  const app = await launch({ appFolder, dataFolder });
  const page = await firstPage(app);
  await app.evaluate(({ dialog }) => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    Object.assign(dialog, {
      showMessageBox: (...args: unknown[]) => {
        told.push(args.at(-1));
        return Promise.resolve({ response: 0, checkboxChecked: false });
      },
    });
  });
  const die = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        emit: (...args: unknown[]) => void;
      };
      contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
  const told = () => app.evaluate(() => (globalThis as unknown as { told: unknown[] }).told);

  await call(page, 'position:save', position);
  await die();
  await expect(page.locator('main article h1')).toHaveText('章 second');
  await expect
    .poll(told)
    .toMatchObject([{ detail: expect.stringContaining('crashed (exit code 5)'), buttons: ['OK'] }]);

  await die();
  await expect
    .poll(told)
    .toMatchObject([{}, { message: 'The page ended unexpectedly again.', buttons: ['&Load Again', '&Quit'] }]);
  await expect(page.locator('main article h1')).toHaveText('章 second');
  await expectNoViolations(app);
  await app.close();
});

test('--data names the data folder', async () => {
  const named = join(dataFolder, 'my notes');
  const app = await launch({ appFolder, dataFolder, args: ['--data', named] });
  await firstPage(app);
  expect(await app.evaluate(({ app: program }) => program.getPath('userData'))).toBe(named);
  expect(await readdir(named)).toContainEqual(expect.stringMatching(/\.db$/));
  await expectNoViolations(app);
  await app.close();
});

test('a data folder that cannot be made is named as a warning, and reading goes on', async () => {
  await writeFile(join(dataFolder, 'file'), 'in the way');
  const folder = join(dataFolder, 'file', 'data');
  const app = await launch({ appFolder, dataFolder, args: [`--data=${folder}`] });
  const page = await firstPage(app);
  await expect(page.locator('main article h1')).toHaveText('Chapter first');
  expect(await call(page, 'app:start', { systemLanguages: ['en'] })).toMatchObject({
    ok: true,
    value: { warnings: [{ code: 'store-unavailable', details: { folder } }] },
  });
  await expectNoViolations(app);
  await app.close();
});

test('says so and ends where another reader has the data folder', async () => {
  test.skip(process.env.ELECTRON_OVERRIDE_DIST_PATH === undefined, 'skipped: a person has to close the native dialog');
  const holder = claimFolder(dataFolder);
  if (holder.kind !== 'held') throw new Error(`The folder cannot be claimed: ${holder.kind}`);
  const app = await launch({ appFolder, dataFolder });
  expect(await exitOf(app)).toBe(0);
  holder.release();
});

test('--safe-mode sets settings, place and window aside, says so, and leaves all of it for the next start', async () => {
  const usual = await launch({ appFolder, dataFolder });
  const page = await firstPage(usual);
  await call(page, 'settings:save', { theme: 'dark' });
  await call(page, 'position:save', position);
  await usual.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: 700, height: 500 }));
  await usual.close();

  const safe = await launch({ appFolder, dataFolder, args: ['--safe-mode'] });
  const safePage = await firstPage(safe);
  await expect(safePage.locator('main article h1')).toHaveText('Chapter first');
  expect(await call(safePage, 'app:start', { systemLanguages: [] })).toMatchObject({
    ok: true,
    value: { safeMode: true, position: null, settings: { theme: 'system' } },
  });
  expect(await safe.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
  expect(await safe.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([1200, 800]);
  await call(safePage, 'settings:save', { theme: 'sepia' });
  await expectNoViolations(safe);
  await safe.close();

  const again = await launch({ appFolder, dataFolder });
  expect(await call(await firstPage(again), 'app:start', { systemLanguages: [] })).toMatchObject({
    ok: true,
    value: { safeMode: false, position, settings: { theme: 'dark' } },
  });
  expect(await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([700, 500]);
  await expectNoViolations(again);
  await again.close();
});

test('a mistake in the main process is noted without its words, asked about once, and costs nothing', async () => {
  const app = await launch({ appFolder, dataFolder });
  const page = await firstPage(app);
  await app.evaluate(({ dialog }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    // The reader thinks about it.
    Object.assign(dialog, {
      showMessageBox: (options: unknown) => (asked.push(options), new Promise(() => undefined)),
    });
  });
  await call(page, 'position:save', position);
  await app.evaluate(() => {
    setTimeout(() => {
      throw new RangeError('a secret of the reader');
    });
    void Promise.reject(new Error('another secret'));
  });
  const log = () => readFile(join(dataFolder, 'logs', 'recto.log'), 'utf8');
  await expect.poll(async () => (await log()).match(/"main-threw"/g)?.length).toBe(2);
  expect(await log()).toContain('RangeError');
  expect(await log()).not.toContain('secret');
  expect(await app.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked)).toMatchObject([
    { message: 'Something unexpected went wrong in Recto.', buttons: ['&Restart', '&Go On'] },
  ]);
  // The reader is as it was.
  expect(await call(page, 'app:start', { systemLanguages: [] })).toMatchObject({ ok: true, value: { position } });
  await expectNoViolations(app);
  await app.close();
});
