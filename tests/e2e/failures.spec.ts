import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../helpers/electron-binary.ts';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, contents } from './person.ts';

const folder = mkdtempSync(join(tmpdir(), 'recto-damaged-'));
const damaged = join(folder, 'book');
cpSync(join(repository, 'dist', 'books', 'cncc'), damaged, { recursive: true });
appendFileSync(join(damaged, 'chapters', 'zh', 'intel-tdx.json'), ' ');

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.describe('without a book', () => {
  test.use({ bookFolder: join(folder, 'nothing') });

  test('says what is missing and where, instead of an empty page', async ({ page }) => {
    const panel = page.getByRole('alert');
    await expect(panel).toContainText('Recto没能启动');
    await expect(panel).toContainText(join(folder, 'nothing'));
    await expect(panel.getByRole('button', { name: '再试一次' })).toBeVisible();
    await expect(page).toHaveTitle(/Recto/);
    expect(await findings(page)).toEqual([]);
  });
});

test.describe('without a book, on an English system', () => {
  test.use({ bookFolder: join(folder, 'nothing'), systemLanguage: 'en-US' });

  test('says it in English', async ({ page }) => {
    await expect(page.getByRole('alert')).toContainText('Recto could not start');
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test.describe('with one damaged chapter', () => {
  test.use({ bookFolder: damaged });

  test('names the file in the place of the chapter, and the rest is readable', async ({ page }) => {
    await contents(page).getByRole('link', { name: 'Intel TDX', exact: true }).click();
    const failure = page.getByRole('alert');
    await expect(failure).toContainText('“Intel TDX”打不开');
    await expect(failure).toContainText('chapters/zh/intel-tdx.json');
    await expect(contents(page).locator('[aria-current="page"]')).toHaveText('Intel TDX');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: /下一章/ }).click();
    await expect(article(page).getByRole('heading', { level: 1 })).toContainText('SEV');
    await contents(page).getByRole('link', { name: 'Intel TDX', exact: true }).click();
    await expect(failure).toBeVisible();
  });
});

test('says so in the place of a chapter that the host does not give, and tries again', async ({ page, host }) => {
  test.skip(host === 'electron', 'There the host is the program itself.');
  // What is clicked stands still while the start goes on; the end of the text does not.
  const chapter = contents(page).getByRole('link', { name: 'Intel TDX', exact: true });
  await chapter.scrollIntoViewIfNeeded();
  await page.context().setOffline(true);
  await chapter.click();
  const failure = page.getByRole('alert');
  await expect(failure).toContainText('与Recto的连接断开了');
  await page.context().setOffline(false);
  await failure.getByRole('button', { name: '再试一次' }).click();
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText('TDX');
});

test('stays where it is when a part of it cannot be fetched, and says so', async ({ page, host }) => {
  test.skip(host === 'electron', 'Requests of a custom protocol cannot be broken from outside.');
  await page.route(/\/assets\/ShortcutsPane-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
  await page.keyboard.press('?');
  await expect(page.getByRole('status').filter({ hasText: 'ShortcutsPane' })).toBeVisible();
  await expect(article(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.unroute(/\/assets\/ShortcutsPane-[^/]*\.js$/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
});

test('says once that the host is gone, whatever else fails for want of it, and opens what was wanted when it is back', async ({
  page,
  host,
}) => {
  test.skip(host === 'electron', 'There the host is the program itself.');
  const remarks = page.getByRole('status').filter({ hasText: /\S/ });
  // The host goes when its last page does: another one stays.
  const beside = page.context().waitForEvent('page');
  await page.evaluate(() => void open(location.href));
  await article(await beside)
    .getByRole('heading', { level: 1 })
    .waitFor();
  const isOut = /\/api\/events$|\/assets\/ShelfPane-/;
  await page.route(isOut, (route) => route.abort());
  await page.reload();
  const gone = remarks.filter({ hasText: '与Recto的连接断开了' });
  await expect(gone).toBeVisible();
  await page.keyboard.press('Control+o');
  await expect(remarks).toHaveCount(1);
  await gone.getByRole('button', { name: '知道了' }).click();
  await expect(remarks).toHaveCount(0);
  const asked = page.waitForEvent('requestfailed', (request) => request.url().includes('ShelfPane'));
  await page.keyboard.press('Control+o');
  await asked;
  await expect(gone).toBeVisible();
  await page.unroute(isOut);
  await expect(gone).toBeHidden();
  await page.keyboard.press('Control+o');
  const shelf = page.getByRole('dialog', { name: '书架' });
  await expect(shelf).toBeVisible();
  const sheets = () => page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? '').join(' '));
  expect(await sheets()).toContain('ShelfPane');
});

test('says that the reader itself is damaged when a file of it does not load', async ({ page, host }) => {
  test.skip(host === 'electron', 'Requests of a custom protocol cannot be broken from outside.');
  await page.route(/\/assets\/main-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('请重新安装Recto');
});
