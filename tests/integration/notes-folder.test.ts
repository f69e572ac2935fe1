/** The reader's folder of Markdown files, by the services that both hosts have: a real store, real threads, real files. */
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotesFile, NotesFolderState } from '../../core/contract/notes-folder.ts';
import { marksCommand } from '../../electron/cli/marks-command.ts';
import { openServices, pageDoesIt, type Services } from '../../electron/services/host-services.ts';
import { tempFolder, writeTinyBundle } from './tiny-bundle.ts';

let data: string;
let vault: string;
let bundle: string;
const running: Services[] = [];

beforeEach(async () => {
  const folder = await tempFolder();
  data = join(folder, 'data');
  vault = join(folder, 'My vault');
  await mkdir(vault);
  bundle = await writeTinyBundle();
});
afterEach(() => {
  for (const services of running.splice(0)) services.close();
});

interface Told {
  readonly services: Services;
  readonly states: readonly NotesFolderState[];
}

async function start(dataFolder = data, choice = vault): Promise<Told> {
  const services = await openServices({
    bookFolder: bundle,
    dataFolder,
    version: '0',
    host: 'browser',
    openLink: () => Promise.resolve('ask'),
    desk: pageDoesIt,
    chooseFolder: () => Promise.resolve(choice === 'ask' ? 'ask' : { path: choice }),
  });
  running.push(services);
  const states: NotesFolderState[] = [];
  services.onEvent((name, payload) => {
    if (name === 'notes:written') states.push(payload as NotesFolderState);
  });
  await services.handlers['app:start']({ systemLanguages: ['zh'] });
  return { services, states };
}

const idOf = (number: number): string => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;

async function write(services: Services, number: number, body: string): Promise<void> {
  const add = { do: 'add', id: idOf(number), kind: 'note', spot: { target: 'book' }, content: { body } } as const;
  expect(await services.handlers['marks:save']({ bookId: 'tiny', changes: [add] })).toMatchObject({ ok: true });
}

async function change(services: Services, number: number, body: string): Promise<void> {
  const listed = await services.handlers['marks:list']({ bookId: 'tiny' });
  const marks = listed.ok ? listed.value.marks : [];
  const revision = marks.find(({ id }) => id === idOf(number))?.revision ?? 1;
  const edit = { do: 'edit', id: idOf(number), revision, patch: { body } } as const;
  expect(await services.handlers['marks:save']({ bookId: 'tiny', changes: [edit] })).toMatchObject({ ok: true });
}

async function state(services: Services): Promise<NotesFolderState> {
  const now = await services.handlers['notes:folder']({});
  if (!now.ok) throw new Error(now.error.code);
  return now.value;
}

async function writeNow(services: Services): Promise<NotesFolderState> {
  const now = await services.handlers['notes:write']({});
  if (!now.ok) throw new Error(now.error.code);
  return now.value;
}

const choose = (services: Services) => services.handlers['notes:choose']({});
const text = (name = '小书.md', folder = vault): Promise<string> => readFile(join(folder, name), 'utf8');
const onlyFile = async (services: Services): Promise<NotesFile | undefined> => (await state(services)).files[0];

