import { chmod, cp, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../core/contract/default-settings.ts';
import { knownVersion } from '../../electron/services/store/migrate.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { startNode } from './child-process.ts';
import { repository, tempFolder, tinyManifest } from './tiny-bundle.ts';

const position = { bookId: 'tiny', lang: 'zh', chapterId: 'enclaves', blockId: 'enclaves.1', fraction: 0.25 };

let folder: string;
let file: string;

beforeEach(async () => {
  folder = join(await tempFolder(), 'data');
  file = join(folder, 'recto.db');
});

/** Opens, uses, closes: one run of Recto as far as the store goes. */
function run<T>(use: (opened: ReturnType<typeof openStore>) => T): T {
  const opened = openStore(folder);
  try {
    return use(opened);
  } finally {
    opened.store.close();
  }
}

function writeSomething(): void {
  run(({ store }) => {
    expect(store.saveSettings({ theme: 'dark' }).ok).toBe(true);
    expect(store.savePosition(position, tinyManifest).ok).toBe(true);
  });
}

describe('a store', () => {
  it('begins with the defaults and no position', () => {
    run(({ store, warning }) => {
      expect(warning).toBeUndefined();
      expect(store.settings()).toEqual(defaultSettings);
      expect(store.position('tiny')).toBeNull();
    });
  });

  it('gives back after a restart what was saved', () => {
    writeSomething();
    run(({ store, warning }) => {
      expect(warning).toBeUndefined();
      expect(store.settings()).toEqual({ ...defaultSettings, theme: 'dark' });
      expect(store.position('tiny')).toEqual(position);
      expect(store.position('other')).toBeNull();
    });
  });

  it('keeps the way through a book, and has none for another', () => {
    const trail = {
      points: [
        { chapterId: 'enclaves', place: { blockId: 'enclaves.1', fraction: 0.5 } },
        { chapterId: 'outlook', targetId: 'end' },
      ],
      at: 1,
    };
    run(({ store }) => {
      expect(store.trail('tiny')).toEqual({ points: [], at: 0 });
      expect(store.saveTrail(trail, tinyManifest)).toEqual({ ok: true, value: {} });
    });
    run(({ store }) => {
      expect(store.trail('tiny')).toEqual(trail);
      expect(store.trail('other')).toEqual({ points: [], at: 0 });
    });
  });

  it('keeps the latest of several saves, and all settings that were not named', () => {
    writeSomething();
    run(({ store }) => {
      expect(store.saveSettings({ uiLanguage: 'en' })).toEqual({
        ok: true,
        value: { ...defaultSettings, theme: 'dark', uiLanguage: 'en' },
      });
      store.savePosition({ ...position, chapterId: 'outlook', blockId: 'outlook.0' }, tinyManifest);
      expect(store.position('tiny')?.chapterId).toBe('outlook');
    });
  });

  it('leaves alone the settings of another version', () => {
    writeSomething();
    const database = new DatabaseSync(file);
    database.exec(`INSERT INTO settings VALUES ('fontSize', '18'); UPDATE settings SET value = '"moonlight"'`);
    database.close();
    run(({ store }) => {
      expect(store.settings()).toEqual(defaultSettings);
      store.saveSettings({ contentsOpen: false });
    });
    const after = new DatabaseSync(file);
    expect(
      after
        .prepare('SELECT key, value FROM settings ORDER BY key')
        .all()
        .map((row) => ({ ...row })),
    ).toEqual([
      { key: 'contentsOpen', value: 'false' },
      { key: 'fontSize', value: '"moonlight"' },
      { key: 'theme', value: '"moonlight"' },
    ]);
    after.close();
  });

  it('is one file for its owner alone, in WAL mode', async () => {
    writeSomething();
    expect((await stat(folder)).mode & 0o077).toBe(0);
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: knownVersion });
    database.close();
    expect(await readdir(folder)).toEqual(['recto.db']);
  });
});

