/** The list of all marks: by the keyboard, with ten thousand of them, and the bin. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { markColors } from '../../core/marks/mark.ts';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { hostCall } from './host-call.ts';
import { article, contents, openChapter } from './person.ts';

const list = (page: Page) => page.getByRole('dialog', { name: '书签与笔记' });
const entries = (page: Page) => list(page).getByRole('list', { name: '书签与笔记' }).getByRole('listitem');
const undo = (page: Page) => list(page).getByRole('button', { name: '撤销' });

/** Notes `note 0` to the end on the whole book, in turn with each colour; every second with a tag. */
async function makeNotes(page: Page, count: number): Promise<void> {
  const add = (at: number) => ({
    do: 'add' as const,
    id: randomUUID(),
    kind: 'note' as const,
    spot: { target: 'book' as const },
    content: {
      body: `note **${at}**`,
      label: `name ${at}`,
      color: markColors[at % markColors.length] ?? null,
      tags: at % 2 === 0 ? ['even'] : [],
    },
  });
  for (let at = 0; at < count; at += 2000) {
    const changes = Array.from({ length: Math.min(2000, count - at) }, (_, more) => add(at + more));
    await hostCall(page, 'marks:save', { bookId: 'cncc', changes });
  }
}

async function openList(page: Page): Promise<void> {
  await page.keyboard.press('m');
  await expect(entries(page).first()).toBeVisible();
}

test('selects by the keyboard and changes what is selected as one step back', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await makeNotes(page, 6);
  await openList(page);
  await expect(entries(page)).toHaveCount(6);
  const box = (at: number) => entries(page).nth(at).getByRole('checkbox');
  await box(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(box(1)).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(list(page).getByText('已选3条')).toBeVisible();
  await box(5).click({ modifiers: ['Shift'] });
  await expect(list(page).getByText('已选5条')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  // In a low window the facets scroll, and the foot is folded away.
  await page.setViewportSize({ width: 1280, height: 520 });
  await expect(list(page).getByRole('button', { name: '导入…' })).toBeHidden();
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });

  const bulk = list(page).getByRole('group', { name: '选中的标记' });
  await bulk.getByRole('button', { name: '紫色' }).click();
  await expect(list(page).getByRole('checkbox', { name: '紫色，5条' })).toBeVisible();
  await bulk.getByRole('combobox', { name: '改状态' }).selectOption('verify');
  await expect(entries(page).getByText('待核实')).toHaveCount(5);
  await bulk.getByRole('combobox', { name: '去掉标签' }).selectOption('even');
  await expect(entries(page).getByText('#even')).toHaveCount(1);
  await undo(page).click();
  await expect(entries(page).getByText('#even')).toHaveCount(3);
  await undo(page).click();
  await expect(entries(page).getByText('待核实')).toHaveCount(0);

  await box(0).focus();
  await page.keyboard.press('Control+a');
  await expect(list(page).getByText('已选6条')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(entries(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(entries(page)).toHaveCount(6);
  await expect(box(0)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
});

test('gives a mark a name where it stands by F2', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('button', { name: /^书签：Intel SGX/ })).toBeVisible();
  await openList(page);
  await entries(page).getByRole('checkbox').focus();
  await page.keyboard.press('F2');
  const name = list(page).getByRole('textbox', { name: '名称' });
  await expect(name).toBeFocused();
  await name.fill('从这里读');
  await name.press('Enter');
  await expect(entries(page).getByRole('button', { name: '从这里读' })).toBeVisible();
  await expect(entries(page).getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('F2');
  await name.fill('不要这个');
  await name.press('Escape');
  await expect(entries(page).getByRole('button', { name: '从这里读' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '书签：从这里读' })).toBeVisible();
  const again = await reader.restart();
  await expect(again.getByRole('button', { name: '书签：从这里读' })).toBeVisible();
});

test('brings back what was deleted out of the bin, and erases for good after a question', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await makeNotes(page, 3);
  await openList(page);
  await entries(page).first().getByRole('checkbox').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(entries(page)).toHaveCount(0);
  await list(page).getByText('回收站', { exact: true }).click();
  const deleted = list(page).getByRole('list', { name: '回收站' }).getByRole('listitem');
  await expect(deleted).toHaveCount(3);
  await expect(deleted.first()).toContainText('还保留30天');
  expect(await findings(page)).toEqual([]);

  await deleted.filter({ hasText: 'name 0' }).getByRole('button', { name: '恢复' }).click();
  await expect(deleted).toHaveCount(2);
  await deleted.filter({ hasText: 'name 1' }).getByRole('button', { name: '彻底删除' }).click();
  const question = page.getByRole('dialog', { name: '彻底删除1条标记？' });
  expect(await findings(page)).toEqual([]);
  await question.getByRole('button', { name: '取消' }).click();
  await expect(deleted).toHaveCount(2);
  await deleted.filter({ hasText: 'name 1' }).getByRole('button', { name: '彻底删除' }).click();
  await question.getByRole('button', { name: '彻底删除' }).click();
  await expect(deleted).toHaveCount(1);
  const again = await reader.restart();
  await openList(again);
  await expect(entries(again)).toHaveCount(1);
  await list(again).getByText('回收站', { exact: true }).click();
  await expect(list(again).getByRole('list', { name: '回收站' }).getByRole('listitem')).toHaveCount(1);
});

test('writes notes on the whole book and on the chapter from the list and from the menu of a heading', async ({
  page,
}) => {
  await openChapter(page, 'Intel SGX');
  const card = page.getByRole('region', { name: '笔记', exact: true });
  const write = async (text: string): Promise<void> => {
    await card.getByRole('textbox', { name: '笔记（Markdown）' }).fill(text);
    await page.keyboard.press('Control+Enter');
    await expect(card).toHaveCount(0);
  };
  await page.keyboard.press('m');
  await list(page).getByRole('button', { name: '写全书的笔记' }).click();
  await expect(card).toContainText('全书');
  await write('about the book');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '写本章的笔记' }).click();
  await expect(card).toContainText('整节：Intel SGX');
  await write('about the chapter');
  await openList(page);
  await expect(entries(page)).toHaveCount(2);
  await expect(entries(page).first()).toContainText('全书');
  await expect(entries(page).first()).toContainText('about the book');
  await expect(entries(page).nth(1)).toContainText('about the chapter');
});

