/** Notes as they are written and as they read. */
import type { Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

const field = (page: Page) => page.getByRole('textbox', { name: '笔记（Markdown）' });
const card = (page: Page) => page.getByRole('region', { name: '笔记', exact: true });
const margin = (page: Page) => page.getByRole('list', { name: '书签与笔记' }).getByRole('listitem');

const note =
  '# 要点\n**先读**这里\n- [ ] 核对\n\n[规范](https://spec.example/a?b=c) 与 [见SGX](recto://cncc/intel-sgx#intel-sgx)\n\n<b onclick="x">不是标签</b> ![图](https://far.example/p.png)';

async function writeNote(page: Page, body: string): Promise<void> {
  await page.keyboard.press('n');
  await field(page).fill(body);
}

test('sets a note beside the text and on its card as it reads, and turns to writing by the keyboard', async ({
  page,
  reader,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openChapter(page, 'Intel TDX');
  await writeNote(page, note);
  await page.keyboard.press('Control+Shift+P');
  const read = card(page).getByRole('group', { name: /^笔记正文/ });
  await expect(read).toBeFocused();
  await expect(read.locator('strong').first()).toHaveText('要点');
  await expect(read.getByRole('listitem')).toHaveText('☐ 核对');
  await expect(read.getByText('<b onclick="x">不是标签</b>')).toBeVisible();
  await expect(read.locator('img')).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Control+Shift+P');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(note);
  await page.keyboard.press('Control+Enter');
  await expect(margin(page).getByText('先读', { exact: true })).toBeVisible();
  expect(await findings(page)).toEqual([]);

  // A note that is there is read first; Enter writes on.
  await margin(page).getByRole('button').click();
  await expect(read).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  expect(reader.outside).toEqual([]);
});

test('follows links of a note: inside the book at once, outside after a question with the whole address', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openChapter(page, 'Intel TDX');
  await writeNote(page, note);
  await page.keyboard.press('Control+Enter');
  const shown = await margin(page)
    .getByRole('link', { name: /^规范/ })
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(shown).toContain('https://spec.example/a?b=c');
  if (host === 'browser') {
    await margin(page).getByRole('link', { name: /^规范/ }).click();
    const question = page.getByRole('dialog').filter({ hasText: 'https://spec.example/a?b=c' });
    await expect(question).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
  }
  await page.keyboard.press('m');
  const list = page.getByRole('dialog', { name: '书签与笔记' });
  await list.getByRole('link', { name: '见SGX' }).click();
  await expect(list).toHaveCount(0);
  await expect(article(page).locator('h1')).toContainText('Intel SGX');
});
