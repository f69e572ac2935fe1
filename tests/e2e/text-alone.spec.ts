import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, contents, openChapter, readOn, topOf } from './person.ts';

test('nothing but the text is shown, at the same place, until Escape or the same key', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const block = await readOn(page, 900);
  const bar = page.getByRole('banner');
  await page.keyboard.press('z');
  await expect(contents(page)).toBeHidden();
  await expect(bar).toBeHidden();
  await expect(article(page)).toBeVisible();
  await expect.poll(async () => Math.abs((await topOf(page, block.id)) - block.top)).toBeLessThan(3);
  expect(await findings(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(contents(page)).toBeVisible();
  await expect(bar).toBeVisible();
  await expect.poll(async () => Math.abs((await topOf(page, block.id)) - block.top)).toBeLessThan(3);

  // Escape belongs first to what is open; the settings can be opened, and the pointer has a way out.
  await page.keyboard.press('z');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: '设置' })).toBeHidden();
  await expect(bar).toBeHidden();
  await page.getByRole('button', { name: '只看正文' }).click();
  await expect(bar).toBeVisible();
});
