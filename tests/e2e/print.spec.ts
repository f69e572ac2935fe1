import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

test('a browser’s own print command puts the whole chapter on paper and nothing else, in the light theme', async ({
  page,
  host,
}) => {
  await openChapter(page, 'Intel TDX');
  await page.keyboard.press('Alt+t');
  await page.keyboard.press('Alt+t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: '目录' })).toBeHidden();
  // What is far below the window is laid out, too: each block has the height of its text.
  const last = article(page).locator('[data-block]').last();
  expect(await last.evaluate((block) => block.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
  const { article: wide, page: whole } = await page.evaluate(() => ({
    article: document.querySelector('article')!.scrollWidth,
    page: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(whole);
  await page.emulateMedia({ media: null });

  if (host === 'electron') return;
  await page.evaluate(() => {
    addEventListener('beforeprint', () => (document.title = document.documentElement.dataset.theme ?? ''));
  });
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  await expect(page).toHaveTitle('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
