/** Print and PDF of the product: the page's document goes through the host. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { electronBinary, noElectron } from '../helpers/electron-binary.ts';
import { readPdf, squeezed } from '../helpers/read-pdf.ts';
import { call, expectNoViolations, firstPage, launch, makeDataFolder } from './launch.ts';

test.skip(electronBinary() === undefined, noElectron);

let folder = '';
let app: ElectronApplication;
let page: Page;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-paper-'));
  app = await launch({ dataFolder: await makeDataFolder(), systemLanguage: 'en-US' });
  page = await firstPage(app);
  await page.evaluate(() => {
    location.hash = '#/arm-cca';
  });
  await page.locator('main article [data-block="arm-cca.0"]').waitFor();
});
test.afterEach(async () => {
  await expectNoViolations(app);
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** The reader answers the save dialog with that file; what Electron is asked to make of the page is noted down. */
async function answer(filePath: string): Promise<void> {
  await app.evaluate(({ dialog, BrowserWindow }, path) => {
    const orders: unknown[] = [];
    Object.assign(globalThis, { orders });
    Object.assign(dialog, {
      showSaveDialog: (...args: unknown[]) => {
        orders.push(args.at(-1));
        return Promise.resolve({ canceled: path === '', filePath: path });
      },
    });
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const printToPDF = contents.printToPDF.bind(contents);
    contents.printToPDF = (options) => {
      orders.push(options);
      return printToPDF(options);
    };
  }, filePath);
}

/** Notes down what the window's sign in the task bar is told, and what is said at the window's foot. */
async function noteProgress(): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const progress: number[] = [];
    Object.assign(globalThis, { progress });
    BrowserWindow.getAllWindows()[0]!.setProgressBar = (value) => void progress.push(value);
  });
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      for (const line of document.querySelectorAll('main [role=status] p')) said.push(line.textContent);
    }).observe(document.querySelector('main')!, { childList: true, subtree: true });
  });
}
const orders = () => app.evaluate(() => (globalThis as unknown as { orders: unknown[] }).orders);

async function order(button: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByRole('button', { name: button }).click();
}

test('a PDF is saved where the reader says, with the whole chapter', async () => {
  test.slow();
  const file = join(folder, 'cca.pdf');
  await answer(file);
  await noteProgress();
  await order('Save as PDF…');
  // The name is the reader's own, and no longer the one that was proposed.
  await expect(page.getByText('Saved: cca.pdf')).toBeVisible({ timeout: 120_000 });
  expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toContain(
    'Laying out the pages…',
  );
  await expect(page.getByText('Laying out the pages…')).toHaveCount(0);
  expect(await app.evaluate(() => (globalThis as unknown as { progress: number[] }).progress)).toEqual([2, -1]);
  expect(await orders()).toMatchObject([
    { defaultPath: 'Arm CCA Cloud-Native Confidential Computing.pdf', filters: [{ extensions: ['pdf'] }] },
    { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
  ]);
  const pdf = await readPdf(await readFile(file));
  expect(pdf.title).toBe('Arm CCA – Cloud-Native Confidential Computing');
  expect(pdf.size.map(Math.round)).toEqual([595, 842]);
  expect(pdf.pages.join('')).toContain(squeezed('How this relates to other chapters'.slice(0, 12)));
  await expect(page.locator('.paper')).toHaveCount(0);
});

test('an EPUB is saved where the reader says', async () => {
  test.slow();
  const file = join(folder, 'book.epub');
  await answer(file);
  await order('Export as EPUB…');
  await expect(page.getByText('Saved: book.epub')).toBeVisible({ timeout: 120_000 });
  expect((await readFile(file)).subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
  expect(await orders()).toMatchObject([{ filters: [{ extensions: ['epub'] }] }]);
});

test('who says nothing gets no PDF; a folder that is not there is named', async () => {
  test.slow();
  await answer('');
  await order('Save as PDF…');
  await expect.poll(async () => (await orders()).length, { timeout: 120_000 }).toBe(1);
  await expect(page.locator('.paper')).toHaveCount(0);
  await answer(join(folder, 'no such folder', 'cca.pdf'));
  await order('Save as PDF…');
  await expect(page.getByText(/“cca\.pdf” could not be saved/)).toBeVisible({ timeout: 120_000 });
});

test('the system’s print dialog is asked for the page, and its refusal is told', async () => {
  test.slow();
  await app.evaluate(({ BrowserWindow }) => {
    const printed: unknown[] = [];
    const answers: [boolean, string][] = [
      [true, ''],
      [false, 'Print job canceled'],
      [false, 'Invalid printer settings'],
    ];
    Object.assign(globalThis, { printed });
    BrowserWindow.getAllWindows()[0]!.webContents.print = (options, callback) => {
      printed.push(options);
      callback?.(...(answers[printed.length - 1] ?? [true, '']));
    };
  });
  const printed = () => app.evaluate(() => (globalThis as unknown as { printed: unknown[] }).printed);
  await order('Print…');
  await expect.poll(printed, { timeout: 120_000 }).toEqual([{ printBackground: true, pageSize: 'A4' }]);
  await expect(page.locator('.paper')).toHaveCount(0);
  expect(await call(page, 'paper:print', { size: 'letter' })).toEqual({ ok: true, value: { outcome: 'declined' } });
  await order('Print…');
  await expect(page.getByText(/could not be printed \(Invalid printer settings\)/)).toBeVisible({ timeout: 120_000 });
});

test('a request that the page never makes is refused', async () => {
  for (const request of [undefined, {}, { name: '../a.pdf' }, { name: 'a.exe' }, { name: 'a.pdf', path: '/tmp' }]) {
    expect(await call(page, 'paper:pdf', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
  for (const request of [undefined, {}, { size: 'a0' }, { size: 'a4', silent: true }]) {
    expect(await call(page, 'paper:print', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
});
