/** Books that others brought along, and what the compiler said of them. */
import { strToU8, zipSync } from 'fflate';
import { openShelf } from '../steps.ts';
import { view, type View } from '../view.ts';

export const shelfViews: readonly View[] = [
  view('shelf', async (page) => {
    await page.keyboard.press('Control+o');
    await page.locator('dialog [data-open]').first().waitFor();
  }),
  view('shelf-full', openShelf, { shelf: 'full' }),
  view(
    'shelf-report',
    async (page) => {
      await openShelf(page);
      await page.getByRole('button', { name: /错误|mistake/ }).click();
      await page.locator('dialog summary').first().waitFor();
    },
    { shelf: 'full' },
  ),
  view(
    'shelf-remove',
    async (page) => {
      await openShelf(page);
      await page
        .getByRole('button', { name: /^(移除|Remove)$/ })
        .first()
        .click();
    },
    { shelf: 'full' },
  ),
  view('shelf-refused', async (page) => {
    await openShelf(page);
    await page
      .locator('dialog input[type="file"]')
      .first()
      .setInputFiles({
        name: 'notes.zip',
        mimeType: 'application/zip',
        buffer: Buffer.from(zipSync({ 'README.md': strToU8('# Nothing') })),
      });
    await page.locator('dialog [data-kind="refused"]').waitFor();
  }),
];
