import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { makeBook, makeFolder, rectoFiles, removeFolders } from './compile-books.ts';

const recto = fileURLToPath(new URL('../../electron/cli/recto.ts', import.meta.url));

afterEach(removeFolders);

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [recto, ...args], (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

describe('the command line', () => {
  it('compiles a book and prints its text by block', async () => {
    const target = join(await makeFolder(), 'tiny');
    const compiled = await run('compile', await makeBook(rectoFiles()), target);
    expect(compiled).toEqual({
      code: 0,
      stdout: `${target}: “tiny”, 2 chapters, 10 blocks, 0 figures, 0 pictures\n`,
      stderr: '0 errors, 0 warnings\n',
    });
    const text = await run('text', target, 'inner', '--lang', 'en');
    expect(text).toEqual({ code: 0, stdout: '[inner.0] Inner\n[more.0] More\n[more.1] ls -l\n', stderr: '' });
    const json = await run('text', target, 'start', '--json');
    expect(JSON.parse(json.stdout)).toEqual({
      book: 'tiny',
      chapter: 'start',
      lang: 'zh',
      title: '开始',
      blocks: [
        { id: 'start.0', kind: 'heading', text: '开始' },
        { id: 'start.1', kind: 'paragraph', text: '见内部。' },
      ],
    });
  });

  it('searches a book', async () => {
    const target = join(await makeFolder(), 'tiny');
    const files = rectoFiles({
      'zh/start.md': '# 开始 {#start}\n\n机密容器在😀**飞地**里。\n',
      'en/start.md': '# Start {#start}\n\nRun `ls --annotation` in the enclave.\n',
    });
    await run('compile', await makeBook(files), target);
    const found = await run('search', '飞地', '--book', target, '--json');
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(found.stdout)).toEqual({
      book: 'tiny',
      query: '飞地',
      total: 1,
      exactTotal: 1,
      corrections: [],
      results: [
        {
          lang: 'zh',
          chapter: 'start',
          section: 'start',
          title: '开始',
          trail: [],
          block: 'start.1',
          score: expect.any(Number) as number,
          exact: true,
          missing: [],
          excerpt: '机密容器在😀飞地里。',
          offsets: [[6, 8]],
        },
      ],
    });
    const option = await run('search', '--annotation', '--book', target, '--lang=en');
    expect(option.stdout).toBe('= start/start (en) Start\n    Run ls --annotation in the enclave.\n');
    // A bundle without an index is searched all the same.
    await rm(join(target, 'search'), { recursive: true });
    expect((await run('search', '飞地', '--book', target, '--json')).stdout).toBe(found.stdout);
  });

  it('says when a search finds nothing, and when it was asked wrongly', async () => {
    const target = join(await makeFolder(), 'tiny');
    await run('compile', await makeBook(rectoFiles()), target);
    const search = (...args: readonly string[]) => run('search', ...args, '--book', target);
    expect(await search('qqqq')).toEqual({ code: 1, stdout: '', stderr: 'Nothing found.\n' });
    expect(await search('ls', '--lang', 'fr')).toMatchObject({ code: 2, stdout: '' });
    expect(await search('ls', '--limit', 'many')).toMatchObject({ code: 2, stdout: '' });
    expect(await search()).toMatchObject({ code: 2, stdout: '' });
    expect(await run('search', 'ls', '--book', join(target, 'nowhere'))).toMatchObject({ code: 1, stdout: '' });
  });

  it('ends in peace when its reader has seen enough', async () => {
    const target = join(await makeFolder(), 'tiny');
    const long = Array.from({ length: 20_000 }, (_, at) => `Paragraph ${String(at)}.\n`).join('\n');
    await run('compile', await makeBook({ 'SUMMARY.md': '* [A](a.md)\n', 'a.md': `# A\n\n${long}` }), target);
    const piped = await new Promise<string>((resolve) => {
      const script = `"$0" "$1" text "$2" a | head -n 1`;
      execFile('bash', ['-o', 'pipefail', '-c', script, process.execPath, recto, target], (error, stdout, stderr) => {
        resolve(`${error === null ? 'ok' : String(error.code)}: ${stdout}${stderr}`);
      });
    });
    expect(piped).toBe('ok: [a.0] A\n');
  });

  it('checks a book, and its status says whether it is in order', async () => {
    const good = await makeBook(rectoFiles());
    expect(await run('check', good)).toEqual({ code: 0, stdout: '', stderr: '0 errors, 0 warnings\n' });
    const bad = await makeBook(
      rectoFiles({ 'zh/start.md': '# 开始 {#begin}\n\n正文。\n', 'en/start.md': '# Start {#begin}\n\nText.\n' }),
    );
    const failed = await run('check', bad);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('zh/start.md:1: error: ');
    const json = await run('check', bad, '--json');
    expect(json).toMatchObject({ code: 1, stderr: '2 errors, 0 warnings\n' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      id: null,
      report: [
        { file: 'en/start.md', line: 1, message: "The title's id is “begin”, not the chapter's id “start”." },
        { file: 'zh/start.md', line: 1 },
      ],
    });
    const chinese = await run('check', bad, '--lang', 'zh');
    expect(chinese.stderr).toContain(
      'zh/start.md:1: 错误: 总标题的标识是“begin”，而章节的标识是“start”。 [heading-id-invalid]\n',
    );
    expect(chinese.stderr).toMatch(/\n2个错误，0个警告\n$/);
    expect(await run('check', bad, '--lang', 'fr')).toMatchObject({ code: 2 });
  });

  it('prints what the chapters were compared with', async () => {
    const files = rectoFiles({ 'review/start.yaml': 'text: {}\n' });
    const reviewed = files['book.yaml']?.replace('contents:', 'reviewed: true\ncontents:') ?? '';
    const { code, stdout } = await run('check', await makeBook({ ...files, 'book.yaml': reviewed }), '--reviews');
    expect(code).toBe(1);
    expect(stdout).toContain('inner    en    0      0         0         0        0       -         missing\n');
    expect(stdout).toContain('0 of 4 texts are as they were reviewed.\n');
  });

  it('is content with warnings', async () => {
    const book = await makeBook({ 'SUMMARY.md': '* [A](a.md)\n', 'a.md': '# A\n\n![](https://a.example/x.png)\n' });
    expect((await run('check', book)).code).toBe(0);
  });

  it('says how it is used, and what was wrong with the call', async () => {
    expect(await run()).toMatchObject({ code: 2, stdout: '' });
    expect((await run('--help')).stdout).toContain('compile a book to a bundle');
    for (const command of ['compile', 'check', 'text', 'serve']) {
      expect(await run(command, '--help')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`recto ${command} `) as string,
      });
    }
    expect((await run('print')).stderr).toContain('There is no command “print”.');
    expect(await run('compile', 'x')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^OUT is missing\./) as string,
    });
    expect(await run('check', 'x', 'y')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^“y” is one argument too many\./) as string,
    });
    expect(await run('check', 'x', '--jsno')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--jsno') as string,
    });
  });

  it('names what is there when a book, a chapter or a language is not', async () => {
    const target = join(await makeFolder(), 'tiny');
    await run('compile', await makeBook(rectoFiles()), target);
    expect(await run('text', '/no/book', 'x')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no book “/no/book”') as string,
    });
    expect(await run('text', target, 'x')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Chapters: start, inner.') as string,
    });
    expect(await run('text', target, 'start', '--lang', 'fr')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('its languages: zh, en') as string,
    });
  });
});
