/** The product as it is built: compiled host, real page, real edition. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import type { BookManifest } from '../../core/book/model.ts';
import type { Response } from '../../core/contract/channels.ts';
import type { Result } from '../../core/contract/result.ts';
import { electronBinary, noElectron, repository } from '../helpers/electron-binary.ts';
import { call, expectNoViolations, firstPage, launch, makeDataFolder, type LaunchOptions } from './launch.ts';
import { copyApp } from './mini-app.ts';

test.skip(electronBinary() === undefined, noElectron);

let dataFolder = '';
let manifest: BookManifest;

test.beforeAll(async () => {
  const file = join(repository, 'dist', 'books', 'cncc', 'book.json');
  manifest = JSON.parse(await readFile(file, 'utf8')) as BookManifest;
});
test.beforeEach(async () => {
  dataFolder = await makeDataFolder();
});
test.afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** Opens the reader, and checks at its end that nothing was wrong with it. */
async function withReader(
  options: Partial<LaunchOptions>,
  use: (page: Page, app: ElectronApplication) => Promise<void>,
): Promise<void> {
  const app = await launch({ dataFolder, ...options });
  const page = await firstPage(app);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await use(page, app);
  expect(errors).toEqual([]);
  await expectNoViolations(app);
  await app.close();
}

const chapterTitle = (page: Page) => page.locator('main article h1');

function choose(app: ElectronApplication, id: string): Promise<void> {
  return app.evaluate(({ Menu }, itemId) => {
    (Menu.getApplicationMenu()?.getMenuItemById(itemId)?.click as () => void)();
  }, id);
}

/** Id of the first block whose lower edge is in view. */
function topBlock(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    const blocks = [...document.querySelectorAll<HTMLElement>('main article [data-block]')];
    return blocks.find((block) => block.getBoundingClientRect().bottom > bar + 1)?.dataset.block;
  });
}

for (const [systemLanguage, lang] of [
  ['zh-CN', 'zh'],
  ['en-US', 'en'],
] as const) {
  test(`opens with the first chapter, in the language of a system that speaks ${systemLanguage}`, async () => {
    const chapter = JSON.parse(
      await readFile(join(repository, 'dist', 'books', 'cncc', 'chapters', lang, 'openanolis.json'), 'utf8'),
    ) as { title: string };
    await withReader({ systemLanguage }, async (page) => {
      await expect(chapterTitle(page)).toHaveText(chapter.title);
      await expect(page.locator('main article')).toHaveAttribute('lang', lang);
      await expect(page.locator('main article [data-block]').nth(1)).toBeInViewport();
    });
  });
}

test('opens in the theme that was chosen: the ground of the window, and the page before its first script', async () => {
  await withReader({}, async (page) => {
    await call(page, 'settings:save', { theme: 'sepia' });
  });
  await withReader({}, async (page, app) => {
    const ground = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor());
    expect(ground?.toLowerCase()).toBe('#f5edda');
    expect(await page.evaluate(async () => (await fetch('/')).text())).toContain('<html data-theme="sepia"');
    await expect(page.locator('body')).toHaveCSS('color', 'rgb(58, 46, 31)');
  });
});

test('the menu turns pages, goes back and forth, and switches the language', async () => {
  expect(manifest.contents.length).toBeGreaterThan(1);
  await withReader({}, async (page, app) => {
    const first = await chapterTitle(page).innerText();
    await choose(app, 'chapter.next');
    await expect(chapterTitle(page)).not.toHaveText(first);
    const second = await chapterTitle(page).innerText();
    await choose(app, 'history.back');
    await expect(chapterTitle(page)).toHaveText(first);
    await choose(app, 'history.forward');
    await expect(chapterTitle(page)).toHaveText(second);
    await choose(app, 'chapter.previous');
    await expect(chapterTitle(page)).toHaveText(first);
    await choose(app, 'language.toggle');
    await expect(page.locator('main article')).toHaveAttribute('lang', 'zh');
    await choose(app, 'shortcuts.show');
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

/** The block that the store would open at. */
async function savedBlock(page: Page): Promise<string | undefined> {
  const start = (await call(page, 'app:start', { systemLanguages: [] })) as Result<Response<'app:start'>>;
  return start.ok ? start.value.position?.blockId : undefined;
}

test('after a restart the same block of the same chapter is at the top', async () => {
  let title = '';
  let block: string | undefined;
  await withReader({}, async (page, app) => {
    const first = await chapterTitle(page).innerText();
    await choose(app, 'chapter.next');
    await expect(chapterTitle(page)).not.toHaveText(first);
    title = await chapterTitle(page).innerText();
    const start = await topBlock(page);
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 2500);
    await expect.poll(() => topBlock(page)).not.toBe(start);
    await expect
      .poll(async () => {
        block = await topBlock(page);
        return (await savedBlock(page)) === block;
      })
      .toBe(true);
    expect(block).not.toBe(start);
  });
  await withReader({}, async (page) => {
    await expect(chapterTitle(page)).toHaveText(title);
    await expect.poll(() => topBlock(page)).toBe(block);
  });
});

test('an external link in the text asks before anything is opened', async () => {
  await withReader({}, async (page, app) => {
    await app.evaluate(({ dialog, shell }) => {
      const seen: { questions: unknown[]; opened: string[] } = { questions: [], opened: [] };
      Object.assign(globalThis, { seen });
      Object.assign(dialog, {
        showMessageBox: (...args: unknown[]) => {
          seen.questions.push(args.at(-1));
          return Promise.resolve({ response: 0, checkboxChecked: false });
        },
      });
      Object.assign(shell, { openExternal: (url: string) => Promise.resolve(seen.opened.push(url)) });
    });
    const link = page.locator('main article a[data-external]').first();
    while ((await link.count()) === 0) {
      const title = await chapterTitle(page).innerText();
      await choose(app, 'chapter.next');
      await expect(chapterTitle(page)).not.toHaveText(title);
    }
    const href = await link.getAttribute('href');
    await link.click();
    const seen = () => app.evaluate(() => (globalThis as unknown as { seen: object }).seen);
    await expect.poll(seen).toMatchObject({ questions: [{ detail: href }], opened: [href] });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

test.describe('a copy of the program that is damaged', () => {
  let appFolder = '';
  test.beforeEach(async () => {
    appFolder = await copyApp();
  });
  test.afterEach(() => rm(appFolder, { recursive: true, force: true }));

  const chapterFile = (lang: string) => join(appFolder, 'dist', 'books', 'cncc', 'chapters', lang, 'openanolis.json');

  for (const [systemLanguage, lang, title] of [
    ['zh-CN', 'zh', 'Recto没能启动'],
    ['en-US', 'en', 'Recto could not start'],
  ] as const) {
    test(`says so in the window, naming the file, to a system that speaks ${systemLanguage}`, async () => {
      const text = await readFile(chapterFile(lang), 'utf8');
      await writeFile(chapterFile(lang), text.replace('"title":"', '"title":"!'));
      await withReader({ appFolder, systemLanguage }, async (page, app) => {
        const panel = page.getByRole('alert');
        await expect(panel).toContainText(title);
        await expect(panel).toContainText(`chapters/${lang}/openanolis.json`);
        const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
        await expect.poll(isVisible).toBe(true);
      });
    });
  }

  test('says where the book should be when there is none', async () => {
    await rm(join(appFolder, 'dist', 'books'), { recursive: true });
    await withReader({ appFolder }, async (page) => {
      const panel = page.getByRole('alert');
      await expect(panel).toContainText('Recto could not start');
      await expect(panel).toContainText(join(appFolder, 'dist', 'books', 'cncc'));
    });
  });
});