describe('the schema for marks', () => {
  it('takes a note with tags, keeps it when the book goes, and takes its tags along when it is erased', () => {
    writeSomething();
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
    database.exec(`
      INSERT INTO marks (id, book_id, kind, target, edition, lang, chapter_id, section_id, block_id, start_offset,
        end_offset, quote, prefix, suffix, section_hash, body, color, state, created_at, modified_at)
      VALUES ('a', 'tiny', 'note', 'text', '1', 'zh', 'enclaves', 'enclaves', 'enclaves.1', 0, 4, 'Text', '', '.',
        'hash', 'my thought', 'yellow', 'open', 1, 1);
      INSERT INTO mark_tags VALUES ('a', 0, 'sgx'), ('a', 1, '度量');
      UPDATE books SET removed_at = 2 WHERE id = 'tiny';
    `);
    expect(database.prepare('SELECT sequence, revision, placed, deleted_at FROM marks').get()).toMatchObject({
      sequence: 1,
      revision: 1,
      placed: 1,
      deleted_at: null,
    });
    expect(() => database.exec(`DELETE FROM books WHERE id = 'tiny'`)).toThrow(/FOREIGN KEY/);
    database.exec(`DELETE FROM marks WHERE id = 'a'`);
    expect(database.prepare('SELECT count(*) AS tags FROM mark_tags').get()).toMatchObject({ tags: 0 });
    database.close();
  });

  it.each([
    ['an unknown book', `('a', 'nobody', 'bookmark', 'book', '1', 1, 1)`, 'FOREIGN KEY'],
    ['an unknown kind', `('a', 'tiny', 'scribble', 'book', '1', 1, 1)`, 'CHECK'],
    ['a text mark without a quote', `('a', 'tiny', 'highlight', 'text', '1', 1, 1)`, 'CHECK'],
    ['a note without a text', `('a', 'tiny', 'note', 'book', '1', 1, 1)`, 'CHECK'],
    ['a time that is no number', `('a', 'tiny', 'bookmark', 'book', '1', 'now', 1)`, 'cannot store TEXT'],
  ])('refuses %s', (_, values, reason) => {
    writeSomething();
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
    const insert = `INSERT INTO marks (id, book_id, kind, target, edition, created_at, modified_at) VALUES ${values}`;
    expect(() => database.exec(insert)).toThrow(reason);
    database.close();
  });
});

describe('a damaged database', () => {
  const damages: readonly (readonly [name: string, damage: () => Promise<void>])[] = [
    ['a text in its place', () => writeFile(file, 'These are my shopping lists.\n'.repeat(200))],
    ['half of it', async () => truncate(file, Math.floor((await stat(file)).size / 2 / 4096) * 4096)],
    ['a torn page', async () => overwrite(4096, Buffer.alloc(2 * 4096, 0xa5))],
    ['a broken header', async () => overwrite(0, Buffer.alloc(32, 0xff))],
    ['zeroes', async () => overwrite(0, Buffer.alloc((await stat(file)).size))],
  ];

  async function overwrite(offset: number, bytes: Buffer): Promise<void> {
    const content = await readFile(file);
    bytes.copy(content, offset);
    await writeFile(file, content);
  }

  it.each(damages)('(%s) is set aside whole, and a new one begun', async (_, damage) => {
    writeSomething();
    await damage();
    const damaged = await readFile(file);
    run(({ store, warning }) => {
      expect(warning?.code).toBe('store-damaged');
      expect(warning?.details).toMatchObject({ file });
      expect(store.settings()).toEqual(defaultSettings);
      expect(store.saveSettings({ theme: 'light' }).ok).toBe(true);
    });
    const aside = (await readdir(folder)).filter((name) => /^recto\.damaged-\d{4}-\d\d-\d\dT[\d-]+Z\.db$/.test(name));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(folder, aside[0]!))).toEqual(damaged);
    run(({ store, warning }) => {
      expect(warning).toBeUndefined();
      expect(store.settings().theme).toBe('light');
    });
  });

  it('takes its write-ahead log along', async () => {
    writeSomething();
    await writeFile(file, 'no database');
    await writeFile(`${file}-wal`, 'and its log');
    run(({ warning }) => expect(warning?.code).toBe('store-damaged'));
    const names = await readdir(folder);
    const log = names.find((name) => name.startsWith('recto.damaged-') && name.endsWith('.db-wal'));
    expect(await readFile(join(folder, log!), 'utf8')).toBe('and its log');
  });

  it('is not what an empty file is', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(file, '');
    run(({ store, warning }) => {
      expect(warning).toBeUndefined();
      expect(store.saveSettings({ theme: 'dark' }).ok).toBe(true);
    });
  });
});

