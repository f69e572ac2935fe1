/** What opens over the text. */
import { openAt, search } from '../steps.ts';
import { view, type View } from '../view.ts';

export const panelViews: readonly View[] = [
  view('viewer', async (page) => {
    await openAt(page, '#/amd-sev/architecture');
    await page.locator('figure.figure .drawing').first().click();
    await page.getByRole('dialog').waitFor();
  }),
  view('term-list', async (page) => {
    await openAt(page, '#/intel-sgx');
    await page.keyboard.press('g');
    await page.getByRole('dialog').waitFor();
  }),
  view('value', async (page) => {
    await openAt(page, '#/cluster-setup');
    await page.locator('.tok-placeholder').first().click();
    await page.getByRole('dialog').waitFor();
  }),
  view('outside-link', async (page) => {
    await openAt(page, '#/occlum');
    await page.locator('article a[data-external]').first().click();
    await page.getByRole('dialog').waitFor();
  }),
  view('palette', async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
  }),
  view('palette-found', async (page) => {
    await search(page, 'sgx');
    await page.getByRole('option').first().waitFor();
  }),
  view('palette-nothing', async (page) => {
    await search(page, 'qqqq');
    await page.getByRole('status').filter({ hasText: 'qqqq' }).waitFor();
  }),
  view('search', async (page) => {
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').fill('TDX');
    await page.getByRole('option').first().waitFor();
  }),
  view('search-other-script', async (page) => {
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').fill('遠程證明');
    await page.getByRole('option').first().waitFor();
  }),
  view('search-notes', async (page) => {
    await page.keyboard.press('n');
    await page.locator('section textarea').fill('周五问运维：机密计算的节点够用吗？ Ask about confidential computing.');
    await page.keyboard.press('Control+Enter');
    await page.locator('section textarea').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').fill('机密计算');
    await page.getByRole('option').first().waitFor();
  }),
  view('settings', async (page) => {
    await page.keyboard.press('Control+,');
    await page.getByText(/^(行距|Line height)$/).waitFor();
  }),
  view('shortcuts', async (page) => {
    await page.keyboard.press('?');
    await page.locator('dialog kbd').first().waitFor();
  }),
  view('key-change', async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('button', { name: /^(更改按键：转到…|Change the keys: Go to…)$/ }).click();
    await page.keyboard.press('F3');
    await page.locator('[data-edited] button[data-tone="primary"]').waitFor();
  }),
  view('about', async (page) => {
    await search(page, '关于Recto与诊断信息');
    await page
      .getByRole('option', { name: /诊断信息|diagnosis/ })
      .first()
      .click();
    await page.locator('dialog').getByText('started').waitFor();
  }),
  view('palette-commands', (page) => search(page, 'md')),
  view('search-empty', async (page) => {
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').waitFor();
  }),
  view('search-nothing', async (page) => {
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('combobox').fill('qqqq');
    await page.waitForTimeout(500);
  }),
  view('paper', async (page) => {
    await page.keyboard.press('Control+p');
    await page.getByRole('dialog').locator('output').first().waitFor();
  }),
  view('paper-chapters', async (page) => {
    await page.keyboard.press('Control+p');
    await page.getByRole('dialog').getByRole('radio').nth(1).check({ force: true });
    await page.getByRole('dialog').getByRole('checkbox').nth(3).check();
  }),
  view('paper-saved', async (page) => {
    await page.keyboard.press('Control+p');
    await page.getByRole('button', { name: /EPUB/ }).click();
    await page.getByText(/^(已保存：|Saved: )/).waitFor();
  }),
  view('paper-pdf', async (page) => {
    await page.keyboard.press('Control+p');
    await page.getByRole('button', { name: /PDF…$/ }).click();
    await page.getByRole('dialog').getByRole('status').waitFor();
  }),
];
