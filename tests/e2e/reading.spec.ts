import { expect, test } from './fixtures.ts';
import { article, blockAtLine, contents, openChapter } from './person.ts';

test('opens on readable text, in the language of the system', async ({ page, reader }) => {
  await expect(article(page).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(article(page)).toHaveAttribute('lang', 'zh');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(contents(page).getByRole('link').first()).toBeVisible();
  await expect(page).toHaveTitle(/ – 云原生机密计算/);
  expect(reader.errors).toEqual([]);
  expect(reader.outside).toEqual([]);
});

test('asks for nothing outside and breaks no rule of its own, through the whole book and all panels', async ({
  page,
  reader,
}) => {
  // Every chapter in both languages: eighty pages.
  test.setTimeout(300_000);
  const links = contents(page).locator('[aria-current="page"], [data-row]:not([data-row*="/"]) a');
  await expect(links.nth(5)).toBeVisible();
  const names = await links.allInnerTexts();
  expect(names.length).toBeGreaterThan(5);
  for (const lang of ['用英语阅读', '用中文阅读']) {
    for (const link of await links.all()) {
      await link.click();
      await expect(link).toHaveAttribute('aria-current', 'page');
    }
    await page.getByRole('button', { name: lang }).click();
  }
  await page.getByRole('button', { name: '切换主题' }).click();
  await page.getByRole('button', { name: '设置' }).click();
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(reader.errors).toEqual([]);
  expect(reader.outside).toEqual([]);
});

test('opens a chapter from the contents and names it in title, contents and bar', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText('SGX');
  await expect(contents(page).locator('[aria-current="page"]')).toHaveText('Intel SGX');
  await expect(page.locator('header').first()).toContainText('Intel SGX');
  await expect(page).toHaveTitle(/SGX.* – /);
});

test('leads to the next and the previous chapter', async ({ page }) => {
  const first = await article(page).getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: /下一章/ }).click();
  await expect(article(page).getByRole('heading', { level: 1 })).not.toHaveText(first);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.getByRole('link', { name: /上一章/ }).click();
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText(first);
});

test('changes chapters with single keys, but not while a dialog is open', async ({ page }) => {
  const heading = article(page).getByRole('heading', { level: 1 });
  const first = await heading.innerText();
  await page.keyboard.press(']');
  await expect(heading).not.toHaveText(first);
  await page.keyboard.press('[');
  await expect(heading).toHaveText(first);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press(']');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(heading).toHaveText(first);
});

test('shows code, tables, figures and call-outs', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await expect(article(page).locator('figure.code').first()).toBeVisible();
  await expect(article(page).getByRole('table').first()).toBeVisible();
  await expect(article(page).locator('figure.figure svg').first()).toBeVisible();
  await expect(article(page).getByRole('note').first()).toBeVisible();
});

test('has nothing wider than a narrow window, at any size of text', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  }
});

test('follows the reader in the contents', async ({ page }) => {
  await openChapter(page, 'Intel SGX');
  await contents(page).getByRole('link', { name: '远程证明', exact: true }).click();
  const current = contents(page).locator('[aria-current="location"]');
  await expect(current).toHaveText('远程证明');
  expect(await blockAtLine(page)).toMatchObject({ kind: 'heading' });
  await page.evaluate(() => scrollTo({ top: 0 }));
  await expect(current).toHaveCount(0);
});
