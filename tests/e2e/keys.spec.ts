import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article } from './person.ts';

async function openSheet(page: Page): Promise<Locator> {
  await expect(article(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await expect(sheet).toBeVisible();
  return sheet;
}

const rowOf = (sheet: Locator, name: string): Locator =>
  sheet.getByRole('listitem').filter({ has: sheet.page().getByText(name, { exact: true }) });

/** Opens the row of a command for changing; the field that takes keys down has the focus. */
async function change(sheet: Locator, name: string): Promise<Locator> {
  await rowOf(sheet, name)
    .getByRole('button', { name: `更改按键：${name}` })
    .click();
  const recorder = sheet.getByRole('textbox', { name: `按下给“${name}”的键` });
  await expect(recorder).toBeFocused();
  return recorder;
}

test('a key that the reader gives works at once and after a restart, and can be taken back', async ({ reader }) => {
  let { page } = reader;
  let sheet = await openSheet(page);
  await change(sheet, '书签与笔记');
  await page.keyboard.press('Control+Shift+Y');
  await expect(rowOf(sheet, '书签与笔记')).toContainText('Ctrl+Shift+Y现在是“书签与笔记”');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('Control+Shift+Y');
  await expect(page.getByRole('dialog', { name: '书签与笔记' })).toBeVisible();

  page = await reader.restart();
  await expect(article(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+Shift+Y');
  await expect(page.getByRole('dialog', { name: '书签与笔记' })).toBeVisible();
  await page.keyboard.press('Escape');

  sheet = await openSheet(page);
  await change(sheet, '书签与笔记');
  await sheet.getByRole('button', { name: '还原', exact: true }).click();
  await expect(rowOf(sheet, '书签与笔记')).not.toContainText('Y');
  await expect(sheet.getByRole('button', { name: '全部还原' })).toBeHidden();
});

test('a key of another command is named with both, and changes hands when the reader says so', async ({ page }) => {
  const sheet = await openSheet(page);
  const recorder = await change(sheet, '搜索全书');
  await page.keyboard.press('Control+k');
  await expect(rowOf(sheet, '搜索全书')).toContainText('Ctrl+K现在是“转到…”');
  await sheet.getByRole('button', { name: '不改' }).click();
  await expect(rowOf(sheet, '转到…').locator('kbd')).toHaveText(['Ctrl', 'K']);
  await recorder.focus();
  await page.keyboard.press('Control+k');
  await sheet.getByRole('button', { name: '改给“搜索全书”' }).click();
  await expect(rowOf(sheet, '转到…')).toContainText('未设');
  await expect(recorder).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: '搜索全书' })).toBeVisible();
});

test('keys of text, page and window are refused with their reason', async ({ page, host }) => {
  const sheet = await openSheet(page);
  await change(sheet, '搜索全书');
  const row = rowOf(sheet, '搜索全书');
  await page.keyboard.press('Control+c');
  await expect(row).toContainText('Ctrl+C用于选择、复制和粘贴文字');
  await page.keyboard.press('PageDown');
  await expect(row).toContainText('PgDn用来滚动');
  await page.keyboard.press('Control+w');
  await expect(row).toContainText('Ctrl+W属于窗口和程序本身');
  await page.keyboard.press('Control+0');
  await expect(row).toContainText(host === 'browser' ? 'Ctrl+0属于窗口和程序本身' : 'Ctrl+0现在是“页面恢复原来大小”');
  if (host === 'browser') {
    // Playwright's keys do not reach the browser around the page.
    await page.keyboard.press('Control+t');
    await expect(row).toContainText('Ctrl+T由浏览器占用');
  }
  await expect(row.locator('kbd').first()).toHaveText('Ctrl');
  await expect(sheet.getByRole('button', { name: '全部还原' })).toBeHidden();
});

test('the keys go into a file and come back from it; a wrong file changes nothing', async ({
  page,
  host,
}, testInfo) => {
  test.skip(host === 'electron', 'There a dialog of the system asks where (tests/electron/desk.spec.ts).');
  const sheet = await openSheet(page);
  await change(sheet, '打印，或导出PDF、EPUB');
  await page.keyboard.press('F8');
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: '导出…' }).click();
  const saved = testInfo.outputPath('keys.json');
  await (await download).saveAs(saved);
  expect(JSON.parse(await readFile(saved, 'utf8'))).toEqual({
    format: 'recto-keys',
    version: 1,
    keys: { print: ['Mod+P', 'F8'] },
  });
  await sheet.getByRole('button', { name: '全部还原' }).click();
  await expect(sheet).toContainText('所有按键已还原');

  const wrong = testInfo.outputPath('wrong.json');
  await writeFile(wrong, '{"format":"recto-keys","version":1,"keys":{"print":["Strg+P"]}}');
  const input = sheet.locator('input[type="file"]');
  await input.setInputFiles(wrong);
  await expect(sheet).toContainText('文件中的“Strg+P”不是按键，没有改动任何内容');
  await input.setInputFiles(saved);
  await expect(sheet).toContainText('已导入1个命令的按键');
  await expect(rowOf(sheet, '打印，或导出PDF、EPUB')).toContainText('F8');
});

test('commands are found by name and by key', async ({ page }) => {
  const sheet = await openSheet(page);
  const field = sheet.getByRole('searchbox');
  await field.fill('ctrl+k');
  await expect(sheet.getByRole('listitem')).toHaveCount(1);
  await field.fill('书签');
  await expect(sheet.getByRole('listitem')).not.toHaveCount(0);
  await field.fill('xyzzy');
  await expect(sheet.getByRole('status').first()).toHaveText('没有相符的命令。');
});

for (const [systemLanguage, colorScheme] of [
  ['zh-CN', 'light'],
  ['en-US', 'dark'],
] as const) {
  test.describe(`in ${systemLanguage}, ${colorScheme}`, () => {
    test.use({ systemLanguage });

    test('axe finds nothing in the sheet while a key is changed', async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(article(page).getByRole('heading', { level: 1 })).toBeVisible();
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('button', { name: /^(更改按键：转到…|Change the keys: Go to…)$/ }).click();
      await page.keyboard.press('F3');
      await expect(sheet.getByRole('button', { name: /^(改给|Give it to)/ })).toBeFocused();
      expect(await findings(page)).toEqual([]);
    });
  });
}
