import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mostPieceChars } from '../../core/contract/mark-limits.ts';
import { repository } from '../helpers/electron-binary.ts';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { sign } from './marks-page.ts';
import { openChapter } from './person.ts';

test('exports all marks and takes them in again after they were deleted', async ({ page, host }) => {
  test.skip(host === 'electron', 'the dialog of the system says where');
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('m');
  const list = page.getByRole('dialog', { name: '书签与笔记' });
  const download = page.waitForEvent('download');
  await list.getByRole('button', { name: '导出' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^cncc marks \d{4}-\d\d-\d\d\.annotation$/);
  const path = await file.path();
  const takeIn = async (name: string, buffer: Buffer) => {
    await list.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/json', buffer });
  };
  await takeIn('broken.annotation', (await readFile(path)).subarray(0, 300));
  await expect(list.getByRole('status').filter({ hasText: '文件无法读取：JSON不完整' })).toBeVisible();
  await takeIn('same.annotation', await readFile(path));
  await expect(list.getByRole('status').filter({ hasText: '相同的1条' })).toBeVisible();
  await list.getByRole('button', { name: '取消' }).click();
  const changed = (await readFile(path, 'utf8'))
    .replaceAll('"clock": ', '"clock": 9')
    .replaceAll('"label": null', '"label": "新的名字"');
  // Longer than one message: it goes to the host in pieces.
  await takeIn('newer.annotation', Buffer.from(changed + ' '.repeat(2 * mostPieceChars)));
  await expect(list.getByRole('status').filter({ hasText: '比这里新的1条' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await list.getByRole('button', { name: '收下' }).click();
  await expect(list.getByRole('button', { name: '新的名字' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'Dropped.ANNOTATION'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, changed);
  const arrived = page.getByRole('dialog', { name: '导入书签与笔记' });
  await expect(arrived).toContainText('Dropped.ANNOTATION');
  await expect(arrived).toContainText('文件里：相同的1条');
});

test('shows what the command line takes in beside it', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await page.keyboard.press('Control+d');
  await expect(sign(page, /^书签：Intel SGX/)).toBeVisible();
  const file = join(reader.dataFolder, 'marks.json');
  await recto('marks', 'export', file, '--data', reader.dataFolder);
  const changed = (await readFile(file, 'utf8')).replaceAll('"clock": ', '"clock": 9');
  await writeFile(file, changed.replaceAll('"label": null', '"label": "从命令行来"'));
  await recto('marks', 'import', file, '--yes', '--data', reader.dataFolder);
  await expect(sign(page, /从命令行来/)).toBeVisible();
});

function recto(...args: readonly string[]): Promise<void> {
  const file = join(repository, 'electron', 'cli', 'recto.ts');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], (error, _, stderr) =>
      error ? reject(new Error(stderr)) : resolve(),
    );
  });
}
