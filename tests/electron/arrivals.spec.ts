/** Files that are opened with Recto: at the start, by a second start, and as macOS hands them over. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { electronBinary, noElectron, repository } from '../helpers/electron-binary.ts';
import { findings } from '../e2e/axe.ts';
import { call, expectNoViolations, firstPage, launch, makeDataFolder } from './launch.ts';

test.skip(electronBinary() === undefined, noElectron);

let dataFolder = '';
let folder = '';
const at = (name: string): string => join(folder, name);
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-arrivals-'));
  await writeFile(at('notes.annotation'), await annotations());
  await writeFile(at('broken.annotation'), '{"generator": 7');
  await writeFile(
    at('guide.zip'),
    zipSync({
      'book.json': strToU8('{"title":"Field Guide","language":"en"}'),
      'SUMMARY.md': strToU8('* [Beginnings](one.md)\n'),
      'one.md': strToU8('# Beginnings\n\nOstriches cannot fly.\n'),
    }),
  );
  await writeFile(at('no-book.zip'), 'no zip');
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));
test.beforeEach(async () => {
  dataFolder = await makeDataFolder();
});
test.afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** A file as Recto writes it, with one bookmark. */
async function annotations(): Promise<string> {
  const data = await makeDataFolder();
  const app = await launch({ dataFolder: data });
  const page = await firstPage(app);
  const spot = { target: 'block', chapterId: 'amd-sev', lang: 'en', blockId: 'amd-sev.0' };
  const add = { do: 'add', id: '6f2c1a52-7d0e-4a7b-9c1d-2f6c8f6f0a11', kind: 'bookmark', spot, content: {} };
  expect(await call(page, 'marks:save', { bookId: 'cncc', changes: [add] })).toMatchObject({ ok: true });
  const exported = (await call(page, 'marks:export', { bookId: 'cncc', format: 'annotation', lang: 'en' })) as {
    value: { text: string };
  };
  await app.close();
  await rm(data, { recursive: true, force: true });
  return exported.value.text;
}

/** Another start of Recto, as a double click makes it. */
async function startAgain(...args: string[]): Promise<void> {
  const second = spawn(
    electronBinary()!,
    [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), repository, `--user-data-dir=${dataFolder}`, ...args],
    { cwd: folder },
  );
  expect((await once(second, 'exit'))[0]).toBe(0);
}

const openFile = (app: ElectronApplication, path: string) =>
  app.evaluate(({ app: program }, file) => {
    program.emit('open-file', { preventDefault: () => undefined }, file);
  }, path);

const preview = (page: Page) => page.getByRole('dialog', { name: 'Import bookmarks and notes' });

test('marks are shown before anything is taken, and taken when the reader says so', async () => {
  const app = await launch({ dataFolder, args: [at('notes.annotation')] });
  const page = await firstPage(app);
  await expect(preview(page)).toContainText('notes.annotation');
  await expect(preview(page)).toContainText('1 new');
  expect(await findings(page)).toEqual([]);
  await preview(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(preview(page)).toBeHidden();
  expect(await call(page, 'marks:list', { bookId: 'cncc' })).toMatchObject({ value: { marks: [] } });

  // A reload does not bring it back; the file opened once more does.
  await page.reload();
  await page.locator('main article h1').waitFor();
  await startAgain('notes.annotation');
  await expect(preview(page)).toContainText('1 new');
  await preview(page).getByRole('button', { name: 'Take them' }).click();
  await expect(page.getByRole('dialog', { name: 'Bookmarks and notes' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1 mark imported' }).first()).toBeAttached();
  expect(await call(page, 'marks:list', { bookId: 'cncc' })).toMatchObject({
    value: { marks: [{ kind: 'bookmark' }] },
  });
  await page.keyboard.press('Escape');

  // Nothing in it is new now.
  await openFile(app, at('notes.annotation'));
  await expect(preview(page)).toContainText('In the file: 1 the same.');
  await expect(preview(page).getByRole('button', { name: 'Take them' })).toHaveCount(0);
  await expectNoViolations(app);
  await app.close();
});

test('a file that is broken, gone or no marks is named with the reason, and nothing changes', async () => {
  const app = await launch({ dataFolder });
  const page = await firstPage(app);
  await openFile(app, at('broken.annotation'));
  await expect(preview(page)).toContainText('broken.annotation');
  await expect(preview(page)).toContainText('cannot be read');
  await preview(page).getByRole('button', { name: 'Close' }).last().click();
  await startAgain('gone.annotation');
  await expect(page.getByRole('status').filter({ hasText: 'gone.annotation' })).toBeVisible();
  await expectNoViolations(app);
  await app.close();
});

test('a zip that is a book is compiled and opened; one that is none stays on the shelf with the reason', async () => {
  const app = await launch({ dataFolder });
  const page = await firstPage(app);
  await startAgain('guide.zip');
  await expect(page).toHaveTitle('Beginnings – Field Guide');
  await expect(page.locator('main article')).toContainText('Ostriches cannot fly.');
  await openFile(app, at('no-book.zip'));
  await expect(page.getByRole('dialog', { name: 'Books' })).toContainText('no-book.zip');
  await expect(page.getByRole('dialog', { name: 'Books' })).toContainText('is not a zip file');
  await expect(page).toHaveTitle('Beginnings – Field Guide');
  await page.getByRole('dialog', { name: 'Books' }).getByRole('button', { name: 'Close' }).last().click();

  // Both books are in the menu by then; the one that was left is opened where its reader was.
  const recent = () =>
    app.evaluate(({ Menu }) => {
      const books = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      return books?.find(({ label }) => label === '&Recent Books')?.submenu?.items.map(({ label }) => label);
    });
  await expect.poll(recent).toEqual(['Field Guide', 'Cloud-Native Confidential Computing']);
  await app.evaluate(({ Menu }) => {
    (Menu.getApplicationMenu()?.getMenuItemById('recent.cncc')?.click as () => void)();
  });
  await expect(page).toHaveTitle(/ – Cloud-Native Confidential Computing$/);
  await expect.poll(recent).toEqual(['Cloud-Native Confidential Computing', 'Field Guide']);
  await expectNoViolations(app);
  await app.close();
});

test('a page can neither ask for a path nor for a file twice', async () => {
  const app = await launch({ dataFolder });
  const page = await firstPage(app);
  for (const request of [undefined, {}, { id: '/etc/passwd' }, { path: at('notes.annotation') }, { id: 7 }]) {
    expect(await call(page, 'arrivals:read', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
  const id = '6f2c1a52-7d0e-4a7b-9c1d-2f6c8f6f0a11';
  expect(await call(page, 'arrivals:read', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await call(page, 'shelf:add', { arrived: id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  await expectNoViolations(app);
  await app.close();
});
