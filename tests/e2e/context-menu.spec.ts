/** Context menus of text, contents and marks: the page draws them in a browser, the system in Electron. */
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { hostCall } from './host-call.ts';
import { article, atRest, contents, openChapter } from './person.ts';

test.use({ systemLanguage: 'en-US' });

const menu = (page: Page): Locator => page.getByRole('menu');
const said = (page: Page, text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text });
const heading = (page: Page): Locator => article(page).getByRole('heading', { level: 1 });

/** A chapter at rest, and its first paragraph. */
async function ready(page: Page, chapter = 'Intel SGX'): Promise<Locator> {
  await openChapter(page, chapter);
  await atRest(page);
  return article(page).locator('[data-kind="paragraph"]').first();
}

/** Where the words of a block begin, which is where one would click. */
async function clickWords(block: Locator): Promise<void> {
  await block.click({ button: 'right', position: { x: 6, y: 12 } });
}

async function openList(page: Page): Promise<Locator> {
  await page.keyboard.press('m');
  const list = page.getByRole('dialog', { name: 'Bookmarks and notes' });
  await expect(list.locator('[data-index="0"]')).toBeVisible();
  return list;
}

test('a block is marked and its link copied by its menu; the menu says what is there', async ({ page, reader }) => {
  const paragraph = await ready(page);
  await clickWords(paragraph);
  expect((await reader.menus.labels()).slice(0, 5)).toEqual([
    'Add bookmark',
    'Highlight',
    'Write a note',
    'Copy link to this block',
    'Copy text of this block',
  ]);
  await reader.menus.choose('Add bookmark');
  await expect(page.getByRole('button', { name: /^Bookmark:/ })).toHaveCount(1);
  await clickWords(paragraph);
  await reader.menus.choose('Copy link to this block');
  await expect(said(page, 'Link copied')).toHaveCount(1);
  await clickWords(paragraph);
  expect(await reader.menus.labels()).toContain('Remove bookmark');
  await reader.menus.choose('Remove bookmark');
  await expect(page.getByRole('button', { name: /^Bookmark:/ })).toHaveCount(0);
});

for (const key of ['ContextMenu', 'Shift+F10']) {
  test(`${key} opens the menu of the block that the cursor is at`, async ({ page, reader, host }) => {
    test.skip(host === 'electron', 'the page of the stand-in gets no such key from a system');
    await ready(page);
    await page.keyboard.press('j');
    const cursor = article(page).locator('[data-cursor]');
    await expect(cursor).toBeFocused();
    await page.keyboard.press(key);
    expect(await reader.menus.labels()).toContain('Write a note');
    expect(await findings(page)).toEqual([]);
    const focused = menu(page).locator(':focus');
    await page.keyboard.press('End');
    await expect(focused).toHaveText(/^(?:Back|Forward|Copy text of this block)/);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('w');
    await expect(focused).toHaveText(/^Write a note/);
    await page.keyboard.press('Escape');
    await expect(menu(page)).toHaveCount(0);
    await expect(cursor).toBeFocused();
  });
}

test('what is selected can be copied, with its source, and stays selected', async ({ page, reader, host }) => {
  if (host === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const paragraph = await ready(page);
  const text = await paragraph.evaluate((element) => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    getSelection()!.setBaseAndExtent(node, 0, node, 24);
    return getSelection()!.toString();
  });
  await clickWords(paragraph);
  expect(await reader.menus.labels()).toEqual([
    'Copy',
    'Copy with source',
    'Highlight',
    'Write a note',
    'Search the book',
  ]);
  await reader.menus.choose('Copy with source');
  await expect(said(page, 'Text copied')).toHaveCount(1);
  if (host === 'browser') {
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('recto://cncc/intel-sgx#');
  }
  await clickWords(paragraph);
  await reader.menus.choose('Copy');
  if (host === 'browser') {
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  }
  expect(await page.evaluate(() => getSelection()!.toString())).toBe(text);
  await clickWords(paragraph);
  await reader.menus.choose('Search the book');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue(text.trim());
});

