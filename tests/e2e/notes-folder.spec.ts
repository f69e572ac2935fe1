/** Marks as Markdown files in a folder of the reader's, in which the reader writes as well. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openChapter } from './person.ts';

const panel = (page: Page) => page.getByRole('dialog', { name: '笔记文件夹' });
const card = (page: Page) => page.getByRole('region', { name: '笔记', exact: true });

async function writeNote(page: Page, body: string): Promise<void> {
  await page.keyboard.press('n');
  await card(page).getByRole('textbox', { name: '笔记（Markdown）' }).fill(body);
  await page.keyboard.press('Control+Enter');
  await expect(card(page)).toHaveCount(0);
}

async function openPanel(page: Page): Promise<void> {
  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: '书签与笔记' }).getByRole('button', { name: '笔记文件夹…' }).click();
  await expect(panel(page)).toBeVisible();
}

/** The one file that there is, once it says something. */
async function expectFile(folder: string, text: string): Promise<string> {
  const read = async (): Promise<string> => {
    const [name] = (await readdir(folder)).filter((one) => one.endsWith('.md'));
    return name === undefined ? '' : readFile(join(folder, name), 'utf8');
  };
  await expect.poll(read, { timeout: 45_000 }).toContain(text);
  return read();
}

test.describe('with a folder that the command line names', () => {
  test.use({ keepsNotes: true });

  test('a note is in the file soon after it was saved, and what the reader wrote there stays', async ({
    page,
    reader,
  }) => {
    test.slow();
    await openChapter(page, 'Intel SGX');
    await writeNote(page, '第一条 **想法**');
    const before = await expectFile(reader.notesFolder, '第一条 **想法**');
    const [name = ''] = await readdir(reader.notesFolder);
    await writeFile(join(reader.notesFolder, name), `${before}\n我自己写的，与Recto无关。  \n`);
    await writeNote(page, '第二条');
    const after = await expectFile(reader.notesFolder, '第二条');
    expect(after).toContain('我自己写的，与Recto无关。  \n');

    await openPanel(page);
    await expect(panel(page).getByRole('region', { name: 'My vault' })).toContainText(name);
    await expect(panel(page).getByText('2条', { exact: true })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await panel(page).getByRole('button', { name: '不再更新' }).click();
    await expect(panel(page).getByRole('status')).toHaveText('不再更新这个文件夹，里面的文件还在。');
    await expect(panel(page).getByRole('region', { name: 'My vault' })).toHaveCount(0);
    expect(await readdir(reader.notesFolder)).toEqual([name]);
    expect(reader.errors).toEqual([]);
  });

  test('a folder that is gone is told once, and written again when it is back', async ({ page, reader }) => {
    test.slow();
    await openChapter(page, 'Intel SGX');
    await writeNote(page, '之前');
    await expectFile(reader.notesFolder, '之前');
    await rename(reader.notesFolder, `${reader.notesFolder} away`);
    await writeNote(page, '之后');
    const notice = page.getByRole('complementary', { name: /^笔记文件夹“My vault”没有更新/ });
    await expect(notice).toBeVisible({ timeout: 45_000 });
    expect(await findings(page)).toEqual([]);
    await notice.getByRole('button', { name: '看一看' }).click();
    await expect(panel(page).getByText(/^找不到这个文件夹/)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await rename(`${reader.notesFolder} away`, reader.notesFolder);
    await panel(page).getByRole('button', { name: '现在更新' }).click();
    await expect(panel(page).getByRole('status')).toHaveText('已更新', { timeout: 45_000 });
    await expect(panel(page).getByText(/^找不到这个文件夹/)).toHaveCount(0);
    await expectFile(reader.notesFolder, '之后');
    await page.keyboard.press('Escape');
    await expect(notice).toHaveCount(0);
  });
});

test('a browser says how a folder is named, for it cannot choose one', async ({ page, host }) => {
  test.skip(host === 'electron', 'Electron has a dialog for it');
  await openPanel(page);
  await panel(page).getByRole('button', { name: '选择文件夹…' }).click();
  await expect(panel(page).getByText('npm start -- --notes-folder DIR')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
