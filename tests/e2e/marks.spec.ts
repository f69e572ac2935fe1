import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { hostCall } from './host-call.ts';
import { painted, said, sign } from './marks-page.ts';
import { article, atRest, openChapter } from './person.ts';

/** Selects the first `count` characters of a paragraph with the mouse. */
async function select(page: Page, paragraph: Locator, count: number): Promise<string> {
  const { from, to, text } = await paragraph.evaluate((element, length) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode() as Text;
    const range = new Range();
    range.setStart(node, 0);
    range.setEnd(node, Math.min(length, node.length));
    const boxes = range.getClientRects();
    const last = boxes[boxes.length - 1]!;
    return {
      from: { x: boxes[0]!.left + 1, y: boxes[0]!.top + boxes[0]!.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
      text: range.toString(),
    };
  }, count);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  return text;
}

test('bookmarks what one reads by Ctrl+D, takes it away again, and undoes that', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('Control+d');
  await expect(said(page, '已加书签：Intel SGX')).toHaveCount(1);
  await expect(sign(page, /^书签：Intel SGX/)).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect(sign(page, /^书签/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(sign(page, /^书签：Intel SGX/)).toBeVisible();
  const again = await reader.restart();
  await expect(sign(again, /^书签：Intel SGX/)).toBeVisible();
  await again.keyboard.press('Control+z');
  await expect(sign(again, /^书签/)).toHaveCount(0);
  expect(reader.errors).toEqual([]);
});

test('looks for what is selected in the whole book; its tools go with the text', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const tools = page.getByRole('toolbar', { name: '选中的文字' });
  const words = await select(page, article(page).locator('[data-kind="paragraph"]').nth(1), 6);
  await expect(tools).toBeVisible();
  await page.keyboard.press('Alt+l');
  await expect(article(page)).toHaveAttribute('lang', 'en');
  await expect(tools).toHaveCount(0);
  await page.keyboard.press('Alt+l');
  await expect(article(page)).toHaveAttribute('lang', 'zh');
  await select(page, article(page).locator('[data-kind="paragraph"]').nth(1), 6);
  await tools.getByRole('button', { name: '搜索', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue(words);
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
});

test('highlights a selection in a colour, which is there after a restart and in the other language', async ({
  page,
  reader,
}) => {
  await openChapter(page, 'Intel SGX');
  const words = await select(page, article(page).locator('[data-kind="paragraph"]').nth(1), 12);
  const tools = page.getByRole('toolbar', { name: '选中的文字' });
  expect(await findings(page)).toEqual([]);
  await tools.getByRole('button', { name: '标注：蓝色' }).click();
  await expect(tools).toHaveCount(0);
  await expect.poll(() => painted(page, 'blue')).toEqual([words]);
  // The book's own DOM stays as it is.
  await expect(article(page).locator('mark, [style*="background"]')).toHaveCount(0);
  const again = await reader.restart();
  await expect.poll(() => painted(again, 'blue')).toEqual([words]);
});

test('writes a note by the keyboard alone, and shows it beside the text in either language', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '写笔记' }).press('Enter');
  const field = page.getByRole('textbox', { name: '笔记（Markdown）' });
  await expect(field).toBeFocused();
  await field.pressSequentially('先读这里，jk');
  await page.getByRole('textbox', { name: '标签' }).fill('入门, SGX');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(field).toHaveCount(0);
  await expect(said(page, '笔记已保存')).toHaveCount(1);
  await expect(sign(page, '笔记：先读这里，jk')).toBeVisible();
  await page.keyboard.press('Alt+l');
  await expect(sign(page, '笔记，写在另一种语言的文字上：先读这里，jk')).toBeVisible();
  await page.keyboard.press('Alt+l');
  await sign(page, '笔记：先读这里，jk').click();
  await page.keyboard.press('Control+Shift+P');
  await expect(field).toHaveValue('先读这里，jk');
  await expect(page.getByRole('textbox', { name: '标签' })).toHaveValue('入门, SGX');
  await page.getByRole('button', { name: '删除' }).click();
  await expect(sign(page, /^笔记/)).toHaveCount(0);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(sign(page, '笔记：先读这里，jk')).toBeVisible();
});

