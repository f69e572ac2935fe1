/** Which windows there are after a restart, and which one a thing from outside goes to. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { electronBinary, noElectron, repository } from '../helpers/electron-binary.ts';
import { call, expectNoViolations, firstPage, launch, makeDataFolder } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

test.skip(electronBinary() === undefined, noElectron);

let dataFolder = '';
test.beforeEach(async () => {
  dataFolder = await makeDataFolder();
});
test.afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const heading = (page: Page) => page.locator('main article h1');

async function newWindow(app: ElectronApplication, page: Page): Promise<Page> {
  const coming = app.waitForEvent('window');
  await page.keyboard.press('Control+Shift+N');
  const other = await coming;
  await heading(other).waitFor();
  return other;
}

/** The windows by what their pages show, with where they stand. */
const windows = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => ({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }))
      .toSorted((a, b) => a.x - b.x),
  );

const headings = async (app: ElectronApplication): Promise<string[]> =>
  Promise.all(app.windows().map((page) => heading(page).innerText()));

/** Goes on by `]` until the page shows another chapter, and until the host knows where that is. */
async function turn(page: Page, times: number): Promise<string> {
  for (let at = 0; at < times; at += 1) {
    const before = await heading(page).innerText();
    await page.keyboard.press(']');
    await expect(heading(page)).not.toHaveText(before);
  }
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await call(page, 'settings:save', {});
  return heading(page).innerText();
}

test('windows are there again after a restart, each with its place and its chapter', async () => {
  const first = await launch({ dataFolder });
  const page = await firstPage(first);
  const other = await newWindow(first, page);
  await first.evaluate(({ BrowserWindow }) => {
    const [one, two] = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id);
    one?.setBounds({ x: 20, y: 40, width: 800, height: 600 });
    two?.setBounds({ x: 300, y: 200, width: 900, height: 500 });
    two?.maximize();
  });
  const chapters = [await turn(page, 1), await turn(other, 2)];
  const before = await windows(first);
  expect(before).toMatchObject([
    { x: 20, width: 800, isMaximized: false },
    { x: 300, width: 900, isMaximized: true },
  ]);
  await expectNoViolations(first);
  await first.close();

  const second = await launch({ dataFolder });
  await firstPage(second);
  await expect.poll(() => windows(second)).toEqual(before);
  await expect.poll(async () => (await headings(second)).toSorted()).toEqual(chapters.toSorted());
  await expectNoViolations(second);
  await second.close();
});

test('a window that was closed is not opened again; the last one is', async () => {
  const first = await launch({ dataFolder });
  const page = await firstPage(first);
  const other = await newWindow(first, page);
  const closed = other.waitForEvent('close');
  await first.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .toSorted((a, b) => a.id - b.id)
      .at(-1)
      ?.close();
  });
  await closed;
  const ended = once(first.process(), 'exit');
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect((await ended)[0]).toBe(0);

  const second = await launch({ dataFolder });
  await firstPage(second);
  expect(await windows(second)).toHaveLength(1);
  await second.close();
});

test('a link goes to the window that shows its book, and that one comes to the front', async () => {
  const app = await launch({ dataFolder });
  const page = await firstPage(app);
  await turn(page, 1);
  const manual = await newWindow(app, page);
  await manual.keyboard.press('F1');
  await expect(manual).toHaveTitle(/The Recto Manual/);
  await turn(manual, 1);
  await app.evaluate(({ BrowserWindow }) => {
    const [one, two] = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id);
    one?.minimize();
    two?.focus();
  });
  const there = await heading(manual).innerText();
  const second = spawn(electronBinary()!, [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    repository,
    `--user-data-dir=${dataFolder}`,
    'recto://cncc/amd-sev',
  ]);
  expect((await once(second, 'exit'))[0]).toBe(0);
  await expect(heading(page)).toContainText('SEV');
  expect(await heading(manual).innerText()).toBe(there);
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .toSorted((a, b) => a.id - b.id)
        .map((window) => [window.isMinimized(), window.isFocused()]),
    ),
  ).toEqual([
    [false, true],
    [false, false],
  ]);
  await expectNoViolations(app);
  await app.close();
});

test('a page opens no window with an address of its own', async () => {
  const app = await launch({ dataFolder });
  const page = await firstPage(app);
  for (const request of [
    undefined,
    {},
    { place: 'there' },
    { place: { bookId: '../cncc', chapterId: 'x' } },
    { place: { bookId: 'cncc' } },
    { place: { bookId: 'cncc', chapterId: 'x', targetId: 'x'.repeat(1_000_000) } },
    { place: { bookId: 'cncc', chapterId: 'x', url: 'https://example.com/' } },
  ]) {
    expect(await call(page, 'window:open', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
  expect(await windows(app)).toHaveLength(1);
  // What looks like an address is a chapter that is not there.
  const place = { bookId: 'cncc', chapterId: 'javascript:alert(1)' };
  expect(await call(page, 'window:open', { place })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  await expectNoViolations(app);
  await app.close();
});

test('a page cannot open windows without end', async () => {
  // Pages of a few lines: it is about their number.
  const appFolder = await makeMiniApp();
  const app = await launch({ appFolder, dataFolder });
  const page = await firstPage(app);
  const answers = await page.evaluate(async () => {
    const { recto } = window as unknown as { recto: Record<string, (request: unknown) => Promise<unknown>> };
    const all: unknown[] = [];
    for (let at = 0; at < 20; at += 1) all.push(await recto['window:open']?.({ place: 'here' }));
    return all;
  });
  expect(answers.slice(0, 19)).toEqual(new Array(19).fill({ ok: true, value: { outcome: 'opened' } }));
  expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'window-refused' } });
  await expectNoViolations(app);
  await app.close();
  await rm(appFolder, { recursive: true, force: true });
});
