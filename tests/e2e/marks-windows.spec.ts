import type { Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { hostCall } from './host-call.ts';
import { sign } from './marks-page.ts';
import { openChapter } from './person.ts';

/** Another window on the same reader. */
async function secondWindow(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.addInitScript(
    ([key, token]) => sessionStorage.setItem(key!, token!),
    ['recto.token', (await page.evaluate(() => sessionStorage.getItem('recto.token'))) ?? ''],
  );
  await other.goto(page.url());
  await other.locator('main h1').first().waitFor();
  return other;
}

test('shows in one window what another has written', async ({ page, host }) => {
  test.skip(host === 'electron', 'Electron has one window');
  await openChapter(page, 'Intel SGX');
  const other = await secondWindow(page);
  await page.bringToFront();
  await page.keyboard.press('Control+d');
  await expect(sign(other, /^书签：Intel SGX/)).toBeVisible();
  await other.close();
});

test('keeps both texts where two windows write one note, until the writer has chosen', async ({ page, host }) => {
  test.skip(host === 'electron', 'Electron has one window');
  await openChapter(page, 'Intel SGX');
  const field = (of: Page) => of.getByRole('textbox', { name: '笔记（Markdown）' });
  const conflict = page.getByRole('alert').filter({ hasText: '在别处' });
  const write = async (of: Page, name: string | RegExp, text: string): Promise<void> => {
    await of.bringToFront();
    await sign(of, name).click();
    await of.getByRole('radio', { name: '编写' }).click();
    await field(of).fill(text);
  };
  await page.keyboard.press('n');
  await field(page).fill('开头');
  await page.keyboard.press('Control+Enter');
  const other = await secondWindow(page);

  await write(page, '笔记：开头', '这里写的');
  await write(other, '笔记：开头', '那里写的');
  await other.keyboard.press('Control+Enter');
  await expect(field(other)).toHaveCount(0);
  await page.bringToFront();
  await expect(conflict).toContainText('那里写的');
  await expect(field(page)).toHaveValue('这里写的');
  expect(await findings(page)).toEqual([]);
  // It cannot be finished before it is settled.
  await field(page).press('Control+Enter');
  await expect(conflict).toBeFocused();
  await conflict.getByRole('button', { name: '两份都留' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(field(page)).toHaveValue('这里写的\n\n那里写的');
  await field(page).press('Control+Enter');
  await expect(field(page)).toHaveCount(0);
  await expect(sign(other, /这里写的 那里写的/)).toBeVisible();

  await write(page, /这里写的/, '又写了一点');
  await other.bringToFront();
  await sign(other, /这里写的/).click();
  await other.getByRole('button', { name: '删除' }).click();
  await page.bringToFront();
  await conflict.getByRole('button', { name: '恢复笔记' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(field(page)).toHaveValue('又写了一点');
  await field(page).press('Control+Enter');
  await expect(sign(other, '笔记：又写了一点')).toBeVisible();
  await other.close();
});

test('asks where a draft that was not finished meets a note that was changed since', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  const field = (of: Page) => of.getByRole('textbox', { name: '笔记（Markdown）' });
  await page.keyboard.press('n');
  await field(page).fill('开头');
  await page.keyboard.press('Control+Enter');
  await sign(page, '笔记：开头').click();
  await page.getByRole('radio', { name: '编写' }).click();
  await field(page).fill('写了一半');
  await expect(page.getByText('已存在本机')).toBeVisible();
  const again = await reader.restart();
  const goOn = again.getByRole('button', { name: '接着写' });
  await expect(goOn).toBeVisible();
  const { marks, drafts } = await hostCall(again, 'marks:list', { bookId: 'cncc' });
  const { id, revision } = marks[0]!;
  expect(drafts).toMatchObject([{ id, body: '写了一半', revision }]);
  await hostCall(again, 'marks:save', {
    bookId: 'cncc',
    changes: [{ do: 'edit', id, revision, patch: { body: '别处写的' } }],
  });
  await expect(sign(again, '笔记：别处写的')).toBeVisible();
  await goOn.click();
  const conflict = again.getByRole('alert').filter({ hasText: '在别处' });
  await expect(conflict).toContainText('别处写的');
  await expect(field(again)).toHaveValue('写了一半');
  expect(await findings(again)).toEqual([]);
  await conflict.getByRole('button', { name: '两份都留' }).click();
  await expect(field(again)).toHaveValue('写了一半\n\n别处写的');
  await field(again).press('Control+Enter');
  await expect(field(again)).toHaveCount(0);
  expect((await hostCall(again, 'marks:list', { bookId: 'cncc' })).drafts).toEqual([]);
});
