/** What "saved" means: it is on the disk, whatever happens next. On what the store writes, sync by sync. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seeded } from '../unit/core/anchor/edited-chapter.ts';
import { startNode } from './child-process.ts';
import { checkLife } from './kill-marks.ts';
import { tempFolder } from './tiny-bundle.ts';
import { diskAfter, loggingEnvironment, noWriteLog, readWriteLog, type LogRecord } from './write-log.ts';

const saveKinds = fileURLToPath(new URL('save-kinds.ts', import.meta.url));
const marksWriter = fileURLToPath(new URL('marks-writer.ts', import.meta.url));

const suite = noWriteLog === undefined ? 'the disk' : `the disk (skipped: ${noWriteLog})`;

/** Runs a script on a new data folder until it ends or has said `last`, and gives what it wrote. */
async function logOf(script: string, last?: RegExp): Promise<{ records: LogRecord[]; dataFolder: string }> {
  const folder = await tempFolder();
  const dataFolder = join(folder, 'data');
  const env = await loggingEnvironment(folder, join(dataFolder, 'recto.db'));
  const child = startNode([script, dataFolder, '0'], { env });
  if (last) {
    await child.line(last);
    child.process.kill('SIGKILL');
  }
  await child.ended;
  expect(child.err).toEqual([]);
  // The index of the log is made anew after each crash, and holds nothing else.
  const records = (await readWriteLog(folder)).filter(({ file }) => !file.endsWith('-shm'));
  await rm(dataFolder, { recursive: true });
  return { records, dataFolder };
}

describe.skipIf(noWriteLog !== undefined)(suite, () => {
  it(
    'has had a sync after the last write before each kind of save is said to be kept',
    { timeout: 180_000 },
    async () => {
      const { records } = await logOf(saveKinds);
      let since: LogRecord[] = [];
      const kept: string[] = [];
      for (const record of records) {
        if (record.kind !== 'output') {
          since.push(record);
          continue;
        }
        const name = record.data.toString().trim();
        const writes = since.findLastIndex(({ kind }) => kind === 'write');
        const syncs = since.findLastIndex(({ kind }) => kind === 'sync');
        expect([name, writes >= 0, syncs > writes]).toEqual([name, true, true]);
        kept.push(name);
        since = [];
      }
      expect(kept).toEqual([
        'opened',
        'added',
        'edited',
        'deleted',
        'undone',
        'redone',
        'imported',
        'draft',
        'position',
        'trail',
        'settings',
      ]);
    },
  );

  it('holds every acknowledged change after a power failure at any moment', { timeout: 600_000 }, async () => {
    // Long enough for the log to be folded into the database on the way (every 1000 pages).
    const { records, dataFolder } = await logOf(marksWriter, /^170$/);
    expect(records.some(({ kind, file }) => kind === 'sync' && file.endsWith('recto.db'))).toBe(true);
    const random = seeded(7);
    const folds = records.flatMap(({ kind, file }, at) => (kind === 'write' && file.endsWith('recto.db') ? [at] : []));
    const anywhere = Array.from({ length: 60 }, (_, at) => Math.floor(((at + 1) * records.length) / 60));
    const whileFolding = Array.from({ length: 35 }, () => folds[random(folds.length)]! + random(3));
    const whileMaking = Array.from({ length: 25 }, (_, at) => at + 1);
    for (const moment of [...whileMaking, ...anywhere, ...whileFolding]) {
      const before = records.slice(0, moment);
      await rm(dataFolder, { recursive: true, force: true });
      await mkdir(dataFolder);
      for (const [file, content] of diskAfter(before, random)) await writeFile(file, content);
      // What was acknowledged, step by step; the store may have more, since a write that was not waited for may arrive.
      checkLife(dataFolder, before.filter(({ kind }) => kind === 'output').length, moment);
    }
  });
});
