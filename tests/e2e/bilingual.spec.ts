/** Two languages of the edition on one page. */
import type { Locator, Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, atRest, blockAtLine, contents, openChapter, readOn, topOf } from './person.ts';

const translations = (page: Page): Locator => article(page).locator('.block[data-side="translation"]');
const bothButton = (page: Page): Locator => page.getByRole('button', { name: '两种语言对照', exact: true });

/** Goes on to the next way of showing two languages, by its key. */
async function nextWay(page: Page, layout: 'side' | 'stacked' | 'off'): Promise<void> {
  await page.keyboard.press('Alt+b');
  await expect(article(page)).toHaveAttribute('data-layout', layout);
  await page.evaluate(() => document.fonts.ready);
}

/** Every block that has its translation behind it, as boxes of the two. */
function pairs(page: Page): Promise<{ id: string; main: DOMRect; translation: DOMRect }[]> {
  return article(page).evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('.block[data-side="main"][data-shape="two"]')].map((main) => ({
      id: main.dataset.block!,
      main: main.getBoundingClientRect().toJSON() as DOMRect,
      translation: main.nextElementSibling!.getBoundingClientRect().toJSON() as DOMRect,
    })),
  );
}

test('side by side, every block begins at the height of its translation, and code is there once', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await expect(article(page).locator('.block:empty')).toHaveCount(0);
  const listings = await article(page).locator('figure.code').count();
  const drawings = await article(page).locator('.drawing').count();
  await nextWay(page, 'side');
  const found = await pairs(page);
  expect(found.length).toBeGreaterThan(30);
  for (const { id, main, translation } of found) {
    expect(Math.abs(main.top - translation.top), id).toBeLessThan(1);
    expect(translation.left, id).toBeGreaterThan(main.right);
  }
  expect(await article(page).locator('figure.code').count()).toBe(listings);
  expect(
    await article(page)
      .locator('.drawing')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
  ).toBe(drawings);
  // The first line as well: what is read stands side by side, not only its box.
  const [ours, theirs] = await article(page)
    .locator('[data-block="intel-sgx.1"], [data-block="intel-sgx.1"] + .block')
    .locator('p')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(Math.abs(ours! - theirs!)).toBeLessThan(1);
});

test('both texts carry their language, and the translation comes after its block', async ({ page }) => {
  await openChapter(page, 'Intel TDX');
  await nextWay(page, 'side');
  await expect(article(page)).toHaveAttribute('lang', 'zh');
  const block = article(page).locator('[data-block="intel-tdx.1"]');
  await expect(block).toHaveAttribute('lang', 'zh');
  await expect(article(page).locator('[data-block="intel-tdx.1"] + .block')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Alt+l');
  await expect(article(page)).toHaveAttribute('lang', 'en');
  await expect(article(page)).toHaveAttribute('data-layout', 'side');
  await expect(article(page).locator('[data-block="intel-tdx.1"] + .block')).toHaveAttribute('lang', 'zh');
});

test('a block stays at its height through all ways of showing two languages', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await readOn(page, 2500);
  // The first block that begins on the screen is the one the eye is on; one that begins at the line does.
  const seen = await page.evaluate(() => {
    const line = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
    const blocks = Array.from(document.querySelectorAll<HTMLElement>('[data-block]'));
    const block = blocks.find((candidate) => candidate.getBoundingClientRect().top > line - 1)!;
    return { id: block.dataset.block!, top: block.getBoundingClientRect().top };
  });
  for (const layout of ['side', 'stacked', 'off', 'side'] as const) {
    await nextWay(page, layout);
    await expect.poll(async () => Math.abs((await topOf(page, seen.id)) - seen.top), layout).toBeLessThan(3);
  }
  await page.keyboard.press('Alt+l');
  await expect(article(page)).toHaveAttribute('lang', 'en');
  await expect.poll(async () => Math.abs((await topOf(page, seen.id)) - seen.top)).toBeLessThan(3);
});

for (const layout of ['side', 'stacked'] as const) {
  test(`opens again in the same way, at the very block it was closed at: ${layout}`, async ({ page, reader }) => {
    await openChapter(page, 'AMD SEV');
    await nextWay(page, 'side');
    if (layout === 'stacked') await nextWay(page, layout);
    const before = await readOn(page, 1700);
    const again = await reader.restart();
    await expect(article(again)).toHaveAttribute('data-layout', layout);
    await expect(translations(again).first()).not.toBeEmpty();
    await again.evaluate(() => document.fonts.ready);
    await expect.poll(async () => (await blockAtLine(again)).id).toBe(before.id);
    await expect.poll(async () => Math.abs((await blockAtLine(again)).top - before.top), layout).toBeLessThan(2);
  });
}

