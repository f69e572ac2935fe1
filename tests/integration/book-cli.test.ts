/** `recto book` as it is called: a book comes, is listed, compiled again, told about and taken away. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookCommand } from '../../electron/cli/book-command.ts';
import { UsageError } from '../../electron/cli/command.ts';
import { claimFolder } from '../../electron/services/claim.ts';

let folder: string;
let data: string;
let source: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-book-cli-'));
  data = join(folder, 'data');
  source = join(folder, 'field-notes');
  await mkdir(source);
  await writeFile(join(source, 'SUMMARY.md'), '# Summary\n\n- [One](one.md)\n- [Gone](gone.md)\n');
  await writeFile(join(source, 'one.md'), '# One\n\nText with a [dead link](two.md).\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function book(...args: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const code = await bookCommand.run([...args, '--data', data], {
    print: (line) => (written.stdout += `${line}\n`),
    tell: (line) => (written.stderr += `${line}\n`),
    progress: () => undefined,
  });
  return { code, ...written };
}

async function bookJson(...args: readonly string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await book(...args, '--json')).stdout) as Record<string, unknown>;
}

async function idOf(): Promise<string> {
  const { books } = (await bookJson('list')) as { books: readonly { id: string; kind: string }[] };
  return books.find(({ kind }) => kind === 'imported')?.id ?? '';
}

describe('recto book', { timeout: 240_000 }, () => {
  it('brings a book along, says what is wrong with it, and lists it', async () => {
    const added = await book('add', source);
    expect(added.code).toBe(0);
    expect(added.stdout).toMatch(/field-notes/);
    expect(added.stderr).toMatch(/^SUMMARY\.md:4: error: .*gone\.md.* \[chapter-missing\]$/m);
    expect(added.stderr).toMatch(/^one\.md:3: .*two\.md.* \[link-dead\]$/m);
    const id = await idOf();
    const line = (await book('list')).stdout.split('\n').find((one) => one.startsWith(id));
    expect(line).toContain('0 marks  field-notes');
    expect((await book('report', id)).stdout).toBe(added.stderr);
    expect(await bookJson('report', id)).toMatchObject({ ok: true, problems: [{ severity: 'error' }, {}] });
    expect((await book('report', id, '--lang', 'zh')).stdout).toMatch(/: 错误: .*\p{Script=Han}/u);
  });

  it('still tells a report that was kept in English words', async () => {
    await book('add', source);
    const id = await idOf();
    const kept = join(data, 'books', id, 'report.json');
    const before = await book('report', id);
    await writeFile(kept, JSON.stringify((await bookJson('report', id)).problems));
    expect((await book('report', id)).stdout).toBe(before.stdout);
    expect((await book('report', id, '--lang', 'zh')).stdout).toContain(': 错误: ');
  });

  it('compiles it again from where it came from', async () => {
    await book('add', source);
    const id = await idOf();
    await writeFile(join(source, 'gone.md'), '# Found\n\nText.\n');
    expect((await book('update', id)).stderr).not.toContain('gone.md');
    await rm(source, { recursive: true });
    const lost = await book('update', id);
    expect(lost.code).toBe(1);
    expect(lost.stderr).not.toBe('');
    // What is on the shelf stays there.
    expect(await idOf()).toBe(id);
  });

  it('takes it away, once', async () => {
    await book('add', source);
    const id = await idOf();
    expect(await book('remove', id)).toMatchObject({ code: 0, stdout: expect.stringContaining(id) as string });
    expect(await idOf()).toBe('');
    expect((await book('remove', id)).code).toBe(1);
    expect((await book('remove', 'cncc')).code).toBe(1);
  });

  it('refuses what is no book, and names it', async () => {
    await mkdir(join(folder, 'empty'));
    const refused = await book('add', join(folder, 'empty'));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('[not-a-book]');
    expect(refused.stderr).toContain('empty is no book that can be read.');
    expect((await book('add', join(folder, 'nowhere'))).code).toBe(1);
    expect(await bookJson('report', 'nobody')).toMatchObject({ ok: false });
  });

  it('leaves the books alone while the reader has them', async () => {
    const claim = claimFolder(data);
    expect(claim.kind).toBe('held');
    const refused = await book('list');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('Recto is open with the data folder');
    if (claim.kind === 'held') claim.release();
    expect((await book('list')).code).toBe(0);
  });

  it.each([[], ['burn'], ['add'], ['list', 'all'], ['remove', 'a', 'b']])(
    'says how it is used: %j',
    async (...args) => {
      await expect(book(...args)).rejects.toThrow(UsageError);
    },
  );
});
