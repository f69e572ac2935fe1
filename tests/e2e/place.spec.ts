import { expect, test } from './fixtures.ts';
import { article, atRest, blockAtLine, contents, openChapter, readOn, topOf } from './person.ts';
import { lineAt, lineOf, toMiddleOfLongest } from './lines.ts';

test('returns from a link to the exact block it was followed from', async ({ page }) => {
  await openChapter(page, 'Intel TDX');
  const link = article(page).locator('a[href^="#/"]').first();
  await readOn(page, 300);
  const before = await blockAtLine(page);
  await link.click();
  await expect(contents(page).locator('[aria-current="page"]')).not.toHaveText('Intel TDX');
  await page.getByRole('button', { name: '后退' }).click();
  await expect(contents(page).locator('[aria-current="page"]')).toHaveText('Intel TDX');
  await expect.poll(async () => (await blockAtLine(page)).id).toBe(before.id);
  expect(Math.abs((await blockAtLine(page)).top - before.top)).toBeLessThan(2);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(contents(page).locator('[aria-current="page"]')).not.toHaveText('Intel TDX');
});

test('keeps the same block at the same height when the language is switched, and when it is switched back', async ({
  page,
}) => {
  await openChapter(page, 'Intel SGX');
  await readOn(page, 2500);
  // The first block that begins on the screen is the one the eye is on.
  const seen = await page.evaluate(() => {
    const line = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
    const blocks = Array.from(document.querySelectorAll<HTMLElement>('[data-block]'));
    const block = blocks.find((candidate) => candidate.getBoundingClientRect().top > line - 1)!;
    return { id: block.dataset.block!, top: block.getBoundingClientRect().top };
  });
  for (const [button, lang] of [
    ['用英语阅读', 'en'],
    ['用中文阅读', 'zh'],
    ['用英语阅读', 'en'],
    ['用中文阅读', 'zh'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await expect(article(page)).toHaveAttribute('lang', lang);
    await page.evaluate(() => document.fonts.ready);
    await expect.poll(async () => Math.abs((await topOf(page, seen.id)) - seen.top)).toBeLessThan(3);
  }
});

test('keeps the block when the window becomes narrower and wider again', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  const before = await readOn(page, 2000);
  for (const width of [700, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(async () => (await blockAtLine(page)).id).toBe(before.id);
  }
  expect(Math.abs((await blockAtLine(page)).top - before.top)).toBeLessThan(2);
});

test('keeps the very line of a long block, whatever the width, the size of the text and the wrapping', async ({
  page,
}) => {
  await page.evaluate(() => (location.hash = '#/sev-containers'));
  await page.locator('[data-block="sev-containers.0"]').waitFor();
  for (const kind of ['code', 'list', 'table'] as const) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await toMiddleOfLongest(page, kind);
    const before = await lineAt(page);
    // Narrow, the table scrolls by itself; larger, more lines of code are broken.
    for (const [width, key] of [
      [390, 'Control+>'],
      [800, 'Alt+z'],
      [1280, 'Control+<'],
      [1280, 'Alt+z'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.keyboard.press(key);
      await atRest(page);
      const { top, lineHeight } = await lineOf(page, before);
      expect(Math.abs(top - before.top), `${kind} at ${width} pixels`).toBeLessThan(lineHeight);
    }
    expect(Math.abs((await lineOf(page, before)).top - before.top), kind).toBeLessThan(2);
  }
});

test('opens again at the very block it was closed at, in the same language', async ({ page, reader }) => {
  await openChapter(page, 'AMD SEV');
  await page.getByRole('button', { name: '用英语阅读' }).click();
  await expect(article(page)).toHaveAttribute('lang', 'en');
  const before = await readOn(page, 1700);
  const again = await reader.restart();
  await expect(article(again)).toHaveAttribute('lang', 'en');
  await again.evaluate(() => document.fonts.ready);
  await expect.poll(async () => (await blockAtLine(again)).id).toBe(before.id);
  expect(Math.abs((await blockAtLine(again)).top - before.top)).toBeLessThan(2);
});

test('keeps the block through a reload', async ({ page }) => {
  await openChapter(page, 'Arm CCA');
  const before = await readOn(page, 1200);
  await page.reload();
  await expect(article(page)).toBeVisible();
  await expect.poll(async () => (await blockAtLine(page)).id).toBe(before.id);
});

test('marks the target of a jump and gives it the focus', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await contents(page).getByRole('link', { name: '密封', exact: true }).click();
  const block = article(page).locator('[data-marked]');
  await expect(block).toContainText('密封');
  await expect(block).toBeFocused();
  await expect(block).toHaveCount(0);
});
