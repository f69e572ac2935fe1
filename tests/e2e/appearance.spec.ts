import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { article, blockAtLine, openChapter, readOn } from './person.ts';

const canvas = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const openSettings = (page: Page): Promise<void> => page.getByRole('button', { name: '设置' }).click();
const row = (page: Page, name: string): Locator => page.getByRole('radiogroup', { name, exact: true });
const theme = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-theme');

/** What the paragraphs on the page are set in. */
const setting = (page: Page) =>
  article(page)
    .locator('[data-kind="paragraph"] > p')
    // The first is the lead, and a little larger.
    .nth(1)
    .evaluate((element) => {
      const { fontSize, lineHeight, fontFamily, textAlign } = getComputedStyle(element);
      const { width } = element.getBoundingClientRect();
      return { size: fontSize, leading: Number.parseFloat(lineHeight), family: fontFamily, textAlign, width };
    });

test('goes from light to sepia to dark by one button, and keeps the theme after a restart', async ({
  page,
  reader,
}) => {
  const light = await canvas(page);
  await page.getByRole('button', { name: '切换主题' }).click();
  await expect.poll(() => theme(page)).toBe('sepia');
  await page.keyboard.press('Alt+t');
  await expect.poll(() => theme(page)).toBe('dark');
  const dark = await canvas(page);
  expect(dark).not.toBe(light);
  const again = await reader.restart();
  await expect.poll(() => canvas(again)).toBe(dark);
  await again.keyboard.press('Alt+t');
  await expect.poll(() => canvas(again)).toBe(light);
});

