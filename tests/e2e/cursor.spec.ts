import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { article, openChapter, readOn } from './person.ts';

function cursor(page: Page): Locator {
  return article(page).locator('[data-block]:focus');
}

function blockAt(page: Page, index: number): Locator {
  return article(page).locator('[data-block]').nth(index);
}

test('goes block by block with J and K, and with Alt and the arrow keys', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  // The chapter's title has the focus since the chapter was opened.
  await expect(blockAt(page, 0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(blockAt(page, 1)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(blockAt(page, 2)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('k');
  await expect(blockAt(page, 0)).toBeFocused();
});

test('is announced with number, kind and beginning of the block', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const count = await article(page).locator('[data-block]').count();
  await expect(page.getByRole('status').filter({ hasText: `第1段，共${count}段，标题：Intel SGX` })).toHaveCount(1);
});

test('begins where one reads, and stays in sight below the bar', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await readOn(page, 1500);
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('j');
    const { top, bottom, line, height } = await cursor(page).evaluate((block) => ({
      ...(block.getBoundingClientRect().toJSON() as { top: number; bottom: number }),
      line: Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reading-line')),
      height: innerHeight,
    }));
    expect(bottom).toBeGreaterThan(line);
    expect(top).toBeLessThan(height);
    if (bottom - top < height - line) expect(top).toBeGreaterThanOrEqual(line - 1);
  }
  const place = await cursor(page).getAttribute('data-block');
  await readOn(page, 3000);
  await page.keyboard.press('j');
  await expect(cursor(page)).toBeInViewport();
  expect(await cursor(page).getAttribute('data-block')).not.toBe(place);
});

test('can be seen', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect
    .poll(() => cursor(page).evaluate((block) => getComputedStyle(block, '::before').borderInlineStartWidth))
    .toBe('3px');
  await article(page).locator('h1').click();
  await expect(article(page).locator('[data-cursor]')).toHaveCount(0);
});

test('opens a menu that copies the address of the block, and comes back to it', async ({ page, host }) => {
  if (host === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const id = await cursor(page).getAttribute('data-block');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: '这一段' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: '加书签' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: '复制这一段的文字' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(article(page).locator(`[data-block="${id}"]`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(article(page).locator(`[data-block="${id}"]`)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: '链接已复制' })).toHaveCount(1);
  if (host === 'browser') {
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`recto://cncc/intel-sgx#${id}`);
  }
});

test('leaves letters alone where text is typed', async ({ page }) => {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').pressSequentially('jk');
  await expect(page.getByRole('combobox')).toHaveValue('jk');
  await page.keyboard.press('Escape');
  await expect(cursor(page)).toHaveCount(0);
});
