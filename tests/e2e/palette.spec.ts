import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, contents, openChapter, readOn } from './person.ts';

function field(page: Page): Locator {
  return page.getByRole('combobox', { name: /^(转到|Go to)/ });
}

/** The row that Enter would choose. */
function active(page: Page): Locator {
  return page.getByRole('option', { selected: true });
}

function noteCard(page: Page): Locator {
  return page.getByRole('region', { name: '笔记', exact: true });
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(field(page)).toBeFocused();
}

test('finds a heading by pinyin initials and goes to it by Enter', async ({ page }) => {
  await openPalette(page);
  await field(page).pressSequentially('qdyyczm');
  await expect(active(page)).toContainText('启动与远程证明');
  await expect(active(page)).toContainText('机密计算平台 › AMD SEV');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
  await expect(contents(page).locator('[aria-current="page"]')).toHaveText('AMD SEV');
  await expect(article(page).locator('[data-block]:focus')).toContainText('启动与远程证明');
});

test('finds the same heading by its name in the other language', async ({ page }) => {
  await openPalette(page);
  await field(page).fill('launch and remote');
  await expect(active(page)).toContainText('启动与远程证明');
});

test('finds a figure by its title in either language, and goes to it', async ({ page }) => {
  await openPalette(page);
  await field(page).fill('trust boundary of SEV');
  await expect(active(page)).toContainText('SEV的信任边界');
  await expect(active(page)).toContainText('机密计算平台 › AMD SEV › 架构：谁在信任边界之内');
  await field(page).fill('sevdxrbj');
  await expect(active(page)).toContainText('SEV的信任边界');
  await page.keyboard.press('Enter');
  await expect(article(page).locator('[data-kind="figure"]:focus')).toContainText('SEV的信任边界');
});

test('tells equal headings apart by their chapter', async ({ page }) => {
  await openPalette(page);
  await field(page).fill('tdx 远程证明');
  await expect(active(page)).toContainText('Intel TDX');
  await expect(page.getByRole('option').filter({ hasText: 'Arm CCA' })).toHaveCount(0);
});

test('moves through the list by the keyboard and keeps the chosen row in sight', async ({ page }) => {
  await openPalette(page);
  await field(page).fill('e');
  const rows = page.getByRole('option');
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
  await expect(rows.last()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowDown');
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('PageDown');
  await expect(rows.nth(8)).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await rows.nth(8).getAttribute('id')) ?? '');
  await page.keyboard.press('End');
  await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
});

test('runs commands by their names in both languages', async ({ page }) => {
  await openPalette(page);
  await field(page).fill('show or hide the contents');
  await expect(active(page)).toContainText('显示或收起目录');
  await page.keyboard.press('Enter');
  await expect(contents(page)).toHaveCount(0);
});

test('takes a name that is a word of its own before one that goes on, in either script of Chinese', async ({
  page,
}) => {
  await openPalette(page);
  await field(page).fill('关于');
  await expect(active(page)).toContainText('关于Recto');
  await field(page).fill('關於');
  await expect(active(page)).toContainText('关于Recto');
  await field(page).fill('啟動與遠程證明');
  await expect(active(page).locator('b')).toHaveText('启动与远程证明');
  await expect(active(page)).toContainText('AMD SEV');
});

test('finds what the reader wrote, beside the rest and alone, and opens it', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  for (const text of ['周五问运维：飞地的内存', '周六再问：飞地的内存够吗', '飞地之三', '飞地之四']) {
    await page.keyboard.press('n');
    await noteCard(page).locator('textarea').fill(text);
    await page.keyboard.press('Control+Enter');
    await expect(noteCard(page)).toHaveCount(0);
  }
  await openChapter(page, 'Arm CCA');
  const rows = page.getByRole('option');
  await openPalette(page);
  await field(page).fill('周五问');
  await expect(rows).toHaveCount(1);
  await expect(active(page)).toContainText('周五问运维');
  await expect(active(page)).toContainText('笔记');
  await expect(active(page)).toContainText('Intel SGX');
  // Beside the book the newest few, and the way to all.
  await field(page).fill('飞地');
  await expect(rows.filter({ hasText: '全部4条笔记与标注' })).toHaveCount(1);
  await expect(rows.filter({ hasText: '正文中的“飞地”' })).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
  await field(page).fill('没写过的话 in:notes');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('笔记与标注里没有找到。');
  await field(page).fill('再问 in:notes');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(contents(page).locator('[aria-current="page"]')).toHaveText('Intel SGX');
  await expect(noteCard(page)).toContainText('周六再问');
  expect(reader.errors).toEqual([]);
});

test('gives the focus back on Escape', async ({ page }) => {
  const button = page.getByRole('button', { name: '转到…' });
  await button.click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('offers the last places before anything is typed', async ({ page }) => {
  for (const chapter of ['Intel SGX', 'Arm CCA', 'AMD SEV']) {
    await openChapter(page, chapter);
    await readOn(page, 300);
  }
  await openPalette(page);
  await expect(page.getByRole('option').nth(0)).toContainText('Arm CCA');
  await expect(page.getByRole('option').nth(1)).toContainText('Intel SGX');
  await expect(page.getByRole('option').filter({ hasText: 'AMD SEV' })).toHaveCount(0);
});

test('does not go anywhere while an input method composes', async ({ page, host }) => {
  test.skip(host === 'electron', 'composition is dictated through Chromium’s own protocol');
  await openPalette(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'jm', selectionStart: 2, selectionEnd: 2 });
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).toBeFocused();
  await session.send('Input.insertText', { text: '机密计算' });
  await expect(field(page)).toHaveValue('机密计算');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
});

test('says so when nothing has such a name', async ({ page }) => {
  await openPalette(page);
  await field(page).fill('zzzqqq');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('“zzzqqq”');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
});

test('goes to the address of a block', async ({ page }) => {
  await openPalette(page);
  await field(page).fill('recto://cncc/intel-sgx#intel-sgx.1');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(active(page)).toContainText('Intel SGX');
  await page.keyboard.press('Enter');
  await expect(article(page).locator('[data-block="intel-sgx.1"]')).toBeFocused();
});
