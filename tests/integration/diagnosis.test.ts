/** What Recto tells of itself, and what it does not: on a real data folder with notes, a place and settings in it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatch } from '../../electron/services/dispatch.ts';
import type { Services } from '../../electron/services/host-services.ts';
import { tempFolder, tinyManifest, writeTinyBundle } from './tiny-bundle.ts';
import { servicesOn } from './services.ts';

let bookFolder: string;
let dataFolder: string;
let services: Services | undefined;

beforeEach(async () => {
  bookFolder = await writeTinyBundle();
  dataFolder = join(await tempFolder(), 'data');
});
afterEach(() => services?.close());

async function open(safeMode = false): Promise<Services> {
  services?.close();
  services = await servicesOn({
    bookFolder,
    dataFolder,
    safeMode,
  });
  return services;
}

const bookId = tinyManifest.id;
const position = { bookId, lang: 'zh', chapterId: 'enclaves', blockId: 'enclaves.1', fraction: 0.25 };
const secret = '只有我知道的话';

async function write({ handlers }: Services): Promise<void> {
  const note = {
    do: 'add',
    id: '01890000-0000-7000-8000-000000000001',
    kind: 'note',
    spot: { target: 'block', chapterId: 'enclaves', lang: 'zh', blockId: 'enclaves.1' },
    content: { body: secret, color: 'blue', tags: [secret] },
  };
  expect(await dispatch(handlers, 'marks:save', { bookId, changes: [note] })).toMatchObject({ ok: true });
  await handlers['position:save'](position);
  await handlers['settings:save']({ theme: 'dark', searches: [secret] });
}

async function everyLog(): Promise<string> {
  const folder = join(dataFolder, 'logs');
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
}

describe('the diagnosis', () => {
  it('counts and measures what is there, and names the settings that were changed', async () => {
    const running = await open();
    await write(running);
    const told = await running.handlers['app:diagnose']({});
    expect(told).toMatchObject({
      ok: true,
      value: {
        version: '1.2.3',
        host: 'browser',
        safeMode: false,
        engines: { node: process.versions.node },
        counts: { note: 1, book: 1, draft: 0 },
        changedSettings: ['theme', 'searches'],
        log: [{ event: 'started', facts: { version: '1.2.3' } }],
      },
    });
    if (told.ok) expect(told.value.bytes.database).toBeGreaterThan(0);
  });

  it('holds failures by channel and code; neither it nor the log a word of notes, searches, chapters or folders', async () => {
    const running = await open();
    await write(running);
    // What a broken disk or a mistake of ours would do, each with something of the reader's in the request.
    await dispatch(running.handlers, 'book:read', { bookId, chapterId: 'enclaves', lang: secret });
    running.log.write('call-threw', { channel: 'marks:save', kind: secret });
    await dispatch(running.handlers, 'marks:import', { bookId, text: secret, take: true });
    const told = JSON.stringify(await running.handlers['app:diagnose']({}));
    services?.close();
    for (const text of [told, await everyLog()]) {
      for (const word of [secret, 'enclaves', 'Enclave', tinyManifest.title.zh, dataFolder, bookFolder]) {
        expect(text).not.toContain(word);
      }
    }
    expect(await everyLog()).toContain('"event":"ended"');
  });

  it('has a store that was not in order in its log', async () => {
    const { writeFile, mkdir } = await import('node:fs/promises');
    await mkdir(dataFolder, { recursive: true });
    await writeFile(join(dataFolder, 'recto.db'), 'no database'.repeat(1000));
    const told = await (await open()).handlers['app:diagnose']({});
    expect(told).toMatchObject({
      ok: true,
      value: { log: [{}, { event: 'store-warned', facts: { code: 'store-damaged' } }] },
    });
  });
});

describe('safe mode', () => {
  it('begins with nothing that was set, keeps what is written, and changes nothing of the rest', async () => {
    await write(await open());
    const safe = await open(true);
    expect(await safe.handlers['app:start']({ systemLanguages: ['zh'] })).toMatchObject({
      ok: true,
      value: { safeMode: true, position: null, settings: { theme: 'system', searches: [] } },
    });
    // It may be used as ever, and the theme that is chosen holds until the end.
    expect(await safe.handlers['settings:save']({ theme: 'sepia' })).toMatchObject({
      ok: true,
      value: { theme: 'sepia' },
    });
    await safe.handlers['position:save']({ ...position, blockId: 'enclaves.0' });
    expect(await safe.handlers['marks:list']({ bookId })).toMatchObject({ ok: true, value: { marks: [{}] } });

    const again = await open();
    expect(await again.handlers['app:start']({ systemLanguages: ['zh'] })).toMatchObject({
      ok: true,
      value: { safeMode: false, position, settings: { theme: 'dark', searches: [secret] } },
    });
  });
});