test('keeps what was being written when the reader ends in the middle of it', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: '笔记（Markdown）' }).fill('写到一半');
  await expect(page.getByText('已存在本机')).toBeVisible();
  const again = await reader.restart();
  await again.getByRole('button', { name: '接着写' }).click();
  const field = again.getByRole('textbox', { name: '笔记（Markdown）' });
  await expect(field).toHaveValue('写到一半');
  await field.press('Escape');
  await expect(sign(again, '笔记：写到一半')).toBeVisible();
  await again.reload();
  await expect(sign(again, '笔记：写到一半')).toBeVisible();
  await expect(again.getByRole('button', { name: '接着写' })).toHaveCount(0);
});

test('bookmarks a heading by the ribbon beside it', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await article(page).getByRole('heading', { name: '要解决的问题' }).hover();
  await page.getByRole('button', { name: '给“要解决的问题”加书签' }).click();
  await expect(sign(page, '书签：要解决的问题')).toBeVisible();
});

test('opens the menu of a heading from the sign beside it, also by touch in a narrow window', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const heading = article(page).getByRole('heading', { name: '要解决的问题' });
  await heading.hover();
  await page.getByRole('button', { name: '“要解决的问题”的菜单' }).click();
  await page.getByRole('menuitem', { name: '写笔记' }).click();
  await expect(page.getByRole('region', { name: '笔记' })).toContainText('要解决的问题');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  await heading.scrollIntoViewIfNeeded();
  await heading.dispatchEvent('pointerover', { pointerType: 'touch', bubbles: true });
  const sign = page.getByRole('button', { name: '“要解决的问题”的菜单' });
  await expect(sign).toBeInViewport({ ratio: 1 });
  await sign.click();
  await expect(page.getByRole('menuitem', { name: '标为已读' })).toBeVisible();
});

test('lists all marks: finds them, goes to them, changes many at once', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await expect.poll(() => painted(page, 'yellow')).toHaveLength(1);
  await openChapter(page, 'Intel TDX');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('m');
  const list = page.getByRole('dialog', { name: '书签与笔记' });
  const entries = list.getByRole('list', { name: '书签与笔记' }).getByRole('listitem');
  await expect(entries).toHaveCount(2);
  expect(await findings(page)).toEqual([]);
  await list.getByRole('searchbox').fill('sgx');
  await expect(entries).toHaveCount(1);
  await list.getByRole('searchbox').fill('');
  await expect(entries).toHaveCount(2);
  await list.getByRole('checkbox', { name: '全选' }).check();
  await list.getByRole('textbox', { name: '添加标签' }).fill('平台');
  await list.getByRole('textbox', { name: '添加标签' }).press('Enter');
  await expect(entries.getByText('#平台')).toHaveCount(2);
  await list.getByRole('checkbox', { name: '#平台，2条' }).check();
  await list.getByRole('checkbox', { name: '书签，1条' }).check();
  await expect(entries).toHaveCount(1);
  await list.getByRole('button', { name: '清除筛选' }).click();
  await expect(entries).toHaveCount(2);
  await entries.getByRole('button', { name: /SGX/ }).first().click();
  await expect(list).toHaveCount(0);
  await expect(article(page).locator('h1')).toContainText('Intel SGX');
  await page.keyboard.press('Shift+J');
  await expect(article(page).locator('h1')).toContainText('Intel TDX');
});

test('draws the notes that are near the window, wherever one reads, when a chapter has hundreds', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const blockIds = await article(page)
    .locator('[data-kind="paragraph"]')
    .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.block!));
  // The last one stands at the last paragraph.
  const count = blockIds.length * Math.ceil(300 / blockIds.length);
  await hostCall(page, 'marks:save', {
    bookId: 'cncc',
    changes: Array.from({ length: count }, (_, at) => ({
      do: 'add' as const,
      id: crypto.randomUUID(),
      kind: 'note' as const,
      spot: { target: 'block' as const, chapterId: 'intel-sgx', lang: 'zh', blockId: blockIds[at % blockIds.length]! },
      content: { body: `笔记${String(at)}` },
    })),
  });
  await expect(sign(page, '笔记：笔记0')).toBeVisible();
  const last = sign(page, `笔记：笔记${String(count - 1)}`);
  await expect(last).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await atRest(page);
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeVisible();
  await expect(sign(page, '笔记：笔记0')).toHaveCount(0);
});