test('a narrow window shows the translation below its block, and a wide one beside it again', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await nextWay(page, 'side');
  const before = await readOn(page, 1500);
  await page.setViewportSize({ width: 800, height: 800 });
  await expect.poll(async () => (await blockAtLine(page)).id).toBe(before.id);
  for (const { id, main, translation } of await pairs(page)) {
    expect(translation.top, id).toBeGreaterThanOrEqual(main.bottom - 1);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  // Beside and below are the same here: the next way is one language.
  await nextWay(page, 'off');
  await nextWay(page, 'side');
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => (await blockAtLine(page)).id).toBe(before.id);
  const [first] = await pairs(page);
  expect(first!.translation.left).toBeGreaterThan(first!.main.right);
});

test('the switch in the bar leads to both languages and back to one', async ({ page }) => {
  await openChapter(page, 'Arm CCA');
  await bothButton(page).click();
  await expect(bothButton(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: '用中文阅读' })).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('status').last()).toHaveText('两种语言并排显示');
  await expect(translations(page).first()).toBeVisible();
  await page.getByRole('button', { name: '用英语阅读' }).click();
  await expect(article(page)).toHaveAttribute('lang', 'en');
  await expect(article(page)).toHaveAttribute('data-layout', 'off');
  await expect(translations(page)).toHaveCount(0);
  await expect(bothButton(page)).toHaveAttribute('aria-pressed', 'false');
});

test('the next chapter comes in both languages, and leads back to the exact block', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await nextWay(page, 'side');
  const before = await readOn(page, 1800);
  await page.keyboard.press(']');
  await expect(article(page).locator('[data-block="intel-tdx.0"] + .block')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(article(page).locator('[data-block="intel-sgx.0"] + .block')).toHaveAttribute('lang', 'en');
  await expect.poll(async () => (await blockAtLine(page)).id).toBe(before.id);
  await expect.poll(async () => Math.abs((await blockAtLine(page)).top - before.top)).toBeLessThan(2);
});

test('the partner of the block under the pointer is lit, whichever of the two it is', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await nextWay(page, 'side');
  const texts = article(page).locator('[data-block="intel-sgx.1"] > p, [data-block="intel-sgx.1"] + .block > p');
  const grounds = (): Promise<boolean[]> =>
    texts.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)'));
  await texts.first().hover();
  await expect.poll(grounds).toEqual([false, true]);
  await texts.last().hover();
  await expect.poll(grounds).toEqual([true, false]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in two languages, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openChapter(page, 'Intel SGX');
    await nextWay(page, 'side');
    expect(await findings(page)).toEqual([]);
    await nextWay(page, 'stacked');
    expect(await findings(page)).toEqual([]);
  });
}

test('the settings have the ways of showing two languages as well', async ({ page }) => {
  await page.getByRole('button', { name: '设置', exact: true }).click();
  const row = page.getByRole('radiogroup', { name: '双语对照' });
  await expect(row.getByRole('radio', { name: '关' })).toBeChecked();
  await row.getByText('上下').click();
  await expect(article(page)).toHaveAttribute('data-layout', 'stacked');
  await page.getByRole('button', { name: '双语对照：还原' }).click();
  await expect(article(page)).toHaveAttribute('data-layout', 'off');
});

test('the tables of both languages scroll as one, and stay at their row in the other language', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await openChapter(page, '可信执行环境对照');
  await nextWay(page, 'side');
  await contents(page).getByRole('link', { name: '隔离的单位', exact: true }).click();
  await atRest(page);
  const tables = article(page)
    .locator('[data-block="isolation.1"], [data-block="isolation.1"] + *')
    .locator('.table-scroll');
  await expect(tables).toHaveCount(2);
  /** Where the rows stand, from the head that stays. */
  const rowsOf = (table: Locator): Promise<{ top: number; bottom: number }[]> =>
    table.evaluate((element) => {
      const head = element.querySelector('th')!.getBoundingClientRect().bottom;
      const boxes = Array.from(element.querySelectorAll('tbody tr'), (row) => row.getBoundingClientRect());
      return boxes.map(({ top, bottom }) => ({ top: top - head, bottom: bottom - head }));
    });
  const rowOf = async (table: Locator): Promise<number> => (await rowsOf(table)).findIndex(({ bottom }) => bottom > 1);
  const scrollTo = async (table: Locator, row: number): Promise<void> => {
    const { top } = (await rowsOf(table))[row]!;
    await table.evaluate((element, by) => element.scrollBy(0, by), top + 4);
  };
  await scrollTo(tables.first(), 2);
  await expect.poll(() => rowOf(tables.last())).toBe(2);
  await scrollTo(tables.last(), 1);
  await expect.poll(() => rowOf(tables.first())).toBe(1);
  await page.keyboard.press('Alt+l');
  await expect(article(page)).toHaveAttribute('lang', 'en');
  await expect.poll(() => rowOf(tables.first())).toBe(1);
  await expect.poll(() => rowOf(tables.last())).toBe(1);
  await nextWay(page, 'stacked');
  await nextWay(page, 'off');
  await page.setViewportSize({ width: 800, height: 560 });
  await expect.poll(() => rowOf(tables.first())).toBe(1);
});
