/** A book that was compiled without a search index, by an earlier Recto: its index is made in the worker. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Integrity } from '../../core/book/model.ts';
import { repository } from '../helpers/electron-binary.ts';
import { expect, test } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'recto-no-index-'));
const book = join(folder, 'book');
cpSync(join(repository, 'dist', 'books', 'cncc'), book, { recursive: true });
rmSync(join(book, 'search'), { recursive: true });
const integrity = JSON.parse(readFileSync(join(book, 'integrity.json'), 'utf8')) as Integrity;
const files = Object.entries(integrity.files).filter(([path]) => !path.startsWith('search/'));
writeFileSync(join(book, 'integrity.json'), JSON.stringify({ ...integrity, files: Object.fromEntries(files) }));

test.use({ bookFolder: book });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a book without an index is searched all the same', async ({ page, reader }) => {
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('combobox').fill('LD_LIBRARY_PATH');
  await expect(page.getByRole('option')).toHaveCount(2, { timeout: 30_000 });
  // The browser itself reports that there is no such file; nothing else is said.
  for (const message of reader.errors) expect(message).toMatch(/404/);
});
