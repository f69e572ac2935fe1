/** What is said when something is missing, damaged or cannot be kept. */
import { openAt } from '../steps.ts';
import { view, type View } from '../view.ts';

export const failureViews: readonly View[] = [
  view('host-gone', async (page) => {
    await page.context().setOffline(true);
    // Far from what is on the page and fetched ahead.
    await page.evaluate(() => {
      location.hash = location.hash.includes('intel-tdx') ? '#/occlum' : '#/intel-tdx';
    });
    await page.getByRole('alert').waitFor();
    await page.context().setOffline(false);
  }),
  view(
    'chapter-damaged',
    async (page) => {
      await page.evaluate(() => {
        location.hash = '#/intel-tdx';
      });
      await page.getByRole('alert').waitFor();
    },
    { book: 'damaged' },
  ),
  view('no-start', () => Promise.resolve(), { book: 'none' }),
  view(
    'translation-damaged',
    async (page) => {
      const shown = await page.locator('main article').getAttribute('lang');
      await page.route('**/api/book:read', (route) =>
        (route.request().postDataJSON() as { lang: string }).lang === shown ? route.continue() : route.abort(),
      );
      // Far from what is on the page, whose translation may have been fetched ahead.
      await openAt(page, page.url().includes('#/occlum') ? '#/intel-tdx' : '#/occlum');
      await page.keyboard.press('Alt+b');
      await page.getByRole('alert').waitFor();
      await page.unroute('**/api/book:read');
    },
    { widths: [360, 1280] },
  ),
  view('safe-mode', async (page) => page.locator('main h1').waitFor(), { safeMode: true }),
  view('not-kept', async (page) => page.locator('main h1').waitFor(), { store: 'blocked' }),
];
