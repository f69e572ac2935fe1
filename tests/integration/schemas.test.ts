/** What a change of the schema costs: nothing, from every version there was, and wherever it is broken off. */
import { readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { knownVersion } from '../../electron/services/store/migrate.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { seeded } from '../unit/core/anchor/edited-chapter.ts';
import { startNode } from './child-process.ts';
import { tempFolder } from './tiny-bundle.ts';
import { diskAfter, loggingEnvironment, noWriteLog, readWriteLog } from './write-log.ts';

const versions = Array.from({ length: knownVersion }, (_, at) => at + 1);
const olderVersions = versions.slice(0, -1);
const openOnce = fileURLToPath(new URL('open-once.ts', import.meta.url));
const written = Date.UTC(2026, 0, 1);

const noteId = '00000000-0000-4000-8000-000000000001';

/** The data folder of a reader with that version, closed in order. */
async function oldStore(version: number): Promise<string> {
  const folder = join(await tempFolder(), 'data');
  await mkdir(folder);
  const database = new DatabaseSync(join(folder, 'recto.db'));
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(readFileSync(new URL(`old-stores/version-${String(version)}.sql`, import.meta.url), 'utf8'));
  database.close();
  return folder;
}

function query(file: string, sql: string): unknown[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** Tables and indexes; how their texts are laid out says nothing. */
function schemaOf(file: string): unknown[] {
  const rows = query(file, `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`);
  return rows.map((row) => JSON.stringify(row).replace(/\s+/g, ' '));
}

async function currentSchema(): Promise<unknown[]> {
  const folder = join(await tempFolder(), 'data');
  openStore(folder).store.close();
  return schemaOf(join(folder, 'recto.db'));
}

/** Opens a store of whatever version, and says what a reader finds in it. */
function found(folder: string): unknown {
  const { store, warning } = openStore(folder);
  try {
    const { marks } = store;
    return {
      warning,
      theme: store.settings().theme,
      position: store.position('tiny')?.blockId,
      notes: marks
        .list('tiny')
        .map(({ id, kind, body, color, state, tags }) => ({ id, kind, body, color, state, tags })),
      elsewhere: marks.list('gone').map(({ body }) => body),
      books: store.books().map(({ id }) => id),
    };
  } finally {
    store.close();
  }
}

const whole = {
  warning: undefined,
  theme: 'dark',
  position: 'enclaves.1',
  notes: [
    { id: noteId, kind: 'note', body: '第一条 "笔记"', color: 'green', state: 'verify', tags: ['待读', 'SGX'] },
    { kind: 'highlight', body: null, color: 'yellow', state: null, tags: [] },
  ],
  elsewhere: ['On a book that was taken away'],
  books: ['gone', 'tiny'],
};

afterEach(() => void vi.useRealTimers());

describe.each(versions)('a database of schema version %i', (version) => {
  it('is brought to the present one with all that is in it', async () => {
    // A day after it was written: the bin is not emptied yet.
    vi.useFakeTimers({ toFake: ['Date'], now: written + 24 * 3600 * 1000 });
    const folder = await oldStore(version);
    const file = join(folder, 'recto.db');
    expect(found(folder)).toMatchObject(whole);
    expect(query(file, 'PRAGMA user_version')).toMatchObject([{ user_version: knownVersion }]);
    expect(query(file, 'PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
    expect(query(file, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(schemaOf(file)).toEqual(await currentSchema());
    const { store } = openStore(folder);
    expect(store.marks.bin('tiny')).toMatchObject([{ label: 'Here', deletedAt: written + 3 }]);
    expect(query(file, `SELECT value FROM settings WHERE key = 'notOfThisVersion'`)).toMatchObject([
      { value: '{"a":1}' },
    ]);
    if (version >= 2) expect(store.trail('tiny')).toMatchObject({ at: 1, points: [{}, { chapterId: 'enclaves' }] });
    if (version >= 3) {
      expect(store.marks.drafts('tiny')).toMatchObject([{ body: 'Half a thou' }]);
      expect(store.marks.turn('tiny', 'undo')).toMatchObject({ ok: true, value: { changed: [{ body: '第一条' }] } });
    }
    if (version >= 5) expect(store.reads.list('tiny')).toMatchObject([{ sectionId: 'enclaves', share: 0.5 }]);
    store.close();
  });
});

describe.each(olderVersions)('a change of the schema from version %i', (version) => {
  it('leaves a copy of the database as it was', async () => {
    const folder = await oldStore(version);
    found(folder);
    const [name = ''] = await readdir(join(folder, 'snapshots'));
    expect(name).toMatch(/-migration\.db$/);
    const copy = join(folder, 'snapshots', name);
    expect(query(copy, 'PRAGMA user_version')).toMatchObject([{ user_version: version }]);
    expect(query(copy, 'SELECT count(*) AS count FROM marks')).toMatchObject([{ count: 4 }]);
  });

  it('that is killed goes on at the next start, and nothing is lost', { timeout: 180_000 }, async () => {
    for (let round = 0; round < 13; round += 1) {
      const folder = await oldStore(version);
      const child = startNode([openOnce, folder]);
      await child.line(/^opening$/);
      await setTimeout(round);
      child.process.kill('SIGKILL');
      await child.ended;
      expect(child.err).toEqual([]);
      expect(found(folder), `round ${String(round)}`).toMatchObject(whole);
      expect(query(join(folder, 'recto.db'), 'PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
    }
  });
});

const logged = noWriteLog === undefined ? 'a change of the schema' : `a change of the schema (skipped: ${noWriteLog})`;

describe.skipIf(noWriteLog !== undefined)(logged, () => {
  it.each(olderVersions)(
    'from version %i that is broken off after any write, by a kill or with the power, is whole or not begun in each step',
    { timeout: 600_000 },
    async (version) => {
      const folder = await oldStore(version);
      const file = join(folder, 'recto.db');
      const before = new Map([[file, await readFile(file)]]);
      const env = await loggingEnvironment(folder, file);
      const child = startNode([openOnce, folder], { env });
      await child.ended;
      expect(child.err).toEqual([]);
      const records = (await readWriteLog(folder)).filter((record) => !record.file.endsWith('-shm'));
      expect(records.filter(({ kind }) => kind === 'write').length).toBeGreaterThan(knownVersion - version);
      const schemas = await allSchemas();
      const random = seeded(version);
      // All that was written stays after a kill; the power takes what was not synced.
      for (const keeps of [() => 0, random]) {
        for (let moment = 0; moment <= records.length; moment += 1) {
          await rm(folder, { recursive: true });
          await mkdir(folder);
          const files = diskAfter(records.slice(0, moment), keeps, before);
          for (const [name, content] of files) await writeFile(name, content);
          const [row] = query(file, 'PRAGMA user_version') as { user_version: number }[];
          const at = row!.user_version;
          expect(at, `moment ${String(moment)}`).toBeGreaterThanOrEqual(version);
          expect(schemaOf(file)).toEqual(schemas[at - 1]);
          expect(found(folder), `moment ${String(moment)}`).toMatchObject(whole);
        }
      }
    },
  );
});

/** What databases of each version are made of. */
async function allSchemas(): Promise<unknown[][]> {
  return Promise.all(versions.map(async (version) => schemaOf(join(await oldStore(version), 'recto.db'))));
}
