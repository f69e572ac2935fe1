/** Bookmarks, highlights and notes. */
import type { Page } from 'playwright/test';
import { changeElsewhere, makeMarks, markBlocks, writeNote, manyMarks, openMarks, openNotesFolder } from '../steps.ts';
import { hostCall } from '../../e2e/host-call.ts';
import { view, type View } from '../view.ts';

/** As if a file were dropped on the window, or opened with Recto. */
async function arrive(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([title = '', content = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([content], title));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
  await page.locator('dialog [role="status"]:not(:empty)').waitFor();
}

export const markViews: readonly View[] = [
  view('marks', async (page) => {
    await makeMarks(page);
    await page.keyboard.press('m');
    await page.locator('dialog li').first().waitFor();
    await page.keyboard.press('Tab');
    await page.locator('dialog li input[type="checkbox"]').nth(1).click();
  }),
  view(
    'marks-filter',
    async (page) => {
      await makeMarks(page);
      await page.keyboard.press('m');
      await page.locator('dialog details > summary').first().click();
    },
    { widths: [360] },
  ),
  view('marks-bin', async (page) => {
    await makeMarks(page);
    await page.keyboard.press('m');
    await page.locator('dialog li input[type="checkbox"]').first().focus();
    await page.keyboard.press('Delete');
    await page.locator('dialog input[type="radio"]').nth(1).check({ force: true });
    await page.locator('dialog li').first().waitFor();
  }),
  view(
    'notes-folder',
    async (page) => {
      await makeMarks(page);
      await openNotesFolder(page);
      await page.locator('dialog button[data-tone="primary"]').click();
      await page.locator('dialog section li').first().waitFor();
    },
    { keepsNotes: true },
  ),
  view(
    'notes-folder-none',
    async (page) => {
      await openNotesFolder(page);
      await page.locator('dialog button[data-tone="primary"]').click();
      await page.locator('dialog code').waitFor();
    },
    { widths: [360, 1280] },
  ),
  ...(['figure', 'table', 'code'] as const).map((kind) =>
    view(`mark-on-${kind}`, async (page) => {
      await markBlocks(page);
      const block = page.locator(`main article [data-kind="${kind}"]`).first();
      await block.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    }),
  ),
  view('arrived-marks', async (page) => {
    await makeMarks(page);
    const { text } = await hostCall(page, 'marks:export', { bookId: 'cncc', format: 'annotation', lang: 'zh' });
    await arrive(
      page,
      '读书会的笔记 2026-11-28.annotation',
      text.replaceAll('"clock": ', '"clock": 9').replaceAll('"label": null', '"label": "2026"'),
    );
  }),
  view('arrived-refused', (page) => arrive(page, 'reading circle.annotation', '{"annotations": [')),
  view('note-margin', async (page) => {
    await writeNote(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(300);
  }),
  view('note-write', async (page) => {
    await writeNote(page);
    await page.waitForTimeout(500);
  }),
  view('note-read', async (page) => {
    await writeNote(page);
    await page.keyboard.press('Control+Shift+P');
    await page.locator('[data-note-text]').first().waitFor();
  }),
  view('note-conflict', async (page) => {
    await writeNote(page);
    await page.keyboard.press('Control+Enter');
    const sign = page.locator('ul li button', { hasText: 'SGX1' }).or(page.locator('ul button[aria-label*="SGX1"]'));
    await sign.first().click();
    await page.getByRole('radio').first().click();
    await page.locator('section textarea').fill('先核对 SGX1 与 SGX2 的差别，再看工具链。');
    await page.evaluate(changeElsewhere, '先核对 SGX1 与 SGX2 的差别。\n\n规范在第4章。');
    await page.locator('section [role="alert"]').waitFor();
  }),
  view('context-menu-mark', async (page) => {
    await makeMarks(page);
    await page.keyboard.press('m');
    await page
      .locator('dialog li')
      .nth(1)
      .click({ button: 'right', position: { x: 60, y: 12 } });
    await page.getByRole('menu').waitFor();
  }),
  view('marks-none', async (page) => {
    await page.keyboard.press('m');
    await page.locator('dialog [role="status"]').first().waitFor();
  }),
  view('marks-facets', async (page) => {
    await manyMarks(page);
    await openMarks(page);
    const facets = page.locator('dialog details').first();
    if (await facets.locator('summary').isVisible()) await facets.locator('summary').click();
    await page.locator('dialog input[type="checkbox"]:visible').nth(2).check({ force: true });
  }),
  view('marks-meanings', async (page) => {
    await manyMarks(page);
    await openMarks(page);
    const more = page.locator('dialog details').filter({ has: page.locator('details') });
    if (!(await more.locator('details summary').isVisible())) await more.locator('> summary').click();
    await more.locator('details summary').click();
    const fields = more.locator('details input');
    await fields.nth(0).fill('要点 / key point');
    await fields.nth(1).fill('待核对 / to be checked');
    await fields.nth(2).focus();
  }),
  view('marks-selected', async (page) => {
    await manyMarks(page);
    await openMarks(page);
    await page.locator('dialog li input[type="checkbox"]').first().focus();
    for (let row = 0; row < 3; row += 1) await page.keyboard.press('Shift+ArrowDown');
  }),
  view('marks-import', async (page) => {
    await manyMarks(page);
    const { text } = await hostCall(page, 'marks:export', { bookId: 'cncc', format: 'annotation', lang: 'en' });
    // Some of them as if they were from elsewhere.
    const others = text.replaceAll(/urn:uuid:[01234]/g, 'urn:uuid:f');
    await openMarks(page);
    await page.locator('dialog input[type="file"]').setInputFiles({
      name: 'notes.annotation',
      mimeType: 'application/json',
      buffer: Buffer.from(others),
    });
    const fold = page.locator('dialog details:has(details) > summary');
    const take = page.locator('dialog button[data-tone="primary"]');
    await take.waitFor({ state: 'attached' });
    if (!(await take.isVisible())) await fold.click();
  }),
  view('marks-erase', async (page) => {
    await manyMarks(page);
    await openMarks(page);
    await page.locator('dialog li input[type="checkbox"]').first().focus();
    await page.keyboard.press('Delete');
    await page.locator('dialog input[type="radio"]').nth(1).check({ force: true });
    await page
      .getByRole('button', { name: /^(彻底删除|Erase)$/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: /^(彻底删除|Erase )/ }).waitFor();
  }),
];
