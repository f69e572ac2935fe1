/** Terms of the glossary: marked in the text, explained in a card, listed by a key. */
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

test.beforeEach(({ page }) => openChapter(page, 'Intel SGX'));

interface Mark {
  readonly text: string;
  readonly section: string;
  readonly inLink: boolean;
  readonly x: number;
  readonly y: number;
}

/** What is painted as a term, in the order of the text. */
const marks = (page: Page): Promise<Mark[]> =>
  page.evaluate(() =>
    Array.from(CSS.highlights.get('terms') ?? [], (range) => {
      const box = (range as Range).getBoundingClientRect();
      const parent = range.startContainer.parentElement!;
      return {
        text: (range as Range).cloneContents().textContent,
        section: parent.closest<HTMLElement>('[data-section]')!.dataset.section!,
        inLink: parent.closest('a, code, h1, h2, h3, figure') !== null,
        x: box.x + Math.min(8, box.width / 2),
        y: box.y + 8,
      };
    }),
  );
const waitForMarks = async (page: Page): Promise<Mark[]> => {
  await expect.poll(async () => (await marks(page)).length).toBeGreaterThan(10);
  return marks(page);
};
const card = (page: Page): Locator => page.locator('[popover]:popover-open').filter({ has: page.locator('dfn') });

async function rest(page: Page, { x, y }: Mark): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.move(x + 1, y);
}

test('a term is marked once in a section, in prose alone, and the book’s DOM stays as it is', async ({
  page,
  reader,
}) => {
  const found = await waitForMarks(page);
  const once = found.map(({ section, text }) => `${section}: ${text}`);
  expect(once).toEqual([...new Set(once)]);
  expect(found.filter(({ inLink }) => inLink)).toEqual([]);
  expect(found.map(({ text }) => text)).toContain('SGX');
  expect(await article(page).locator('mark, dfn').count()).toBe(0);
  expect(reader.errors).toEqual([]);
});

test('a card explains the term under the pointer, leads on, and goes with Esc', async ({ page }) => {
  const [first] = await waitForMarks(page);
  await rest(page, first!);
  await expect(card(page)).toBeVisible();
  await expect(card(page).locator('[lang="zh"]').first()).toBeVisible();
  await expect(card(page)).toContainText('Software Guard Extensions');
  await expect(card(page).getByRole('link', { name: '术语表' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);

  await page.mouse.click(first!.x, first!.y);
  await expect(card(page)).toBeVisible();
  await card(page).getByRole('link', { name: '术语表' }).click();
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('术语表');
  await expect(card(page)).toHaveCount(0);
});

test('axe finds nothing in card and list, light or dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const [first] = await waitForMarks(page);
    await page.mouse.click(first!.x, first!.y);
    await expect(card(page)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('the card stays while the pointer is on it, and goes when it leaves', async ({ page }) => {
  const [first] = await waitForMarks(page);
  await rest(page, first!);
  await card(page).locator('dfn').hover();
  await expect(card(page)).toBeVisible();
  await page.mouse.move(900, 700);
  await expect(card(page)).toHaveCount(0);
});

test('a key lists the terms of the section, for the keyboard', async ({ page }) => {
  await waitForMarks(page);
  await page.keyboard.press('g');
  const list = page.getByRole('dialog', { name: '本节术语' });
  await expect(list.getByRole('listitem').filter({ hasText: 'SGX' }).first()).toBeVisible();
  await list.getByRole('link', { name: '术语表' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('术语表');
  await expect.poll(() => marks(page)).toEqual([]);
});

test('terms are marked in the language of the text, and not at all when that is switched off', async ({ page }) => {
  await waitForMarks(page);
  await page.getByRole('button', { name: '用英语阅读' }).click();
  await expect(article(page)).toHaveAttribute('lang', 'en');
  await expect.poll(async () => (await marks(page)).map(({ text }) => text)).toContain('enclave');
  await page.getByRole('button', { name: '设置' }).click();
  const setting = page.getByRole('radiogroup', { name: '标出术语' });
  await setting.getByText('关').click();
  await expect.poll(() => marks(page)).toEqual([]);
});
