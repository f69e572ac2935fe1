import type { Page } from 'playwright/test';
import { expect, test, type Reader } from './fixtures.ts';
import { article, contents, openChapter } from './person.ts';

/** The row of a chapter or heading in the contents, with what stands beside its title. */
function row(page: Page, name: string) {
  return contents(page)
    .locator('[data-row]')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
}

async function choose({ page, menus }: Reader, name: string, item: string): Promise<void> {
  await contents(page).getByRole('link', { name, exact: true }).click({ button: 'right' });
  await menus.choose(item);
}

test('a chapter is marked as read in the contents, which is undone and done again by keys', async ({
  page,
  reader,
}) => {
  await choose(reader, '海光CSV', '标为已读');
  await expect(row(page, '海光CSV')).toContainText('已读');
  await expect(page.getByText(/^全书已读[1-9]\d*%$/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row(page, '海光CSV')).not.toContainText('已读');
  await expect(page.getByText('全书已读0%', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(row(page, '海光CSV')).toContainText('已读');
});

test('a chapter that was marked as read is so after a restart, until it is marked as unread', async ({
  page,
  reader,
}) => {
  await choose(reader, '海光CSV', '标为已读');
  await expect(row(page, '海光CSV')).toContainText('已读');
  const again = await reader.restart();
  await expect(row(again, '海光CSV')).toContainText('已读');
  await choose(reader, '海光CSV', '标为未读');
  await expect(row(again, '海光CSV')).not.toContainText('已读');
});

test('a section is marked with those below it, from its heading’s menu and by a key', async ({ page }) => {
  await openChapter(page, '海光CSV');
  await contents(page).getByRole('link', { name: '它怎样工作', exact: true }).click();
  await expect(article(page).locator('[data-block]:focus')).toContainText('它怎样工作');
  await page.keyboard.press('r');
  for (const name of ['它怎样工作', '远程证明']) await expect(row(page, name)).toContainText('已读');
  await expect(row(page, '海光CSV')).toContainText('读过一部分');
  await page.keyboard.press('r');
  for (const name of ['它怎样工作', '远程证明']) await expect(row(page, name)).not.toContainText('已读');
});

test('the menu of a row is there for the keyboard, and gives the focus back', async ({ page, host }) => {
  test.skip(host === 'electron', 'the system draws the menu');
  const link = contents(page).getByRole('link', { name: '海光CSV', exact: true });
  await link.focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: '“海光CSV”的菜单' });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await expect(menu.getByRole('menuitem', { name: '标为已读' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('what stays on the screen for the time it takes counts as read, and what is passed over does not', async ({
  page,
}) => {
  await openChapter(page, '海光CSV');
  // To the end at once: nothing of it was read.
  await page.keyboard.press('End');
  await expect(page.getByRole('progressbar', { name: '阅读进度' })).toHaveAttribute('aria-valuenow', '100');
  await expect(row(page, '海光CSV')).not.toContainText('已读');
  // A few lines under one heading, and the reader stays.
  await contents(page).getByRole('link', { name: '应用场景', exact: true }).click();
  await expect(row(page, '应用场景')).toContainText('已读', { timeout: 60_000 });
  await expect(row(page, '海光CSV')).toContainText('读过一部分');
});
