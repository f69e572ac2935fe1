/** Footnotes: read beside their mark, by mouse or keyboard, in the language of the mark. */
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { blockBook } from './block-book.ts';
import { expect, test } from './fixtures.ts';
import { article } from './person.ts';

const book = blockBook({
  'zh/code.md': '# 代码 {#code}\n\n正文[^1]，再说[^二]。\n\n[^1]: 第一条注。\n[^二]: 见[图](figures.md)。\n',
  'en/code.md':
    '# Code {#code}\n\nText[^1], and more[^2].\n\n[^1]: The first note.\n[^2]: See [figures](figures.md).\n',
});
test.use({ bookFolder: book.folder });
test.beforeAll(() => book.compile());
test.afterAll(() => book.remove());

const mark = (page: Page, name: string): Locator => article(page).getByRole('link', { name, exact: true });
const note = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });

test('a click on a mark shows its note beside it; Esc closes it, and the text has not moved', async ({
  page,
  reader,
}) => {
  await mark(page, '注1').click();
  await expect(note(page, '注1')).toHaveText('第一条注。');
  const [line, card] = [await mark(page, '注1').boundingBox(), await note(page, '注1').boundingBox()];
  expect(card!.y - (line!.y + line!.height)).toBeLessThan(12);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note(page, '注1')).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // In a window of another size the mark stands elsewhere.
  await mark(page, '注1').click();
  await expect(note(page, '注1')).toBeVisible();
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(note(page, '注1')).toHaveCount(0);
  expect(reader.errors).toEqual([]);
});

test('Enter on a mark opens its note, a link in it leads on, and the keyboard comes back to the mark', async ({
  page,
}) => {
  await mark(page, '注1').focus();
  await page.keyboard.press('Enter');
  await expect(note(page, '注1')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(mark(page, '注1')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(note(page, '注2')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('图');
});

test('beside each other, each language has its own notes', async ({ page }) => {
  await page.keyboard.press('Alt+b');
  await expect(article(page)).toHaveAttribute('data-layout', 'side');
  await mark(page, 'Note 1').click();
  await expect(note(page, 'Note 1')).toHaveText('The first note.');
});
