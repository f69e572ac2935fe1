/** Zoom and full screen belong to a window: the program has commands for them, and a browser does it by itself. */
import { expect, test } from './fixtures.ts';

test.use({ systemLanguage: 'en-US' });

const names = ['Zoom in', 'Zoom out', 'Actual size', 'Full screen'];

test('the commands are there where the window is the program’s own, and nowhere else', async ({ page, host }) => {
  const there = host === 'electron' ? 1 : 0;
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('New window', { exact: true })).toBeVisible();
  for (const name of names) await expect(sheet.getByText(name, { exact: true })).toHaveCount(there);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Full screen');
  await expect(page.getByRole('option', { name: /^Full screen/ })).toHaveCount(there);
});

test('a browser gets its own keys for them', async ({ page, host }) => {
  test.skip(host === 'electron', 'there the program has them');
  for (const key of ['=', '-', '0', 'F11']) {
    const prevented = await page.evaluate(
      (name) =>
        !document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: name, ctrlKey: name !== 'F11', bubbles: true, cancelable: true }),
        ),
      key,
    );
    expect(prevented, key).toBe(false);
  }
});
