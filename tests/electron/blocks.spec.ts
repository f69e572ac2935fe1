/** Code and figures of the edition in the product: what is copied goes through the host. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import type { Chapter } from '../../core/book/model.ts';
import { electronBinary, noElectron, repository } from '../helpers/electron-binary.ts';
import { expectNoViolations, firstPage, launch, makeDataFolder } from './launch.ts';

test.skip(electronBinary() === undefined, noElectron);

let dataFolder = '';
let app: ElectronApplication;
let page: Page;

test.beforeEach(async () => {
  dataFolder = await makeDataFolder();
  app = await launch({ dataFolder, systemLanguage: 'en-US' });
  page = await firstPage(app);
});
test.afterEach(async () => {
  await expectNoViolations(app);
  await app.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const open = (chapterId: string) =>
  page.evaluate((id) => {
    location.hash = `#/${id}`;
  }, chapterId);

test('code is copied as it stands in the book, and that is said', async () => {
  const file = join(repository, 'dist', 'books', 'cncc', 'chapters', 'en', 'cluster-setup.json');
  const chapter = JSON.parse(await readFile(file, 'utf8')) as Chapter;
  const block = chapter.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'code');
  if (block === undefined) throw new Error('The chapter has no code.');
  await open('cluster-setup');
  const shown = page.locator(`[data-block="${block.id}"]`);
  await shown.hover();
  await shown.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(block.text);
  await expect(page.getByRole('status').last()).toHaveText(/^Copied: /);
});

test('a figure is copied as a picture', async () => {
  await open('intel-sgx');
  await page.locator('figure.figure .drawing').first().click();
  await page.getByRole('button', { name: 'Copy as a picture' }).click();
  await expect(page.getByRole('dialog').getByRole('status').last()).toHaveText('Figure copied');
  const types = await app.evaluate(async ({ clipboard }) => (await clipboard.read()).flatMap((item) => item.types));
  expect(types).toEqual(['image/png']);
});
