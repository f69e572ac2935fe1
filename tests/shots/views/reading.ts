/** The text, and what stands on or beside it. */
import type { Page } from 'playwright/test';
import { hoverTerm, openAt, openBoth } from '../steps.ts';
import { view, type View } from '../view.ts';

const innerWidthOf = (page: Page): number => page.viewportSize()?.width ?? 0;
const at = (hash: string) => (page: Page) => openAt(page, hash);

export const start = view('start', () => Promise.resolve());
export const figure = view('figure', at('#/amd-sev/architecture'));

export const readingViews: readonly View[] = [
  start,
  figure,
  view('code', at('#/intel-tdx/generations')),
  view('commands', at('#/csv-vm')),
  view('table', at('#/tee-comparison/how-to-read')),
  view('index', at('#/glossary')),
  view('end', async (page) => {
    await openAt(page, '#/occlum');
    await page.locator('.block:empty').first().waitFor({ state: 'detached' });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  }),
  view('side', (page) => openBoth(page, '#/amd-sev/architecture', 'side'), { widths: [800, 1280, 1920] }),
  view('stacked', (page) => openBoth(page, '#/intel-sgx', 'stacked'), { widths: [360, 1280] }),
  view('contents', (page) => page.keyboard.press('Control+Shift+O'), { widths: [360, 800] }),
  view('contents-read', async (page) => {
    if (innerWidthOf(page) < 1000) await page.keyboard.press('Control+Shift+O');
    for (const target of ['introduction', 'openanolis/origin', 'intel-sgx']) {
      const link = page.locator(`a[href="#/${target}"]`);
      const row = page.locator('nav [data-row]').filter({ has: link });
      // It stays read from one width to the next.
      if (await row.locator('[data-state="done"]').isVisible()) continue;
      await row.locator(link).focus();
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: /^(标为已读|Mark as read)/ }).press('Enter');
      await row.locator('[data-state="done"]').waitFor();
    }
  }),
  view('link-card', async (page) => {
    await openAt(page, '#/amd-sev');
    await page.locator('article a[href^="#/"]').first().hover();
    await page.getByRole('tooltip').waitFor();
  }),
  view('way-back', async (page) => {
    await openAt(page, '#/amd-sev');
    await page.locator('article a[href^="#/"]').first().click();
    await page.waitForTimeout(300);
  }),
  view('term-card', async (page) => {
    await openAt(page, '#/intel-sgx');
    await hoverTerm(page);
  }),
  view('text-alone', async (page) => {
    await openAt(page, '#/intel-sgx');
    await page.keyboard.press('z');
  }),
  view('manual', async (page) => {
    await page.keyboard.press('F1');
    await page.waitForURL(/book=manual/);
    await page.locator('main article h1').waitFor();
  }),
  view('block-menu', async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
  }),
  view('context-menu', async (page) => {
    await openAt(page, '#/intel-tdx/generations');
    await page.locator('article figure.code').first().click({ button: 'right' });
    await page.getByRole('menu').waitFor();
  }),
  view('context-menu-words', async (page) => {
    await openAt(page, '#/intel-sgx');
    const paragraph = page.locator('main article [data-kind="paragraph"]').first();
    await paragraph.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
      getSelection()!.setBaseAndExtent(text, 0, text, 20);
    });
    await paragraph.click({ button: 'right', position: { x: 6, y: 12 } });
    await page.getByRole('menu').waitFor();
  }),
  view('context-menu-contents', async (page) => {
    if (innerWidthOf(page) < 1000) await page.keyboard.press('Control+Shift+O');
    await page.locator('nav a[href="#/intel-sgx"]').click({ button: 'right' });
    await page.getByRole('menu').waitFor();
  }),
  view('find', async (page) => {
    await openAt(page, '#/intel-sgx');
    await page.keyboard.press('Control+f');
    await page.locator('input:focus').fill('enclave');
    await page.waitForTimeout(500);
  }),
  view('selection', async (page) => {
    await openAt(page, '#/intel-sgx');
    const tools = page.locator('[role="toolbar"]:popover-open');
    // They come with the marks, when the page is at rest.
    for (let length = 4; length < 24 && !(await tools.isVisible()); length += 1) {
      await page.evaluate((end) => {
        const [text] = document.querySelector('main article [data-kind="paragraph"] p')!.childNodes;
        getSelection()!.setBaseAndExtent(text!, 0, text!, Math.min(end, text!.textContent!.length));
      }, length);
      await page.waitForTimeout(500);
    }
    await tools.waitFor();
  }),
  view('find-nothing', async (page) => {
    await page.keyboard.press('Control+f');
    await page.locator('input:focus').fill('qqqq');
    await page.waitForTimeout(500);
  }),
  view(
    'footnote',
    async (page) => {
      await page
        .locator('article')
        .getByRole('link', { name: /^(注|Note )1$/ })
        .click();
      await page.locator('[popover]:popover-open').waitFor();
    },
    { book: 'footnotes' },
  ),
];