describe('a folder of notes', () => {
  it('gets a file for each book that has marks, and each change soon after it was saved', async () => {
    const { services, states } = await start();
    await write(services, 1, 'first **thought**');
    expect(await choose(services)).toMatchObject({
      ok: true,
      value: { outcome: 'chosen', problem: null, state: { folder: 'My vault', problem: null } },
    });
    expect(await readdir(vault)).toEqual(['小书.md']);
    expect(await text()).toMatch(/^---\ntitle: "小书"\nbook: "tiny"\nsource: "Recto"\n---\n/);
    expect(await text()).toContain('first **thought**');
    expect((await stat(join(vault, '小书.md'))).mode & 0o777).toBe(0o600);
    await write(services, 2, 'second');
    await vi.waitFor(async () => expect(await text()).toContain('second'), { timeout: 20_000 });
    await vi.waitFor(() => expect(states.at(-1)?.files[0]?.marks).toBe(2), { timeout: 20_000 });
    expect(await services.handlers['marks:undo']({ bookId: 'tiny' })).toMatchObject({ ok: true });
    await vi.waitFor(async () => expect(await text()).not.toContain('second'), { timeout: 20_000 });
    expect((await readdir(vault)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is known after a restart, and catches up with what was changed by a command meanwhile', async () => {
    const first = await start();
    await write(first.services, 1, 'one');
    await choose(first.services);
    first.services.close();
    const second = await start(data, 'ask');
    expect(await state(second.services)).toMatchObject({ folder: 'My vault' });
    await rm(join(vault, '小书.md'));
    await vi.waitFor(async () => expect(await text()).toContain('one'), { timeout: 20_000 });
  });

  it('has what was written in the last moment before the end', async () => {
    const { services } = await start();
    await choose(services);
    await write(services, 1, 'at the very end');
    services.close();
    expect(await text()).toContain('at the very end');
  });

  it('keeps what the reader writes around the marks, byte for byte, whoever writes', async () => {
    const { services } = await start();
    await write(services, 1, 'one');
    await choose(services);
    await writeFile(join(vault, '小书.md'), `\uFEFF# 我的\r\n${await text()}trailing  \t`);
    await chmod(join(vault, '小书.md'), 0o644);
    const before = await text();
    await change(services, 1, 'two');
    await writeNow(services);
    const after = await text();
    expect(after).toContain('two');
    expect(after.startsWith('\uFEFF# 我的\r\n')).toBe(true);
    expect(after.endsWith('trailing  \t')).toBe(true);
    expect(before.replace(/<!-- recto:begin[^]*recto:end.*\n/, '')).toBe(
      after.replace(/<!-- recto:begin[^]*recto:end.*\r?\n/, ''),
    );
    expect((await stat(join(vault, '小书.md'))).mode & 0o777).toBe(0o644);
  });

  it('calls a colour by what the reader takes it to mean, as soon as that changes', async () => {
    const { services } = await start();
    const spot = { target: 'book' } as const;
    const content = { body: 'one', color: 'green' } as const;
    const add = { do: 'add', id: idOf(1), kind: 'note', spot, content } as const;
    expect(await services.handlers['marks:save']({ bookId: 'tiny', changes: [add] })).toMatchObject({ ok: true });
    await choose(services);
    expect(await text()).not.toContain('to be checked');
    await services.handlers['settings:save']({ colorMeanings: { green: 'to be checked' } });
    await vi.waitFor(async () => expect(await text()).toContain('to be checked'), { timeout: 20_000 });
  });

  it('does not overwrite what was changed between the markers by hand, and says so', async () => {
    const { services } = await start();
    await write(services, 1, 'from Recto');
    await choose(services);
    await writeFile(join(vault, '小书.md'), (await text()).replace('from Recto', 'by hand'));
    await writeNow(services);
    expect(await text()).toContain('by hand');
    expect(await onlyFile(services)).toMatchObject({ kept: 0 });
    await change(services, 1, 'later in Recto');
    await writeNow(services);
    expect(await text()).toContain('by hand');
    expect(await text()).toContain('later in Recto');
    expect(await onlyFile(services)).toMatchObject({ kept: 1 });
    await writeNow(services);
    expect((await text()).match(/by hand/g)).toHaveLength(1);
  });

  it('says that the folder is gone, makes none in its place, and goes on when it is back', async () => {
    const { services, states } = await start();
    await write(services, 1, 'one');
    await choose(services);
    const away = `${vault} away`;
    await rename(vault, away);
    await write(services, 2, 'two');
    await vi.waitFor(() => expect(states.at(-1)?.problem).toBe('missing'), { timeout: 20_000 });
    await expect(stat(vault)).rejects.toThrow();
    expect(await services.handlers['marks:list']({ bookId: 'tiny' })).toMatchObject({ ok: true, value: { total: 2 } });
    await rename(away, vault);
    expect(await writeNow(services)).toMatchObject({ problem: null });
    expect(await text()).toContain('two');
  });

  it('follows a file that was renamed, and takes no file that is another’s', async () => {
    const { services } = await start();
    await write(services, 1, 'one');
    await writeFile(join(vault, '小书.md'), '# 我自己的\n');
    await choose(services);
    expect((await readdir(vault)).toSorted()).toEqual(['小书 (tiny).md', '小书.md']);
    expect(await text()).toBe('# 我自己的\n');
    await rename(join(vault, '小书 (tiny).md'), join(vault, 'Renamed.md'));
    await change(services, 1, 'changed');
    await writeNow(services);
    expect((await readdir(vault)).toSorted()).toEqual(['Renamed.md', '小书.md']);
    expect(await text('Renamed.md')).toContain('changed');
  });

  it('shares a file with the Recto of another machine: each keeps its own marks in it', async () => {
    const here = await start();
    const there = await start(join(await tempFolder(), 'data'));
    await write(here.services, 1, 'from here');
    await write(there.services, 2, 'from there');
    await choose(here.services);
    await choose(there.services);
    expect(await readdir(vault)).toEqual(['小书.md']);
    for (const { services } of [here, there, here]) await writeNow(services);
    expect(await text()).toContain('from here');
    expect(await text()).toContain('from there');
    expect(await onlyFile(here.services)).toMatchObject({ marks: 1, foreign: 1 });
    await here.services.handlers['marks:save']({ bookId: 'tiny', changes: [{ do: 'delete', id: idOf(1) }] });
    await writeNow(here.services);
    expect(await text()).not.toContain('from here');
    expect(await text()).toContain('from there');
  });

  it('leaves a file alone that is not text, and says which', async () => {
    const { services } = await start();
    await write(services, 1, 'one');
    await choose(services);
    const bytes = Buffer.concat([Buffer.from(await text()), Buffer.from([0xff, 0xfe])]);
    await writeFile(join(vault, '小书.md'), bytes);
    await change(services, 1, 'two');
    await writeNow(services);
    expect((await readFile(join(vault, '小书.md'))).equals(bytes)).toBe(true);
    expect(await onlyFile(services)).toMatchObject({ name: '小书.md', problem: 'not-text' });
  });

  it('writes through a link, which stays one', async () => {
    const { services } = await start();
    await write(services, 1, 'one');
    await choose(services);
    const elsewhere = join(await tempFolder(), 'real.md');
    await rename(join(vault, '小书.md'), elsewhere);
    await symlink(elsewhere, join(vault, '小书.md'));
    await change(services, 1, 'two');
    await writeNow(services);
    expect(await readFile(elsewhere, 'utf8')).toContain('two');
    expect(execFileSync('readlink', [join(vault, '小书.md')], { encoding: 'utf8' }).trim()).toBe(elsewhere);
  });

  it('is swept of what a killed process has left, and of nothing else', async () => {
    const { services } = await start();
    await write(services, 1, 'one');
    const left = join(vault, '.recto-01234567-0123-4123-8123-0123456789ab.unfinished');
    for (const file of [left, `${left}.mine`]) {
      await writeFile(file, 'half');
      await utimes(file, 1, 1);
    }
    await choose(services);
    expect((await readdir(vault)).toSorted()).toEqual([basename(`${left}.mine`), '小书.md']);
  });

  it('is none that is not there, and none inside of Recto’s own data', async () => {
    const { services } = await start(data, join(data, 'books'));
    await mkdir(join(data, 'books'), { recursive: true });
    expect(await choose(services)).toMatchObject({ ok: true, value: { outcome: 'unfit', problem: 'own-data' } });
    expect(await state(services)).toMatchObject({ folder: null });
    const other = await start(join(await tempFolder(), 'data'), join(data, 'nowhere'));
    expect(await choose(other.services)).toMatchObject({ ok: true, value: { outcome: 'unfit', problem: 'missing' } });
  });

  it('is asked of the command line where the host has no dialog, and let go without a file being lost', async () => {
    const { services } = await start(data, 'ask');
    await write(services, 1, 'one');
    expect(await choose(services)).toMatchObject({ ok: true, value: { outcome: 'ask', state: { folder: null } } });
    expect(await services.notes.choose(vault)).toEqual({ ok: true, value: undefined });
    expect(await services.handlers['notes:leave']({})).toMatchObject({ ok: true, value: { folder: null, files: [] } });
    await change(services, 1, 'not written any more');
    await writeNow(services);
    expect(await text()).toContain('one');
  });

  it('never tells the page its path, whatever goes wrong', async () => {
    const { services, states } = await start();
    await write(services, 1, 'one');
    const answers: unknown[] = [await choose(services), await state(services)];
    await rm(vault, { recursive: true });
    answers.push(await writeNow(services), states, services.settings(), await services.handlers['app:diagnose']({}));
    expect(JSON.stringify(answers)).toContain(basename(vault));
    expect(JSON.stringify(answers)).not.toContain(vault);
  });

  it('takes a full disk and one that may only be read for what they are, and leaves no half file', async ({ skip }) => {
    const disk = await tempFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk], { stdio: 'pipe' });
    } catch {
      skip('no small disk can be mounted here');
    }
    try {
      const { services } = await start(data, disk);
      await write(services, 1, 'small');
      await choose(services);
      const before = await text('小书.md', disk);
      await change(services, 1, 'x'.repeat(90_000));
      for (const number of [2, 3]) await write(services, number, 'y'.repeat(90_000));
      await writeNow(services);
      expect(await onlyFile(services)).toMatchObject({ problem: 'full' });
      expect(await readdir(disk)).toEqual(['小书.md']);
      expect(await text('小书.md', disk)).toBe(before);
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      await writeNow(services);
      expect(await onlyFile(services)).toMatchObject({ problem: 'refused' });
      execFileSync('mount', ['-o', 'remount,rw,size=3m', disk]);
      await writeNow(services);
      expect(await onlyFile(services)).toMatchObject({ problem: null });
      expect(await text('小书.md', disk)).toContain('y'.repeat(90_000));
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });
});

