/** The folder of notes: the host asks for it, writes into it, and the page knows its name alone. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { askedInDialogs, pickInDialog } from './dialogs.ts';
import { call, useReader } from './launch.ts';
import { makeMiniApp } from './mini-app.ts';

const reader = useReader(makeMiniApp);

/** What the reader picks in the dialog from now on; nothing where it is empty. */
const pick = (path: string) => pickInDialog(reader().app, 'showOpenDialog', path);

test('what is picked in the dialog is written, and nothing where none is picked', async () => {
  const { page, app, dataFolder } = reader();
  const folder = await mkdtemp(join(tmpdir(), 'recto-picked-'));
  const vault = join(folder, 'My vault');
  await mkdir(vault);
  try {
    const content = { body: 'kept as a file' };
    const add = {
      do: 'add',
      id: '00000000-0000-4000-8000-000000000001',
      kind: 'note',
      spot: { target: 'book' },
      content,
    };
    expect(await call(page, 'marks:save', { bookId: 'cncc', changes: [add] })).toMatchObject({ ok: true });
    await pick('');
    expect(await call(page, 'notes:choose', {})).toMatchObject({
      value: { outcome: 'declined', state: { folder: null } },
    });
    await pick(dataFolder);
    expect(await call(page, 'notes:choose', {})).toMatchObject({ value: { outcome: 'unfit', problem: 'own-data' } });
    await pick(vault);
    const chosen = await call(page, 'notes:choose', {});
    expect(chosen).toMatchObject({
      value: { outcome: 'chosen', problem: null, state: { folder: 'My vault', problem: null, files: [{ marks: 1 }] } },
    });
    expect(JSON.stringify(chosen)).not.toContain(folder);
    expect(await readdir(vault)).toHaveLength(1);
    const asked = await askedInDialogs(app);
    expect(asked).toMatchObject([{ properties: ['openDirectory', 'createDirectory'] }]);
    expect(await call(page, 'notes:leave', {})).toMatchObject({ ok: true, value: { folder: null } });
    expect(await readdir(vault)).toHaveLength(1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