describe('a database of a newer Recto', () => {
  it('is left as it is, byte for byte', async () => {
    writeSomething();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 7');
    database.close();
    const before = await readFile(file);
    run(({ store, warning }) => {
      expect(warning).toEqual({ code: 'store-newer', details: { file, found: '7', known: String(knownVersion) } });
      expect(store.settings()).toEqual(defaultSettings);
      expect(store.saveSettings({ theme: 'dark' })).toEqual({ ok: false, error: warning });
      expect(store.savePosition(position, tinyManifest)).toEqual({ ok: false, error: warning });
    });
    expect(await readFile(file)).toEqual(before);
    expect(await readdir(folder)).toEqual(['recto.db']);
  });

  it('is recognised where the new version stands only in the write-ahead log', async () => {
    writeSomething();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 7');
    const killed = join(await tempFolder(), 'data');
    await mkdir(killed);
    // A copy while the database is open is what a killed process leaves behind.
    await cp(file, join(killed, 'recto.db'));
    await cp(`${file}-wal`, join(killed, 'recto.db-wal'));
    database.close();
    const before = await Promise.all(['recto.db', 'recto.db-wal'].map((name) => readFile(join(killed, name))));
    folder = killed;
    run(({ warning }) => expect(warning).toMatchObject({ code: 'store-newer', details: { found: '7' } }));
    const after = await Promise.all(['recto.db', 'recto.db-wal'].map((name) => readFile(join(killed, name))));
    expect(after).toEqual(before);
  });
});

describe('a store that cannot be kept', () => {
  const places: readonly (readonly [name: string, place: () => Promise<void>])[] = [
    ['a file stands in the place of the folder', () => writeFile(folder, 'a file')],
    [
      'a folder stands in the place of the file',
      async () => {
        await mkdir(file, { recursive: true });
      },
    ],
    [
      "another program's database stands there",
      async () => {
        await mkdir(folder, { recursive: true });
        const other = new DatabaseSync(file);
        other.exec('CREATE TABLE theirs (x)');
        other.close();
      },
    ],
  ];

  it.each(places)('is told when %s, and reading goes on', async (_, place) => {
    await place();
    run(({ store, warning }) => {
      expect(warning).toMatchObject({ code: 'store-unavailable', details: { folder } });
      expect(warning?.details.what).toMatch(/\w/);
      expect(store.savePosition(position, tinyManifest)).toEqual({ ok: false, error: warning });
      expect(store.saveSettings({ theme: 'dark' })).toEqual({ ok: false, error: warning });
      // Remembered until Recto ends, so that a reload of the page changes nothing.
      expect(store.position('tiny')).toEqual(position);
      expect(store.settings().theme).toBe('dark');
    });
  });

  it('is told at the save while another program holds the file', () => {
    run(({ store }) => {
      const other = new DatabaseSync(file);
      other.exec('BEGIN EXCLUSIVE');
      expect(store.saveSettings({ theme: 'dark' })).toMatchObject({
        ok: false,
        error: { code: 'store-unavailable', details: { folder } },
      });
      other.close();
      expect(store.saveSettings({ theme: 'dark' }).ok).toBe(true);
    });
  });

  it.skipIf(process.platform === 'win32')('is told when the folder may only be read', async () => {
    writeSomething();
    // Root may write everywhere: then the opening is done as another user, who may not even see where this test lies.
    await chmod(dirname(folder), 0o755);
    await chmod(folder, 0o555);
    const script = `
      import { openStore } from ${JSON.stringify(join(repository, 'electron/services/store/open-store.ts'))};
      if (process.getuid?.() === 0) process.setuid(65534);
      const { store, warning } = openStore(process.argv[1]);
      console.log(JSON.stringify({ warning, saved: store.saveSettings({ theme: 'dark' }), now: store.settings(), position: store.position('tiny') }));
    `;
    const child = startNode(['--input-type=module', '-e', script, folder]);
    expect(await child.ended, child.err.join('\n')).toBe(0);
    const warning = { code: 'store-unavailable', details: { folder, what: expect.stringMatching(/\w/) as string } };
    expect(JSON.parse(child.out.join(''))).toEqual({
      warning,
      saved: { ok: false, error: warning },
      now: { ...defaultSettings, theme: 'dark' },
      // What is there can be read.
      position,
    });
    await chmod(folder, 0o755);
    run(({ store }) => expect(store.position('tiny')).toEqual(position));
  });
});
