/** The reader's own notes and highlights in the search panel. */
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { contents, openChapter } from './person.ts';

function panel(page: Page): Locator {
  return page.getByRole('dialog', { name: '搜索全书' });
}

function field(page: Page): Locator {
  return panel(page).getByRole('combobox');
}

function ownGroup(page: Page): Locator {
  return panel(page).getByRole('group', { name: '我的笔记与标注' });
}

function card(page: Page): Locator {
  return page.getByRole('region', { name: '笔记', exact: true });
}

/** Writes a note on what is at the reading line. */
async function write(page: Page, text: string, tags = ''): Promise<void> {
  await page.keyboard.press('n');
  await card(page).locator('textarea').fill(text);
  if (tags !== '') await card(page).getByRole('textbox', { name: /^标签/ }).fill(tags);
  await page.keyboard.press('Control+Enter');
  await expect(card(page)).toHaveCount(0);
}

test('what the reader wrote is found beside the text, and alone; it opens where it is', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await write(page, '周五问运维：飞地的内存够用吗', '待办');
  await openChapter(page, 'Arm CCA');
  await page.keyboard.press('Control+Shift+F');
  await field(page).fill('飞地');
  await expect(ownGroup(page).getByRole('option')).toHaveCount(1);
  await expect(panel(page).getByRole('status')).toContainText(/^\d+节.*笔记与标注1条/);
  await expect(panel(page).getByRole('option').first()).toContainText('周五问运维');
  // The book's sections follow.
  expect(await panel(page).getByRole('option').count()).toBeGreaterThan(5);
  expect(await findings(page)).toEqual([]);

  await panel(page).getByRole('radiogroup').getByText('笔记', { exact: true }).click();
  await expect(panel(page).getByRole('status')).toHaveText('1条');
  await expect(panel(page).getByRole('option')).toHaveCount(1);
  await field(page).fill('#待办');
  await expect(panel(page).getByRole('option').first()).toContainText('#待办');
  await field(page).fill('没写过的话');
  await expect(panel(page).getByRole('status')).toHaveText('笔记与标注里没有找到。');
  await field(page).fill('运维');
  await expect(panel(page).getByRole('status')).toHaveText('1条');
  await page.keyboard.press('Enter');
  await expect(contents(page).locator('[aria-current="page"]')).toHaveText('Intel SGX');
  await expect(card(page)).toContainText('周五问运维：飞地的内存够用吗');

  // What is changed is found as it is now.
  await page.keyboard.press('Control+Shift+P');
  await card(page).locator('textarea').fill('改成问开发');
  await page.keyboard.press('Control+Enter');
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+F');
  await expect(panel(page).getByRole('status')).toHaveText('笔记与标注里没有找到。');
  await field(page).fill('开发');
  await expect(panel(page).getByRole('option').first()).toContainText('改成问开发');
  expect(reader.errors).toEqual([]);
});

test('of many marks the best are beside the text, and the rest one step away', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  for (const word of ['一', '二', '三', '四']) await write(page, `机密计算要点${word}`);
  await page.keyboard.press('Control+Shift+F');
  await field(page).fill('机密计算 in:notes');
  await expect(panel(page).getByRole('status')).toHaveText('4条');
  await field(page).fill('机密计算要点');
  await expect(ownGroup(page).getByRole('option')).toHaveCount(4);
  await expect(ownGroup(page).getByRole('option').last()).toHaveText('全部4条笔记与标注');
  await ownGroup(page).getByRole('option').last().click();
  await expect(panel(page).getByRole('option')).toHaveCount(4);
  await expect(panel(page).getByRole('radio', { name: '笔记' })).toBeChecked();
});

test('a long list grows at its end without moving what is there, and says how long it is', async ({ page }) => {
  await page.keyboard.press('Control+Shift+F');
  await field(page).fill('的');
  const options = panel(page).getByRole('option');
  // What a window shows, and not the whole list.
  await expect(options.nth(20)).toBeAttached();
  const total = Number(/^\d+/.exec((await panel(page).getByRole('status').textContent()) ?? '')?.[0]);
  expect(total).toBeGreaterThan(200);
  await expect(options.first()).toHaveAttribute('aria-setsize', String(total));
  const before = await options.evaluateAll((rows) => rows.map((row) => row.textContent));
  const list = panel(page).getByRole('listbox');
  await expect
    .poll(async () => {
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      return options.count();
    })
    .toBe(total);
  const after = await options.evaluateAll((rows) => rows.map((row) => row.textContent));
  expect(after.slice(0, before.length)).toEqual(before);
  await expect(options.last()).toHaveAttribute('aria-posinset', String(total));
  // Every section once.
  const ids = await options.evaluateAll((rows) => rows.map((row) => row.id));
  expect(new Set(ids).size).toBe(total);
});
