import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { article } from './person.ts';

const canvas = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('turns dark and light, and keeps it after a restart', async ({ page, reader }) => {
  const light = await canvas(page);
  await page.getByRole('button', { name: '切换明暗' }).click();
  await expect.poll(() => canvas(page)).not.toBe(light);
  const dark = await canvas(page);
  const again = await reader.restart();
  await expect.poll(() => canvas(again)).toBe(dark);
});

test('follows the system until a theme is chosen', async ({ page }) => {
  const light = await canvas(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => canvas(page)).not.toBe(light);
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('group', { name: '主题' }).getByText('浅色').click();
  await expect.poll(() => canvas(page)).toBe(light);
});

test('speaks the language that is set, while the text stays in its own', async ({ page, reader }) => {
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('group', { name: '界面语言' }).getByText('English').click();
  await expect(page.getByRole('button', { name: 'Show or hide the contents' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(article(page)).toHaveAttribute('lang', 'zh');
  const again = await reader.restart();
  await expect(again.getByRole('button', { name: 'Settings' })).toBeVisible();
});

test.describe('on an English system', () => {
  test.use({ systemLanguage: 'en-US' });

  test('interface and text are English, and nothing in the interface is Chinese but the name of the language', async ({
    page,
  }) => {
    await expect(article(page)).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
    const bar = await page.locator('header').first().innerText();
    expect(bar.replace('中', '')).not.toMatch(/\p{Script=Han}/u);
  });
});
