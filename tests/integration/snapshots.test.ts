/** What a damaged database costs: nothing that a snapshot has. */
import { copyFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { schema1 } from '../../electron/services/store/schema-1.ts';
import { schema2 } from '../../electron/services/store/schema-2.ts';
import { openStore, type OpenedStore } from '../../electron/services/store/open-store.ts';
import { tempFolder, tinyManifest } from './tiny-bundle.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = join(await tempFolder(), 'data');
  file = join(folder, 'recto.db');
});

function run<T>(use: (opened: OpenedStore) => T): T {
  const opened = openStore(folder);
  try {
    return use(opened);
  } finally {
    opened.store.close();
  }
}

/** Writes a note on the whole book. */
function note({ store }: OpenedStore, body: string): void {
  const fastening = { target: 'book', anchor: null, blockKind: null } as const;
  const change = { do: 'add', id: randomUUID(), kind: 'note', fastening, content: { body } } as const;
  expect(store.marks.change(tinyManifest, [change])).toMatchObject({ ok: true });
}

const notes = ({ store }: OpenedStore): (string | null)[] => store.marks.list('tiny').map(({ body }) => body);
const snapshots = async (): Promise<string[]> => (await readdir(join(folder, 'snapshots'))).toSorted();

describe('a snapshot', () => {
  it('is taken where something has changed, and not otherwise', async () => {
    run((opened) => {
      note(opened, 'one');
      opened.snapshot();
      opened.snapshot();
    });
    expect(await snapshots()).toHaveLength(1);
    run((opened) => {
      opened.snapshot();
      note(opened, 'two');
      opened.snapshot();
    });
    expect(await snapshots()).toEqual([
      expect.stringMatching(/^recto-000001-\d{4}-/),
      expect.stringMatching(/^recto-000002-\d{4}-/),
    ]);
    const copy = new DatabaseSync(join(folder, 'snapshots', (await snapshots())[1]!), { readOnly: true });
    expect(copy.prepare('SELECT body FROM marks').all()).toMatchObject([{ body: 'one' }, { body: 'two' }]);
    expect(copy.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    copy.close();
  });

  it('makes the oldest of a day go beyond twelve', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1, 3) });
    run((opened) => {
      for (let count = 0; count < 14; count += 1) {
        vi.setSystemTime(Date.UTC(2030, 0, 1, 3 + count));
        note(opened, String(count));
        opened.snapshot();
      }
    });
    vi.useRealTimers();
    const names = await snapshots();
    expect(names).toHaveLength(12);
    expect(names[0]).toMatch(/^recto-000003-/);
  });

  it('is not lost because the clock was set back or forward', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0) });
    run((opened) => {
      for (const year of [2030, 2080, 2031, 2020, 2021]) {
        vi.setSystemTime(Date.UTC(year, 0));
        note(opened, String(year));
        opened.snapshot();
      }
    });
    vi.useRealTimers();
    expect((await snapshots()).map((name) => name.slice(6, 17))).toEqual([
      '000001-2030',
      '000002-2080',
      '000003-2031',
      '000004-2020',
      '000005-2021',
    ]);
  });

  it('is taken before an old database is brought to the present schema', async () => {
    mkdirSync(folder, { recursive: true });
    const old = new DatabaseSync(file);
    old.exec(`${schema1}; ${schema2}; PRAGMA user_version = 2; INSERT INTO settings VALUES ('theme', '"dark"')`);
    old.close();
    run(({ store, warning }) => {
      expect(warning).toBeUndefined();
      expect(store.settings().theme).toBe('dark');
    });
    expect(await snapshots()).toEqual([expect.stringMatching(/-migration\.db$/)]);
    const copy = new DatabaseSync(join(folder, 'snapshots', (await snapshots())[0]!), { readOnly: true });
    expect(copy.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 2 });
    copy.close();
  });
});

