/** A start with everything as it comes, for a reader whose settings are in the way. */
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, atRest, openChapter } from './person.ts';

for (const [systemLanguage, words] of Object.entries({
  'zh-CN': { banner: '安全模式' },
  'en-US': { banner: 'safe mode' },
} as const)) {
  test.describe(systemLanguage, () => {
    test.use({ systemLanguage: systemLanguage as 'zh-CN' | 'en-US', args: ['--safe-mode'] });

    test('a banner says what is set aside until it is closed; settings are for this time, marks are for good', async ({
      page,
      reader,
    }) => {
      const banner = page.getByRole('status').filter({ hasText: new RegExp(words.banner, 'i') });
      await expect(banner).toBeVisible();
      await atRest(page);
      expect(await findings(page)).toEqual([]);
      await banner.getByRole('button').click();
      await expect(banner).toHaveCount(0);

      const before = await page.locator('html').getAttribute('data-theme');
      await page.keyboard.press('Alt+t');
      await expect(page.locator('html')).not.toHaveAttribute('data-theme', before ?? '');
      await openChapter(page, 'Intel SGX');
      await page.keyboard.press('j');
      await page.keyboard.press('Control+d');
      const bookmark = (on: typeof page) =>
        on.getByRole('main').getByRole('button', { name: /^(?:书签|Bookmark)[:：]/ });
      await expect(bookmark(page)).toHaveCount(1);

      const again = await reader.restart();
      await expect(again.getByRole('status').filter({ hasText: new RegExp(words.banner, 'i') })).toBeVisible();
      await expect(again.locator('html')).toHaveAttribute('data-theme', before ?? '');
      // Where one was is set aside, too.
      await expect(article(again).getByRole('heading', { level: 1 })).not.toContainText('SGX');
      await openChapter(again, 'Intel SGX');
      await expect(bookmark(again)).toHaveCount(1);
    });
  });
}
