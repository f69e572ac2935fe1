import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, openChapter } from './person.ts';

test('an outside link is shown in full and opened only after an answer', async ({ page, reader, host }) => {
  test.skip(host === 'electron', 'There the host asks with a dialog of the system; see tests/electron.');
  await openChapter(page, 'Intel SGX');
  const link = article(page).locator('a[data-external]').first();
  const address = (await link.getAttribute('href'))!;
  const before = page.url();
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '打开外部链接？' });
  await expect(dialog).toContainText(address);
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();

  await link.click({ modifiers: ['ControlOrMeta'] });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  expect(reader.outside).toEqual([]);
});

test('an address can be copied instead', async ({ page, host }) => {
  test.skip(host === 'electron', 'There the host asks with a dialog of the system; see tests/electron.');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openChapter(page, 'Intel SGX');
  const link = article(page).locator('a[data-external]').first();
  await link.click();
  await page.getByRole('button', { name: '复制地址' }).click();
  await expect(page.getByText('地址已复制')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.getAttribute('href'));
});