test('draws only what is in sight of ten thousand marks, and reaches the last by a key', async ({ page }) => {
  test.slow();
  await openChapter(page, 'Intel SGX');
  await makeNotes(page, 10_000);
  await page.reload();
  await article(page).getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('m');
  await expect(list(page).getByText('共10000条')).toBeVisible({ timeout: 60_000 });
  expect(await entries(page).count()).toBeLessThan(60);
  await entries(page).first().getByRole('checkbox').focus();
  await page.keyboard.press('End');
  const last = entries(page).filter({ hasText: 'name 9999' });
  await expect(last.getByRole('checkbox')).toBeFocused();
  await expect(last).toHaveAttribute('aria-posinset', '10000');
  await list(page)
    .getByRole('checkbox', { name: /^#even，5000条/ })
    .check();
  await list(page)
    .getByRole('checkbox', { name: /^黄色，/ })
    .check();
  await expect(list(page).getByText('10000条中的1667条')).toBeVisible();
  expect(await findings(page)).toEqual([]);

  // Five thousand in one step: that Recto is at it is on the page before it begins.
  await list(page)
    .getByRole('checkbox', { name: /^黄色，/ })
    .uncheck();
  await expect(list(page).getByText('10000条中的5000条')).toBeVisible();
  await page.evaluate(() => {
    const said = new Set<string>();
    new MutationObserver(() => {
      for (const line of document.querySelectorAll('dialog [role=status]')) said.add(line.textContent);
      document.documentElement.dataset.said = [...said].join(' ');
    }).observe(document.querySelector('dialog')!, { childList: true, characterData: true, subtree: true });
  });
  await list(page).getByRole('checkbox', { name: '全选' }).check();
  await list(page).getByRole('button', { name: '删除', exact: true }).click();
  await expect(list(page).getByText('没有符合条件的标记。')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('html')).toHaveAttribute('data-said', /正在处理5000条标记/);
  await expect(list(page).getByText(/正在处理/)).toHaveCount(0);
  await list(page).getByRole('button', { name: '撤销' }).click();
  await expect(list(page).getByText('10000条中的5000条')).toBeVisible({ timeout: 60_000 });
});

test('counts marks beside chapters and headings in the contents', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const row = (name: string) =>
    contents(page)
      .locator('[data-row]')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
  const problem = contents(page).getByRole('link', { name: '要解决的问题', exact: true });
  const sectionId = /[^/]+$/.exec((await problem.getAttribute('href')) ?? '')?.[0] ?? '';
  const addTo = (section: string) => ({
    do: 'add' as const,
    id: randomUUID(),
    kind: 'bookmark' as const,
    spot: { target: 'section' as const, chapterId: 'intel-sgx', lang: 'zh', sectionId: section },
    content: {},
  });
  await hostCall(page, 'marks:save', { bookId: 'cncc', changes: [addTo('intel-sgx')] });
  await hostCall(page, 'marks:save', { bookId: 'cncc', changes: [addTo(sectionId)] });
  await expect(row('Intel SGX').getByText('2条标记')).toBeAttached();
  await expect(row('要解决的问题').getByText('1条标记')).toBeAttached();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(row('要解决的问题').getByText('1条标记')).toHaveCount(0);
  await expect(row('Intel TDX').getByText('条标记')).toHaveCount(0);
});

test('a colour goes by what the reader takes it to mean, everywhere and after a restart', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await makeNotes(page, 2);
  await openList(page);
  await list(page).getByText('颜色的含义', { exact: true }).click();
  const field = list(page).getByRole('textbox', { name: '黄色的含义' });
  await field.fill('要核实');
  await field.press('Enter');
  await expect(list(page).getByRole('checkbox', { name: '要核实，1条' })).toBeVisible();
  await expect(entries(page).filter({ hasText: '要核实' })).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
  const again = await reader.restart();
  await again.keyboard.press('j');
  await again.keyboard.press('h');
  await expect(again.getByRole('status').filter({ hasText: '要核实' })).toHaveCount(1);
  await openList(again);
  await list(again).getByText('颜色的含义', { exact: true }).click();
  await list(again).getByRole('textbox', { name: '黄色的含义' }).fill('');
  await list(again).getByRole('textbox', { name: '绿色的含义' }).focus();
  await expect(list(again).getByRole('checkbox', { name: '黄色，2条' })).toBeVisible();
});
