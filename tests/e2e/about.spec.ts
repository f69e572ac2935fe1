import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article } from './person.ts';

for (const [systemLanguage, colorScheme, command, title] of [
  ['zh-CN', 'light', '关于Recto与诊断信息', '关于Recto'],
  ['en-US', 'dark', 'About Recto, and diagnosis', 'About Recto'],
] as const) {
  test.describe(`in ${systemLanguage}, ${colorScheme}`, () => {
    test.use({ systemLanguage });

    test('says what it is, and can be copied for a report; axe finds nothing', async ({ page, host }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(article(page).getByRole('heading', { level: 1 })).toBeVisible();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(command);
      await page.getByRole('option', { name: new RegExp(command) }).click();
      const panel = page.getByRole('dialog', { name: title });
      const diagnosis = panel.getByRole('region');
      await expect(diagnosis).toContainText(`(${host})`);
      await expect(diagnosis).toContainText('started');
      expect(await findings(page)).toEqual([]);
      if (host === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await panel.getByRole('button', { name: /^(复制|Copy)$/ }).click();
      await expect(page.getByText(/^(诊断信息已复制|Diagnosis copied)$/)).toBeAttached();
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    });
  });
}