describe('a damaged database with a snapshot', () => {
  const damages: readonly (readonly [name: string, damage: () => Promise<void>])[] = [
    ['is a text', () => writeFile(file, 'shopping lists\n'.repeat(2000))],
    ['is cut in half', async () => truncate(file, 3 * 4096)],
    ['is empty', () => truncate(file, 0)],
    ['is gone', () => rm(file)],
    [
      'has a torn page',
      async () => {
        const content = await readFile(file);
        content.fill(0xa5, 4096, 4 * 4096);
        await writeFile(file, content);
      },
    ],
  ];

  beforeEach(() =>
    run((opened) => {
      note(opened, 'in the snapshot');
      opened.snapshot();
      note(opened, 'after it');
    }),
  );

  it.each(damages)('that %s goes on with the snapshot, and says so', async (_, damage) => {
    await damage();
    run((opened) => {
      expect(opened.warning).toMatchObject({ code: 'store-restored', details: { file } });
      expect(Date.parse(opened.warning?.details.takenAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
      expect(notes(opened)).toEqual(['in the snapshot']);
      note(opened, 'later');
    });
    run((opened) => {
      expect(opened.warning).toBeUndefined();
      expect(notes(opened)).toEqual(['in the snapshot', 'later']);
    });
  });

  it('passes over a snapshot that is damaged, too', async () => {
    run((opened) => opened.snapshot());
    const [older = '', newer = ''] = await snapshots();
    await writeFile(join(folder, 'snapshots', newer), 'torn');
    await writeFile(file, 'torn');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    run((opened) => {
      expect(opened.warning?.code).toBe('store-restored');
      expect(notes(opened)).toEqual(['in the snapshot']);
    });
    vi.restoreAllMocks();
    expect(older).toMatch(/^recto-000001/);
  });

  it('keeps the damaged file', async () => {
    await writeFile(file, 'torn');
    run(({ warning }) => expect(warning?.details.movedTo).toMatch(/recto\.damaged-.*\.db$/));
    const aside = (await readdir(folder)).find((name) => name.startsWith('recto.damaged-'));
    expect(await readFile(join(folder, aside!), 'utf8')).toBe('torn');
  });

  it('is not what a fresh folder is', async () => {
    folder = join(await tempFolder(), 'data');
    run(({ warning }) => expect(warning).toBeUndefined());
  });
});

/** A disk of three megabytes, where this process may make one. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const place = join(folder, '..', 'disk');
  mkdirSync(place, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', place], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  return place;
}

describe('a full disk', () => {
  it('refuses the note, keeps the others, and takes it again when there is room', async ({ skip }) => {
    const disk = smallDisk();
    if (disk === undefined) skip('no small disk can be mounted here');
    folder = join(disk!, 'data');
    try {
      run((opened) => {
        note(opened, 'before');
        const filler = join(disk!, 'filler');
        execFileSync('sh', ['-c', `cat /dev/zero > '${filler}' 2>/dev/null || true`]);
        const fastening = { target: 'book', anchor: null, blockKind: null } as const;
        const big = {
          do: 'add',
          id: randomUUID(),
          kind: 'note',
          fastening,
          content: { body: 'x'.repeat(90_000) },
        } as const;
        expect(opened.store.marks.change(tinyManifest, [big])).toMatchObject({
          ok: false,
          error: { code: 'store-unavailable', details: { what: expect.stringMatching(/full|disk/) as string } },
        });
        expect(() => opened.snapshot()).toThrow(/full|disk|space/i);
        expect(notes(opened)).toEqual(['before']);
        execFileSync('rm', [filler]);
        expect(opened.store.marks.change(tinyManifest, [big])).toMatchObject({ ok: true });
        opened.snapshot();
      });
      run((opened) => {
        expect(opened.warning).toBeUndefined();
        expect(notes(opened)).toEqual(['before', 'x'.repeat(90_000)]);
      });
      expect((await snapshots()).every((name) => /^recto-\d{6}-.*\.db$/.test(name))).toBe(true);
    } finally {
      execFileSync('umount', ['--lazy', disk!]);
    }
  });
});

describe('a folder that may only be read', () => {
  it('shows the notes that are there', async () => {
    run((opened) => note(opened, 'kept'));
    // What a process that was killed leaves: part of it stands in the log alone.
    const writer = openStore(folder);
    note(writer, 'in the log');
    const readOnly = join(await tempFolder(), 'data');
    mkdirSync(readOnly);
    for (const name of ['recto.db', 'recto.db-wal']) await copyFile(join(folder, name), join(readOnly, name));
    writer.store.close();
    const database = await import('../../electron/services/store/memory-database.ts');
    const memory = database.readIntoMemory(join(readOnly, 'recto.db'));
    expect(memory.prepare('SELECT body FROM marks ORDER BY sequence').all()).toMatchObject([
      { body: 'kept' },
      { body: 'in the log' },
    ]);
    memory.close();
    expect((await readdir(readOnly)).toSorted()).toEqual(['recto.db', 'recto.db-wal']);
  });
});
