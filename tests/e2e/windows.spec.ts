/** Several windows on one store: each at its own place, all with the same marks, settings and books. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { hostCall } from './host-call.ts';
import { article, openChapter, readOn } from './person.ts';

const folder = mkdtempSync(join(tmpdir(), 'recto-windows-'));
const guide = join(folder, 'guide');
mkdirSync(guide);
writeFileSync(join(guide, 'book.json'), JSON.stringify({ title: 'Field Guide', language: 'en' }));
writeFileSync(join(guide, 'SUMMARY.md'), '* [Beginnings](one.md)\n');
writeFileSync(join(guide, 'one.md'), '# Beginnings\n\nOstriches cannot fly.\n');
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.use({ systemLanguage: 'en-US', shelf: [guide] });

const heading = (page: Page) => article(page).getByRole('heading', { level: 1 });

/** One more window, as soon as it shows a chapter and its marks can be painted. */
async function newWindow(page: Page): Promise<Page> {
  const coming = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Shift+N');
  const other = await coming;
  await heading(other).waitFor();
  return other;
}

test('a new window begins at the same place, and each then goes its own way', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const read = await readOn(page, 1200);
  const other = await newWindow(page);
  await expect(heading(other)).toContainText('Intel SGX');
  await expect(article(other).locator(`[data-block="${read.id}"]`)).toBeInViewport();

  await other.keyboard.press(']');
  await expect(heading(other)).not.toContainText('Intel SGX');
  await expect(heading(page)).toContainText('Intel SGX');
  // A reload is no way for one window to the other's place.
  const next = await heading(other).innerText();
  await page.reload();
  await expect(heading(page)).toContainText('Intel SGX');
  await other.reload();
  await expect(heading(other)).toHaveText(next);
});

test('settings changed in one window show in the other, except what is beside the text', async ({ page }) => {
  const other = await newWindow(page);
  await hostCall(page, 'settings:save', { theme: 'sepia' });
  for (const one of [page, other]) await expect(one.locator('html')).toHaveAttribute('data-theme', 'sepia');

  await other.getByRole('navigation', { name: 'Contents' }).waitFor();
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeHidden();
  // What comes after it on the same way has arrived.
  await page.keyboard.press('Alt+t');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.getByRole('navigation', { name: 'Contents' })).toBeVisible();

  await hostCall(other, 'settings:save', { uiLanguage: 'zh' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('many changes in one window, one after the other, end alike in both', async ({ page }) => {
  const other = await newWindow(page);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Shift+>');
  const size = await page.locator('html').evaluate((html) => html.style.getPropertyValue('--text-scale'));
  expect(Number(size)).toBeGreaterThan(1);
  const sizeIn = (one: Page) => one.locator('html').evaluate((html) => html.style.getPropertyValue('--text-scale'));
  await expect.poll(() => sizeIn(other)).toBe(size);
  expect(await sizeIn(page)).toBe(size);
});

test('a bookmark set in one window stands in the other, and is undone there', async ({ page }) => {
  const other = await newWindow(page);
  const signIn = (one: Page) => one.getByRole('list', { name: 'Bookmarks and notes' }).getByRole('button');
  await page.keyboard.press('Control+d');
  for (const one of [page, other]) await expect(signIn(one)).toHaveCount(1);
  await other.keyboard.press('Control+z');
  for (const one of [page, other]) await expect(signIn(one)).toHaveCount(0);
});

test('a book taken from the shelf in one window is gone from the shelf that is open in the other', async ({ page }) => {
  const other = await newWindow(page);
  const book = (one: Page) =>
    one.getByRole('dialog', { name: 'Books' }).getByRole('button', { name: 'Field Guide', exact: true });
  await other.keyboard.press('Control+o');
  await expect(book(other)).toBeVisible();
  const { books } = await hostCall(page, 'shelf:list', {});
  const bookId = books.find(({ title }) => Object.values(title).includes('Field Guide'))?.id ?? '';
  await hostCall(page, 'shelf:remove', { bookId });
  await expect(book(other)).toHaveCount(0);
});
