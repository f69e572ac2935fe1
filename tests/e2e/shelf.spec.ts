/** The shelf, as a person uses it: books are seen, opened, brought along and taken away. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, atRest, contents, openChapter, readOn } from './person.ts';

const long = Array.from({ length: 40 }, (_, at) => `Paragraph ${at}: the second chapter goes on and on.`).join('\n\n');
const files = {
  'book.json': JSON.stringify({ title: 'Field Guide', language: 'en' }),
  'SUMMARY.md': '* [Beginnings](one.md)\n* [Endings](two.md)\n* [Gone](gone.md)\n',
  'one.md': '# Beginnings\n\nOstriches cannot fly. [More](two.md)\n',
  'two.md': `# Endings\n\n${long}\n`,
};
const folder = mkdtempSync(join(tmpdir(), 'recto-shelf-'));
const guide = join(folder, 'guide');
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(guide, path)), { recursive: true });
  writeFileSync(join(guide, path), text);
}
const zip = join(folder, 'handbook.zip');
writeFileSync(
  zip,
  zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text.replace('Field', 'Zip'))])),
  ),
);
const noBook = join(folder, 'no-book.zip');
writeFileSync(noBook, zipSync({ 'README.md': strToU8('# Nothing') }));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.use({ shelf: [guide], systemLanguage: 'en-US' });

const shelfOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Books' });
const bookIn = (page: Page, title: string): Locator => shelfOf(page).getByRole('button', { name: title, exact: true });

async function openShelf(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+o');
  await bookIn(page, 'Field Guide').waitFor();
  return shelfOf(page);
}

async function openGuide(page: Page): Promise<void> {
  await openShelf(page);
  await bookIn(page, 'Field Guide').click();
  await expect(contents(page).getByRole('link', { name: 'Beginnings' })).toBeVisible();
}

test('each book keeps its own place and its own way back', async ({ page, reader }) => {
  await openChapter(page, 'Intel SGX');
  await openShelf(page);
  // The book that is open has the focus; arrow keys go on.
  await expect(bookIn(page, 'Cloud-Native Confidential Computing')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(bookIn(page, 'The Recto Manual')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(bookIn(page, 'Field Guide')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(article(page)).toContainText('Ostriches cannot fly.');
  await expect(page).toHaveTitle('Beginnings – Field Guide');
  await openChapter(page, 'Endings');
  const read = await readOn(page, 900);

  await openShelf(page);
  await bookIn(page, 'Cloud-Native Confidential Computing').click();
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText('Intel SGX');

  // The way through this book, and not what was read in the other.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText('OpenAnolis');

  await openGuide(page);
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Endings');
  await expect(article(page).locator(`[data-block="${read.id}"]`)).toBeInViewport();
  const again = await reader.restart();
  await expect(article(again).getByRole('heading', { level: 1 })).toHaveText('Endings');
  await expect(article(again).locator(`[data-block="${read.id}"]`)).toBeInViewport();
  expect(reader.errors).toEqual([]);
  expect(reader.outside).toEqual([]);
});

test('search, marks and addresses belong to the book that is open', async ({ page }) => {
  await openGuide(page);
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('combobox').fill('ostriches');
  await expect(page.getByRole('option').first()).toContainText('Beginnings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+d');
  await openShelf(page);
  await expect(shelfOf(page).getByRole('listitem').filter({ hasText: 'Field Guide' })).toContainText('1 mark');
  await bookIn(page, 'Cloud-Native Confidential Computing').click();
  await expect(contents(page).getByRole('link', { name: 'Intel SGX' })).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog')).toContainText('no marks yet', { ignoreCase: true });
});

test('a report says what is wrong with a book, and where', async ({ page }) => {
  const shelf = await openShelf(page);
  await shelf.getByRole('button', { name: '1 mistake' }).click();
  const report = page.getByRole('dialog', { name: 'About “Field Guide”' });
  await expect(report).toContainText('A chapter is missing');
  await expect(report).toContainText('SUMMARY.md, line 3');
  await expect(report).toContainText('gone.md does not exist.');
  expect(await findings(page)).toEqual([]);
  await report.getByRole('button', { name: 'Back to the shelf' }).click();
  await expect(bookIn(page, 'Field Guide')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('a book is taken away only after a question, and the page goes to Recto’s own', async ({ page }) => {
  await openGuide(page);
  const shelf = await openShelf(page);
  await shelf.getByRole('button', { name: 'Remove' }).click();
  await expect(shelf.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bookIn(page, 'Field Guide')).toBeVisible();
  await shelf.getByRole('button', { name: 'Remove' }).click();
  await shelf.getByRole('group').getByRole('button', { name: 'Remove' }).click();
  await expect(contents(page).getByRole('link', { name: 'Intel SGX' })).toBeVisible();
  await page.keyboard.press('Control+o');
  await expect(bookIn(page, 'Cloud-Native Confidential Computing')).toBeVisible();
  await expect(bookIn(page, 'Field Guide')).toHaveCount(0);
});

test('a zip that is handed over is read; one that is no book is refused, with the reason', async ({ page, host }) => {
  test.skip(host === 'electron', 'There the host asks with a dialog of the system; see tests/electron.');
  const shelf = await openShelf(page);
  const choose = async (file: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await shelf.getByRole('button', { name: 'Open a zip file…' }).click();
    await (await chooser).setFiles(file);
  };
  await choose(noBook);
  await expect(shelf).toContainText('“no-book.zip” cannot be read as a book.');
  await expect(shelf).toContainText('This is no book that Recto knows');
  await choose(zip);
  await expect(shelf).toContainText('“Zip Guide” is on the shelf.');
  await shelf.getByRole('button', { name: 'Read it' }).click();
  await expect(page).toHaveTitle('Beginnings – Zip Guide');
});

test('a folder that is handed over is read', async ({ page, host }) => {
  test.skip(host === 'electron', 'There the host asks with a dialog of the system; see tests/electron.');
  const shelf = await openShelf(page);
  const chooser = page.waitForEvent('filechooser');
  await shelf.getByRole('button', { name: 'Open a folder…' }).click();
  await (await chooser).setFiles(guide);
  // The same book as the one on the shelf: a newer state of it.
  await expect(shelf).toContainText('“Field Guide” is up to date.');
});

test('a zip that is dropped on the window is read', async ({ page }) => {
  const bytes = Array.from(
    zipSync({ 'SUMMARY.md': strToU8('* [A](a.md)\n'), 'a.md': strToU8('# Dropped\n\nHere.\n') }),
  );
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], 'dropped.zip', { type: 'application/zip' }));
    document
      .querySelector('main')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, bytes);
  await expect(shelfOf(page)).toContainText('“dropped” is on the shelf.');
});

test('an address of a place in another book leads there', async ({ page }) => {
  await page.evaluate(() => {
    const address = new URL(location.href);
    address.searchParams.set('link', 'recto://field-guide/two#two.3');
    location.href = address.href;
  });
  await expect(page).toHaveTitle('Endings – Field Guide');
  await expect(article(page)).toContainText('Paragraph 2:');
});

test('F1 opens the manual in the language of the system, and the next start has the book that was read', async ({
  page,
  reader,
}) => {
  await openGuide(page);
  await openChapter(page, 'Endings');
  await page.keyboard.press('F1');
  await expect(page).toHaveTitle('Start here – The Recto Manual');
  await article(page).getByRole('link', { name: 'shelf' }).first().click();
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Other books');
  expect(await findings(page)).toEqual([]);
  await atRest(page);
  const again = await reader.restart();
  await expect(again).toHaveTitle('Endings – Field Guide');
});
