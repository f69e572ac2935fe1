/** `recto marks` as it is called, on a data folder that a reader uses. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marksCommand } from '../../electron/cli/marks-command.ts';
import { openStore, type OpenedStore } from '../../electron/services/store/open-store.ts';
import { fileMark } from '../../core/marks/exchange/marks-file.ts';
import { someMark } from '../unit/core/marks/some-marks.ts';
import { tempFolder, tinyManifest, writeTinyBundle } from './tiny-bundle.ts';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** In this process: a new one for each call would take longer than all the rest. */
async function marks(...args: readonly string[]): Promise<Run> {
  const written = { stdout: '', stderr: '' };
  const code = await marksCommand.run(args, {
    print: (line) => (written.stdout += `${line}\n`),
    tell: (line) => (written.stderr += `${line}\n`),
    progress: () => undefined,
  });
  return { code, ...written };
}

/** As a person does. */
function recto(...args: readonly string[]): Promise<Run> {
  const file = fileURLToPath(new URL('../../electron/cli/recto.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

let folder: string;
let data: string;
let bundle: string;
let opened: OpenedStore;

// The reader's own process has the store open all the time.
beforeEach(async () => {
  folder = await tempFolder();
  data = join(folder, 'data');
  bundle = await writeTinyBundle();
  opened = openStore(data);
  const anchor = { ...someMark().anchor!, chapterId: 'enclaves', sectionId: 'enclaves', blockId: 'enclaves.1' };
  const made = someMark({ kind: 'note', body: 'a\nthought\u001b[2J', tags: ['x'], anchor });
  opened.store.marks.import({ id: 'tiny', edition: '1', title: tinyManifest.title }, [fileMark(made)], ['new']);
});
afterEach(() => {
  opened.store.close();
});

describe('recto marks', () => {
  it('lists, for people and for programs', async () => {
    expect(await marks('list', '--data', data, '--book', bundle)).toEqual({
      code: 0,
      stdout: 'note: enclaves 中文  “机密内存”  a thought [2J  #x\n',
      stderr: '1 marks in “tiny”\n',
    });
    const json = JSON.parse((await marks('list', '--data', data, '--json')).stdout) as unknown;
    expect(json).toMatchObject({
      ok: true,
      book: 'tiny',
      marks: [{ body: 'a\nthought\u001b[2J', link: 'recto://tiny/enclaves#enclaves.1', place: ['enclaves'] }],
    });
  });

  it('exports, and imports into another folder after it said what it would do', async () => {
    const file = join(folder, 'tiny.html');
    const exported = await marks('export', file, '--data', data);
    expect(exported).toEqual({ code: 0, stdout: `${file}: 1 marks of “tiny” (html)\n`, stderr: '' });

    const other = join(folder, 'other');
    openStore(other).store.close();
    const preview = await marks('import', file, '--data', other, '--book', bundle);
    expect(preview.stdout).toBe(
      `${file}: 1 new\n1 of them have no place in this edition; they are kept to be placed.\n`,
    );
    expect(preview.stderr).toBe('Nothing was changed. With --yes 1 are taken in.\n');
    expect((await marks('list', '--data', other, '--book', bundle)).stdout).toBe('');

    const taken = await marks('import', file, '--data', other, '--yes', '--json');
    const counts = { new: 1, same: 0, newer: 0, older: 0, erased: 0 };
    expect(JSON.parse(taken.stdout)).toEqual({
      ok: true,
      book: 'tiny',
      applied: true,
      counts,
      notFound: null,
      passedOver: [],
    });
    expect((await marks('list', '--data', other)).stdout).toContain('“机密内存”');
  });

  it('writes while the reader is open, who sees it', async () => {
    const file = join(folder, 'tiny.json');
    await marks('export', file, '--data', data);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('00000001"', '00000002"').replace('thought', 'second thought'));
    expect((await marks('import', file, '--data', data, '--yes')).code).toBe(0);
    expect(opened.store.marks.list('tiny').map(({ body }) => body?.split('\u001b')[0])).toEqual([
      'a\nthought',
      'a\nsecond thought',
    ]);
  });

  it.each<[string, string, () => Promise<void>]>([
    ['damaged', 'store-damaged', () => writeFile(join(folder, 'bad', 'recto.db'), 'shopping lists\n'.repeat(500))],
    ['of a newer Recto', 'store-newer', () => newer(join(folder, 'bad', 'recto.db'))],
    ['of another program', 'store-unavailable', () => foreign(join(folder, 'bad', 'recto.db'))],
  ])('leaves data that is %s as it is, and says so', async (_, code, make) => {
    const bad = join(folder, 'bad');
    await mkdir(bad);
    await make();
    const file = join(folder, 'tiny.json');
    await marks('export', file, '--data', data);
    const before = await readFile(join(bad, 'recto.db'));
    for (const args of [['list'], ['backup', join(folder, 'all.zip')], ['import', file, '--yes']]) {
      const run = await marks(...args, '--data', bad, '--json');
      expect([run.code, JSON.parse(run.stdout)]).toMatchObject([1, { ok: false, code }]);
      expect(run.stderr).toContain(join(bad, 'recto.db'));
    }
    expect(await readFile(join(bad, 'recto.db'))).toEqual(before);
    expect((await readdir(bad)).filter((name) => name.includes('damaged'))).toEqual([]);
    await expect(stat(join(folder, 'all.zip'))).rejects.toThrow('ENOENT');
  });

  function database(file: string, sql: string): Promise<void> {
    const made = new DatabaseSync(file);
    made.exec(sql);
    made.close();
    return Promise.resolve();
  }
  const newer = (file: string) => database(file, 'CREATE TABLE later (x); PRAGMA user_version = 99');
  const foreign = (file: string) => database(file, 'CREATE TABLE cookies (x)');

  it('backs up, and restores into a folder that is not there yet', async () => {
    const zip = join(folder, 'all.zip');
    const backup = await marks('backup', zip, '--data', data);
    expect(backup.stdout).toBe(`${zip}: 1 marks of “tiny”, settings\n`);
    const fresh = join(folder, 'fresh');
    expect(await marks('restore', zip, '--data', fresh, '--yes')).toEqual({
      code: 0,
      stdout: 'tiny: 1 new\n',
      stderr: '1 were taken in.\n',
    });
    const again = await marks('restore', zip, '--data', fresh, '--yes', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      applied: true,
      books: [{ id: 'tiny', counts: { same: 1, new: 0 } }],
    });
  });

  it('takes a template for Markdown', async () => {
    const [file, template] = [join(folder, 'tiny.md'), join(folder, 'mine.txt')];
    await writeFile(template, '{{words}}: {{tags}} {{state}}');
    expect((await marks('export', file, '--data', data, '--template', template)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('\n机密内存: #x \n');
    await writeFile(template, '{{nothing}}');
    expect((await marks('export', file, '--data', data, '--template', template)).stderr).toContain('{{nothing}}');
  });

  it('says what is wrong, changes nothing, and ends with 1', async () => {
    const file = join(folder, 'bad.json');
    await writeFile(file, '{"format":"recto-marks","version":9}');
    const bad = await marks('import', file, '--data', data, '--yes', '--json');
    expect([bad.code, JSON.parse(bad.stdout)]).toEqual([1, { ok: false, code: 'newer', what: '9' }]);
    expect(bad.stderr).toBe(
      `${file}: it was written by a newer Recto (format 9); update Recto, then import it. Nothing was changed.\n`,
    );
    const missing = await marks('import', join(folder, 'none.json'), '--data', data);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('none.json')]);
    const nowhere = join(folder, 'nowhere');
    const empty = await marks('list', '--data', nowhere);
    expect([empty.code, empty.stderr]).toEqual([1, `There is no data of Recto in ${nowhere}.\n`]);
    await expect(stat(nowhere)).rejects.toThrow('ENOENT');
  });

  it.each([
    [],
    ['burn'],
    ['export'],
    ['export', 'marks.doc'],
    ['export', 'a.md', '--format', 'pdf'],
    ['export', 'a.csv', '--template', 'x'],
    ['import', 'a.json', '--take', 'all'],
    ['list', '--all'],
  ])('refuses a wrong call: %s', async (...args) => {
    const call = marks(...args, ...(args.length > 0 ? ['--data', data] : []));
    await expect(call).rejects.toThrow(/FILE is missing|--|none of|What shall|no format/);
  });

  it('is a command of recto, in a process beside the reader', async () => {
    const file = join(folder, 'tiny.csv');
    const run = await recto('marks', 'export', file, '--data', data);
    expect(run).toEqual({ code: 0, stdout: `${file}: 1 marks of “tiny” (csv)\n`, stderr: '' });
    const wrong = await recto('marks', 'burn', '--data', data);
    expect([wrong.code, wrong.stdout, wrong.stderr]).toEqual([2, '', expect.stringContaining('recto marks list')]);
  });
});