test('a table is copied as rows of cells, a list as lines of items', async ({ page, reader, host }) => {
  test.skip(host === 'electron', 'what Electron’s clipboard holds is not seen here');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ready(page);
  const copied = async (kind: string): Promise<string> => {
    const block = article(page).locator(`[data-kind="${kind}"]`).first();
    await block.scrollIntoViewIfNeeded();
    await atRest(page);
    await block.click({ button: 'right', position: { x: 40, y: 40 } });
    await reader.menus.choose('Copy text of this block');
    const form = kind === 'list' ? /^(?:- |1\. )/ : /\t/;
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(form);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const cells = await article(page).locator('[data-kind="table"]').first().locator('tr').count();
  const rows = (await copied('table')).split('\n');
  expect(rows).toHaveLength(cells);
  expect(new Set(rows.map((row) => row.split('\t').length)).size).toBe(1);
  const items = await article(page).locator('[data-kind="list"]').first().locator('li').count();
  expect((await copied('list')).split('\n').filter((line) => /^\s*(?:-|\d+\.) \S/.test(line))).toHaveLength(items);
});

test('a chapter in the contents opens in a new window, or in the other language', async ({ page, reader }) => {
  await ready(page);
  const entry = contents(page).getByRole('link', { name: 'AMD SEV', exact: true });
  await entry.click({ button: 'right' });
  expect(await reader.menus.labels()).toEqual([
    'Open',
    'Open in a new window',
    'Open in the other language',
    'Copy link address',
    'Mark as read',
  ]);
  const coming = page.context().waitForEvent('page');
  await reader.menus.choose('Open in a new window');
  const other = await coming;
  await expect(heading(other)).toContainText('SEV');
  await expect(heading(page)).toContainText('SGX');
  await other.close();

  await entry.click({ button: 'right' });
  await reader.menus.choose('Open in the other language');
  await expect(article(page)).toHaveAttribute('lang', /^zh/);
  await expect(heading(page)).toContainText('SEV');
});

test('the contents have the menu as a drawer, too', async ({ page, reader }) => {
  await ready(page);
  await page.setViewportSize({ width: 420, height: 800 });
  await page.getByRole('button', { name: 'Contents' }).click();
  const drawer = page.getByRole('dialog', { name: 'Contents' });
  await drawer.getByRole('link', { name: 'AMD SEV', exact: true }).click({ button: 'right' });
  await reader.menus.choose('Open');
  await expect(heading(page)).toContainText('SEV');
  await expect(drawer).toHaveCount(0);
});

test('code can be copied, and a figure enlarged', async ({ page, reader, host }) => {
  if (host === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ready(page);
  const code = article(page).locator('figure.code').first();
  await code.scrollIntoViewIfNeeded();
  await atRest(page);
  await code.click({ button: 'right', position: { x: 20, y: 20 } });
  expect((await reader.menus.labels()).slice(0, 2)).toEqual(['Copy code', 'Wrap long lines of code']);
  await reader.menus.choose('Copy code');
  await expect(said(page, /copied/i)).toHaveCount(1);

  const figure = article(page).locator('figure.figure').first();
  await figure.scrollIntoViewIfNeeded();
  await atRest(page);
  await figure.click({ button: 'right' });
  await reader.menus.choose('Enlarge figure');
  await expect(page.getByRole('dialog').locator('svg, img').first()).toBeVisible();
});

test('a mark has its menu in the text and in the list, where it can be renamed and deleted', async ({
  page,
  reader,
  host,
}) => {
  const paragraph = await ready(page);
  await clickWords(paragraph);
  await reader.menus.choose('Highlight');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('mark-yellow')?.size)).toBe(1);
  await clickWords(paragraph);
  expect((await reader.menus.labels()).slice(0, 3)).toEqual(['Edit note', 'Copy the book’s words', 'Delete']);
  await reader.menus.choose('Edit note');
  await expect(page.getByRole('region', { name: 'Note' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Note' })).toHaveCount(0);

  const list = await openList(page);
  const row = list.locator('[data-index="0"]');
  await row.click({ button: 'right', position: { x: 60, y: 10 } });
  expect(await reader.menus.labels()).toEqual([
    'Go to its place',
    'Edit note',
    'Rename',
    'Copy the book’s words',
    'Delete',
  ]);
  if (host === 'browser') expect(await findings(page)).toEqual([]);
  await reader.menus.choose('Rename');
  await list.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('button', { name: 'Mine' })).toBeVisible();
  await row.click({ button: 'right', position: { x: 60, y: 10 } });
  await reader.menus.choose('Delete');
  await expect(row).toHaveCount(0);
});

test('fields and a right click with Shift keep the menu of the host', async ({ page }) => {
  const paragraph = await ready(page);
  const prevented = (): Promise<boolean> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('contextmenu', (event) => resolve(event.defaultPrevented), { once: true });
          document.documentElement.dataset.listens = '';
        }),
    );
  const listening = page.locator('html[data-listens]');
  const shifted = prevented();
  await listening.waitFor();
  await paragraph.click({ button: 'right', modifiers: ['Shift'], position: { x: 6, y: 12 } });
  expect(await shifted).toBe(false);

  await page.evaluate(() => delete document.documentElement.dataset.listens);
  await page.keyboard.press('Control+f');
  const field = page.getByRole('search').getByRole('searchbox').or(page.getByRole('search').getByRole('textbox'));
  await expect(field.first()).toBeFocused();
  const inField = prevented();
  await listening.waitFor();
  await field.first().click({ button: 'right' });
  expect(await inField).toBe(false);
});

test('speaks Chinese in the Chinese interface', async ({ page, reader }) => {
  await hostCall(page, 'settings:save', { uiLanguage: 'zh' });
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  const paragraph = await ready(page);
  await clickWords(paragraph);
  const labels = await reader.menus.labels();
  expect(labels).toContain('写笔记');
  expect(labels.filter((label) => /[A-Za-z]/.test(label))).toEqual([]);
});
