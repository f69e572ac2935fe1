import { isDarkTheme, themes } from '../../core/contract/theme.ts';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, contents, openChapter } from './person.ts';

for (const [systemLanguage, chapter] of [
  ['zh-CN', 'Intel SGX'],
  ['en-US', 'Hygon CSV'],
] as const) {
  test.describe(`in ${systemLanguage}`, () => {
    test.use({ systemLanguage });

    for (const theme of themes) {
      test(`axe finds nothing in the ${theme} theme: text, settings, shortcuts, drawer`, async ({ page }) => {
        await page.emulateMedia({
          colorScheme: isDarkTheme(theme) ? 'dark' : 'light',
          contrast: theme.startsWith('contrast') ? 'more' : 'no-preference',
          reducedMotion: 'reduce',
        });
        if (theme === 'sepia') await page.keyboard.press('Alt+t');
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await openChapter(page, chapter);
        expect(await findings(page)).toEqual([]);

        await page.getByRole('button', { name: /^(设置|Settings)$/ }).click();
        const settings = page.getByRole('dialog', { name: /^(设置|Settings)$/ });
        await expect(settings).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(settings).toBeHidden();

        await page.keyboard.press('?');
        await expect(page.getByRole('dialog', { name: /^(快捷键|Keyboard shortcuts)$/ })).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');

        await page.setViewportSize({ width: 390, height: 844 });
        await page.getByRole('button', { name: /^(显示或收起目录|Show or hide the contents)$/ }).click();
        await expect(contents(page)).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}

test('axe finds nothing in any chapter', async ({ page }) => {
  // Forty chapters, a moment each.
  test.setTimeout(600_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await contents(page).getByRole('link').first().waitFor();
  // Chapters, not the headings below the open one.
  const addresses = await contents(page)
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')!).filter((address) => /^#\/[^/]+$/.test(address)),
    );
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of addresses) {
    await contents(page).locator(`a[href="${address}"]`).click();
    await article(page)
      .locator(`[data-block="${address.slice(2)}.0"]`)
      .waitFor();
    await expect(article(page).locator('.block:empty')).toHaveCount(0);
    expect.soft(await findings(page), address).toEqual([]);
  }
});

test('every stop of the Tab key can be seen to have the focus, and nothing lies over it', async ({ page }) => {
  const amiss: string[] = [];
  // Through the bar and down the contents, which scroll.
  for (let stop = 0; stop < 45; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement!;
      const { x, y, width, height } = element.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      const name = element.textContent || element.getAttribute('aria-label');
      if (getComputedStyle(element).outlineStyle === 'none') return `no ring: ${name}`;
      return top !== null && (element.contains(top) || top.contains(element)) ? '' : `covered: ${name}`;
    });
    if (found !== '') amiss.push(found);
  }
  expect(amiss).toEqual([]);
});