describe('recto marks sync', () => {
  async function marks(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    const said = { out: '', err: '' };
    const code = await marksCommand.run(['sync', ...args, '--data', data], {
      print: (line) => (said.out += `${line}\n`),
      tell: (line) => (said.err += `${line}\n`),
      progress: () => undefined,
    });
    return { code, ...said };
  }

  it('writes into the folder that is named, else into the one that was chosen', async () => {
    const { services } = await start();
    await write(services, 1, 'one');
    await expect(marks()).rejects.toThrow(/No folder of notes has been chosen/);
    const other = await tempFolder();
    expect(await marks(other)).toEqual({ code: 0, out: '小书.md: 1 marks, written\n', err: '' });
    expect(await marks(other, '--json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('"written":false') as string,
    });
    await choose(services);
    expect(await marks()).toEqual({ code: 0, out: '小书.md: 1 marks, as before\n', err: '' });
  });

  it('says what is in the way', async () => {
    const { services } = await start();
    await write(services, 1, 'one');
    expect(await marks(join(vault, 'nowhere'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no such folder') as string,
    });
    const name = (await marks(vault)).out.split(':')[0] ?? '';
    await writeFile(join(vault, name), Buffer.from([0x23, 0xff, 0x0a]));
    // It begins with nothing that says whose it is, so another file is made.
    expect(await marks(vault)).toMatchObject({ code: 0 });
    expect(await readdir(vault)).toHaveLength(2);
  });
});
