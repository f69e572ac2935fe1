/** Clipboard and saved files: the page has no permission for either, the host does it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { askedInDialogs, pickInDialog } from './dialogs.ts';
import { call, useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const figure = { name: '谁在 TCB.svg', content: Buffer.from(svg).toString('base64') };

/** What the reader answers to the dialog from now on. */
const answer = (path: string) => pickInDialog(reader().app, 'showSaveDialog', path);
const asked = () => askedInDialogs(reader().app);

test('a text and a picture of the page come onto the clipboard', async () => {
  const { app, page } = reader();
  expect(await call(page, 'clipboard:write', { text: 'dmesg | grep sgx' })).toMatchObject({ ok: true });
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('dmesg | grep sgx');
  const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
  expect(await call(page, 'clipboard:write', { png })).toMatchObject({ ok: true });
  expect(await app.evaluate(async ({ clipboard }) => (await clipboard.read()).map((item) => item.types))).toEqual([
    ['image/png'],
  ]);
});

test('the page cannot write to the clipboard by itself', async () => {
  const outcome = await reader().page.evaluate(() =>
    navigator.clipboard.writeText('x').then(
      () => 'written',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});

test('a figure is saved where the reader says, and nowhere when the reader says nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recto-desk-'));
  try {
    const file = join(folder, 'figure.svg');
    await answer(file);
    expect(await call(reader().page, 'file:save', figure)).toEqual({ ok: true, value: { outcome: 'saved' } });
    expect(await readFile(file, 'utf8')).toBe(svg);
    expect(await asked()).toMatchObject([{ defaultPath: figure.name, filters: [{ extensions: ['svg'] }] }]);
    await answer('');
    expect(await call(reader().page, 'file:save', figure)).toEqual({ ok: true, value: { outcome: 'declined' } });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a file that cannot be written is a failure that names it', async () => {
  await answer(join(tmpdir(), 'recto-no-such-folder', 'figure.svg'));
  expect(await call(reader().page, 'file:save', figure)).toMatchObject({
    ok: false,
    error: {
      code: 'file-not-saved',
      details: { file: 'figure.svg' },
    },
  });
});

test('a name that is a path or of another kind is refused, as is what is no file', async () => {
  await answer('');
  for (const request of [
    { ...figure, name: '../figure.svg' },
    { ...figure, name: '.svg' },
    { ...figure, name: 'figure.exe' },
    { ...figure, name: `${'x'.repeat(1_000_000)}.svg` },
    { ...figure, content: svg },
    { name: figure.name },
    undefined,
  ]) {
    expect(await call(reader().page, 'file:save', request)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  }
  expect(await asked()).toEqual([]);
});
