import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

for (const [systemLanguage, chapter, colorScheme] of [
  ['zh-CN', 'AMD SEV', 'light'],
  ['en-US', 'AMD SEV', 'dark'],
] as const) {
  test.describe(`in ${systemLanguage}, ${colorScheme}`, () => {
    test.use({ systemLanguage });

    test('axe finds nothing in the palette, the menu of a block and the card of a link', async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openChapter(page, chapter);

      await page.keyboard.press('Control+K');
      await page.getByRole('combobox').fill('sgx');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await findings(page)).toEqual([]);
      // What stands at the head of a dialog is not the head of the page.
      await expect(page.getByRole('dialog').getByRole('banner')).toHaveCount(0);
      await page.keyboard.press('Escape');

      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');

      await article(page).locator('a[href^="#/"]').first().hover();
      await expect(page.getByRole('tooltip')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
