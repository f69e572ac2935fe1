/** A book of ten megabytes and 250 chapters in the reader: what is typed is found, and long lists are gone through. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chapterSchema, type Chapter } from '../../core/book/model.ts';
import { repository } from '../helpers/electron-binary.ts';
import { largeBook, writeLargeBook } from '../helpers/large-book.ts';
import { expect, test as base } from './fixtures.ts';

/** The book is made where it is read: the Electron host opens the edition alone. */
const test = base.extend({
  bookFolder: async ({ host }, use) => {
    const root = await mkdtemp(join(tmpdir(), 'recto-large-'));
    const folder = join(root, 'bundle');
    if (host === 'browser') await writeLargeBook(folder, 'zh', largeBook(sourceChapters(), 10e6, 250));
    await use(folder);
    await rm(root, { recursive: true, force: true });
  },
});
test.describe.configure({ timeout: 300_000 });

function sourceChapters(): Chapter[] {
  const edition = join(repository, 'dist', 'books', 'cncc', 'chapters');
  return ['zh', 'en'].flatMap((lang) =>
    readdirSync(join(edition, lang))
      .sort()
      .map((file) => chapterSchema.parse(JSON.parse(readFileSync(join(edition, lang, file), 'utf8')))),
  );
}

test('each keystroke is answered, a result opens, and the bar goes on through the book', async ({ page, reader }) => {
  const panel = page.getByRole('dialog', { name: '搜索全书' });
  const options = panel.getByRole('option');
  await page.keyboard.press('Control+Shift+F');
  const list = panel.getByRole('listbox');
  let before = Infinity;
  for (const letter of 'attestation') {
    await panel.getByRole('combobox').pressSequentially(letter);
    await expect(list).toHaveAttribute('aria-busy', 'false');
    const found = Number(/^\d+/.exec((await panel.getByRole('status').textContent()) ?? '')?.[0]);
    expect(found).toBeLessThanOrEqual(before);
    before = found;
  }
  expect(before).toBeGreaterThan(500);
  // More than the window shows, and not all of them at once.
  await expect(options.nth(20)).toBeAttached();
  expect(await options.count()).toBeLessThan(before);
  await expect(options.first()).toContainText(/attestation/i);

  // A chapter of this book is a part of its own: some are there to choose from, the others when asked for, and the list keeps its room.
  const parts = panel.getByRole('list', { name: '书的各部分' });
  await expect(parts.getByRole('button')).toHaveCount(12);
  const height = (): Promise<number> => list.evaluate((element) => element.clientHeight);
  expect(await height()).toBeGreaterThan(250);
  const unfold = parts.getByRole('button', { name: /^全部\d+个部分$/ });
  await unfold.click();
  await expect.poll(() => parts.getByRole('button').count()).toBeGreaterThan(200);
  expect(await height()).toBeGreaterThan(250);
  await parts.getByRole('button', { name: '收起' }).click();
  await expect(parts.getByRole('button')).toHaveCount(12);
  await parts.getByRole('button').first().click();
  await expect(panel.getByRole('group')).toHaveCount(1);
  await parts.getByRole('button', { pressed: true }).click();
  await expect(panel.getByRole('group').nth(1)).toBeAttached();
  await panel.getByRole('combobox').focus();

  // Down to the end of what is there: more comes, and the choice goes on.
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('PageDown');
    await expect(options.and(page.locator('[aria-selected="true"]'))).toBeInViewport();
  }
  await expect.poll(() => options.count()).toBeGreaterThan(100);
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  const bar = page.getByRole('search', { name: '在正文中查找' });
  await expect(bar).toContainText(/第\d+处，共\d+处/);
  await page.keyboard.press('F3');
  await expect(bar).toContainText(/第\d+处，共\d+处/);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  // Thousands of an “e” in one chapter: those in sight are painted, wherever one goes.
  const paintedInSight = (): Promise<boolean> =>
    page.evaluate(() =>
      Array.from(CSS.highlights.get('search') ?? []).some((range) => {
        const { top, bottom } = (range as Range).getBoundingClientRect();
        return bottom > 100 && top < innerHeight && (range as Range).toString().toLowerCase() === 'e';
      }),
    );
  await page.keyboard.press('Control+F');
  await bar.getByRole('textbox').fill('e');
  await expect(bar).toContainText(/处/);
  await expect.poll(paintedInSight).toBe(true);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect.poll(paintedInSight).toBe(true);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.9));
  await expect.poll(paintedInSight).toBe(true);
  expect(reader.errors).toEqual([]);
});