test('follows the system, in contrast too, until a theme is chosen', async ({ page }) => {
  const light = await canvas(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => theme(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  await expect.poll(() => canvas(page)).toBe('rgb(0, 0, 0)');
  await page.getByRole('button', { name: '切换主题' }).click();
  await expect.poll(() => theme(page)).toBe('contrast-light');
  await openSettings(page);
  await row(page, '主题').getByText('浅色', { exact: true }).click();
  await expect.poll(() => canvas(page)).toBe(light);
});

test('is painted in the chosen theme from its first picture on', async ({ page, reader }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openSettings(page);
  await row(page, '主题').getByText('深色', { exact: true }).click();
  await expect.poll(() => theme(page)).toBe('dark');
  const again = await reader.restart();
  // The page as the host gives it, before any script of it has run.
  const html = await again.evaluate(async () => (await fetch('/')).text());
  expect(html).toContain('<html data-theme="dark"');
});

test('sets the text as it is wanted, at once and on the same block, and keeps it all after a restart', async ({
  page,
  reader,
}) => {
  const before = await setting(page);
  await openChapter(page, 'Intel SGX');
  const seen = await readOn(page, 2500);
  const stays = () => expect.poll(async () => (await blockAtLine(page)).id).toBe(seen.id);
  await openSettings(page);
  for (const more of ['字号：增大', '字号：增大', '行距：增大', '代码字号：减小']) {
    await page.getByRole('button', { name: more, exact: true }).click();
    await stays();
  }
  for (const [name, choice] of [
    ['行宽', '窄'],
    ['对齐', '左侧'],
    ['中文字体', '黑体'],
    ['代码字体', '系统'],
  ] as const) {
    await row(page, name).getByText(choice, { exact: true }).click();
    await stays();
  }
  const check = async (page: Page): Promise<void> => {
    const now = await setting(page);
    expect(now.size).toBe('21.6px');
    expect(now.leading).toBeCloseTo(21.6 * 1.85, 1);
    expect(now.family).toMatch(/^"Recto Sans SC"/);
    expect(now.textAlign).toBe('start');
    expect(now.width / 21.6).toBeCloseTo(30, 0);
    const code = article(page).locator('pre').first();
    expect(Number.parseFloat(await code.evaluate((pre) => getComputedStyle(pre).fontSize))).toBeCloseTo(14.58, 1);
    expect(await code.evaluate((pre) => getComputedStyle(pre).fontFamily)).toMatch(/^ui-monospace/);
  };
  expect(before).toMatchObject({ size: '18px', textAlign: 'justify' });
  await check(page);
  const again = await reader.restart();
  await expect.poll(async () => (await blockAtLine(again)).id).toBe(seen.id);
  await check(again);
});

test('gives a setting its first value back, one by one and all together', async ({ page }) => {
  await openSettings(page);
  const size = page.getByRole('group', { name: '字号', exact: true });
  await page.getByRole('button', { name: '字号：减小', exact: true }).click();
  await expect(size).toContainText('90%');
  await row(page, '行宽').getByText('宽', { exact: true }).click();
  await page.getByRole('button', { name: '字号：还原', exact: true }).click();
  await expect(size).toContainText('100%');
  await expect(page.getByRole('button', { name: '字号：减小', exact: true })).toBeFocused();
  await expect(row(page, '行宽').getByLabel('宽', { exact: true })).toBeChecked();
  await row(page, '主题').getByText('米黄').click();
  await page.getByRole('button', { name: '全部还原' }).click();
  await expect(row(page, '行宽').getByLabel('适中')).toBeChecked();
  await expect(row(page, '主题').getByLabel('跟随系统')).toBeChecked();
  await expect(page.getByRole('button', { name: /还原$/ })).toHaveCount(1);
});

test('is set by the keyboard alone', async ({ page }) => {
  await page.keyboard.press('Control+,');
  const panel = page.getByRole('dialog', { name: '设置' });
  await expect(panel).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => theme(page)).toBe('contrast-dark');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  // It does not stay open over what the Tab key comes to behind it.
  await page.keyboard.press('Control+,');
  await panel.getByRole('button', { name: '全部还原' }).focus();
  await page.keyboard.press('Tab');
  await expect(panel).toBeHidden();
  await page.keyboard.press('Control+>');
  await expect.poll(async () => (await setting(page)).size).toBe('19.8px');
  await page.keyboard.press('Control+<');
  await expect.poll(async () => (await setting(page)).size).toBe('18px');
});

for (const [width, height, size] of [
  [360, 700, 300],
  [800, 600, 200],
] as const) {
  test(`nothing is cut at ${width} pixels with text of ${size} per cent`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const now = async () => Number.parseFloat((await setting(page)).size);
    while ((await now()) < (18 * size) / 100) await page.keyboard.press('Control+>');
    for (const chapter of ['intel-sgx', 'amd-sev', 'hygon-csv']) {
      await page.evaluate((id) => {
        location.hash = `#/${id}`;
      }, chapter);
      await expect(article(page).locator(`[data-block="${chapter}.0"]`)).toBeVisible();
      const cut = await page.evaluate(() => {
        const wide = (element: Element): boolean => element.getBoundingClientRect().right > innerWidth + 1;
        // What scrolls in a box of its own is not cut.
        const parts = Array.from(document.querySelectorAll('header *, main *:not(pre *, .table-scroll *, .drawing *)'));
        return parts.filter((part) => wide(part) && !part.closest('.visually-hidden')).map((part) => part.outerHTML);
      });
      expect(cut).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

test('speaks the language that is set, while the text stays in its own', async ({ page, reader }) => {
  await page.getByRole('button', { name: '设置' }).click();
  await row(page, '界面语言').getByText('English').click();
  await expect(page.getByRole('button', { name: 'Show or hide the contents' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(article(page)).toHaveAttribute('lang', 'zh');
  const again = await reader.restart();
  await expect(again.getByRole('button', { name: 'Settings' })).toBeVisible();
});

test.describe('on an English system', () => {
  test.use({ systemLanguage: 'en-US' });

  test('interface and text are English, and nothing in the interface is Chinese but the sign of the language', async ({
    page,
  }) => {
    await expect(article(page)).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
    const bar = await page.locator('header').first().innerText();
    expect(bar.replaceAll('中', '')).not.toMatch(/\p{Script=Han}/u);
  });
});
