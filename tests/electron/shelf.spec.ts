/** Books that are brought along: the host asks for the folder, the compiled program compiles it, and the page never sends a path. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { askedInDialogs, pickInDialog } from './dialogs.ts';
import { call, useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

/** What the reader picks in the dialog from now on; nothing where it is empty. */
const pick = (path: string) => pickInDialog(reader().app, 'showOpenDialog', path);
const asked = () => askedInDialogs(reader().app);

test('a folder that is picked is compiled and read; nothing is done where none is picked', async () => {
  const { page } = reader();
  const folder = await mkdtemp(join(tmpdir(), 'recto-picked-'));
  try {
    await writeFile(join(folder, 'book.json'), '{"title":"Picked"}');
    await writeFile(join(folder, 'SUMMARY.md'), '* [One](one.md)\n');
    await writeFile(join(folder, 'one.md'), '# One\n\n```rust\nfn main() {}\n```\n');
    await pick('');
    expect(await call(page, 'shelf:add', { from: 'folder' })).toEqual({ ok: true, value: { outcome: 'declined' } });
    await pick(folder);
    expect(await call(page, 'shelf:add', { from: 'folder' })).toMatchObject({
      ok: true,
      value: { outcome: 'added', book: { id: 'picked', source: { kind: 'folder', state: 'same' } } },
    });
    expect(await asked()).toMatchObject([{ properties: ['openDirectory'] }]);
    expect(await call(page, 'app:start', { systemLanguages: [], bookId: 'picked' })).toMatchObject({
      ok: true,
      value: { manifest: { id: 'picked' }, chapter: { id: 'one' } },
    });
    expect(await call(page, 'shelf:update', { bookId: 'picked' })).toMatchObject({ value: { outcome: 'updated' } });
    expect(await call(page, 'shelf:remove', { bookId: 'picked' })).toEqual({ ok: true, value: {} });
    expect(await call(page, 'shelf:report', { bookId: 'picked' })).toMatchObject({ error: { code: 'not-found' } });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a file that is no book is refused with the reason, and a path is no request', async () => {
  const { page } = reader();
  const file = join(await mkdtemp(join(tmpdir(), 'recto-picked-')), 'x.zip');
  await writeFile(file, 'no zip');
  await pick(file);
  expect(await call(page, 'shelf:add', { from: 'zip' })).toMatchObject({
    ok: true,
    value: { outcome: 'refused', name: 'x.zip', report: { problems: [{ code: 'zip-invalid' }] } },
  });
  expect(await asked()).toMatchObject([{ properties: ['openFile'], filters: [{ extensions: ['zip'] }] }]);
  for (const request of [
    { from: '/etc' },
    { path: '/etc' },
    { from: 'folder', path: '/etc' },
    { name: 'x', zip: '../..' },
  ]) {
    expect(await call(page, 'shelf:add', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
  for (const channel of ['shelf:remove', 'shelf:update', 'shelf:report']) {
    expect(await call(page, channel, { bookId: 'cncc' })).toMatchObject({ error: { code: 'not-found' } });
  }
});
