/** A book that was compiled without a search index, by an earlier Recto: its index is made in the worker. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Integrity } from '../../core/book/model.ts';
import { repository } from '../helpers/electron-binary.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  bookFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'recto-no-index-'));
    const book = join(folder, 'book');
    await cp(join(repository, 'dist', 'books', 'cncc'), book, { recursive: true });
    await rm(join(book, 'search'), { recursive: true });
    const list = join(book, 'integrity.json');
    const integrity = JSON.parse(await readFile(list, 'utf8')) as Integrity;
    const files = Object.entries(integrity.files).filter(([path]) => !path.startsWith('search/'));
    await writeFile(list, JSON.stringify({ ...integrity, files: Object.fromEntries(files) }));
    await use(book);
    await rm(folder, { recursive: true, force: true });
  },
});

test('a book without an index is searched all the same', async ({ page, reader }) => {
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('combobox').fill('LD_LIBRARY_PATH');
  await expect(page.getByRole('option')).toHaveCount(2, { timeout: 30_000 });
  // The browser itself reports that there is no such file; nothing else is said.
  for (const message of reader.errors) expect(message).toMatch(/404/);
});
