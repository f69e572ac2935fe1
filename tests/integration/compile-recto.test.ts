import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBook, compileBook } from '../../build/compile/compile.ts';
import { bookManifestSchema, chapterSchema, integritySchema } from '../../core/book/model.ts';
import {
  lines,
  makeBook,
  makeFolder,
  onePixelPng,
  readAll,
  readChapter,
  rectoFiles,
  removeFolders,
} from './compile-books.ts';

afterEach(removeFolders);

async function check(changes: Record<string, string>): Promise<string[]> {
  const outcome = await checkBook(await makeBook(rectoFiles(changes)));
  return lines(outcome.report);
}

function without(files: Record<string, string>, ...paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));
}

describe('compiling a book in our own format', () => {
  it('writes a bundle that keeps its own promises', async () => {
    const target = join(await makeFolder(), 'tiny');
    const outcome = await compileBook(await makeBook(rectoFiles()), target);
    expect(lines(outcome.report)).toEqual([]);
    expect(outcome).toMatchObject({ ok: true, stats: { chapters: 2, blocks: 10, figures: 0, pictures: 0 } });

    const manifest = bookManifestSchema.parse(JSON.parse(await readFile(join(target, 'book.json'), 'utf8')));
    expect(manifest).toEqual(outcome.manifest);
    expect(manifest.contents).toMatchObject([
      { kind: 'chapter', id: 'start', page: 4, languages: ['zh', 'en'], headings: { zh: [], en: [] } },
      {
        kind: 'part',
        id: 'deep',
        children: [{ id: 'inner', headings: { en: [{ id: 'more', depth: 2, title: 'More' }] } }],
      },
    ]);

    const chapter = chapterSchema.parse(await readChapter(target, 'zh', 'start'));
    expect(chapter.sections[0]?.blocks[1]?.html).toBe('<p>见<a href="#/inner/more">内部</a>。</p>');

    const { 'integrity.json': integrityHex = '', ...files } = await readAll(target);
    const integrity = integritySchema.parse(JSON.parse(Buffer.from(integrityHex, 'hex').toString()));
    const hashes = Object.entries(files).map(([path, hex]) => [
      path,
      createHash('sha256').update(hex, 'hex').digest('hex'),
    ]);
    expect(integrity.files).toEqual(Object.fromEntries(hashes));
  });

  it('gives the same bytes from another folder to another folder', async () => {
    const files = {
      ...rectoFiles({
        'zh/start.md': '# 开始 {#start}\n\n```mermaid title="图" alt="说明"\nflowchart LR\n  a[甲]:::key --> b\n```\n',
        'en/start.md': '# Start {#start}\n\n```mermaid title="T" alt="D"\nflowchart LR\n  a[A]:::key --> b\n```\n',
      }),
    };
    const targets = await Promise.all(
      ['one', 'two/deeper'].map(async (name) => {
        const target = join(await makeFolder(), name);
        expect((await compileBook(await makeBook(files), target)).ok).toBe(true);
        return readAll(target);
      }),
    );
    expect(targets[0]).toEqual(targets[1]);
    expect(Object.keys(targets[0] ?? {})).toHaveLength(8);
  });

  it('gives the same bytes for files from Windows', async () => {
    const files = rectoFiles();
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    const [unixTarget, windowsTarget] = [join(await makeFolder(), 'a'), join(await makeFolder(), 'a')];
    await compileBook(await makeBook(files), unixTarget);
    const outcome = await compileBook(await makeBook(windows), windowsTarget);
    expect(lines(outcome.report)).toEqual([]);
    expect(await readAll(windowsTarget)).toEqual(await readAll(unixTarget));
  });

  it('lists every mistake, then fails once and leaves the old bundle as it was', async () => {
    const target = join(await makeFolder(), 'tiny');
    await compileBook(await makeBook(rectoFiles()), target);
    const before = await readAll(target);
    const broken = rectoFiles({
      'zh/start.md': '# 开始 {#start}\n\n见[内部](deep/gone.md)和[外面](http://a.example/)。\n\n![](x.png)\n',
      'en/start.md': '# Start {#start}\n\n- See [inner](deep/inner.md#nowhere).\n',
    });
    const outcome = await compileBook(await makeBook(broken), target);
    expect(outcome.ok).toBe(false);
    expect(outcome.manifest).toBeUndefined();
    expect(lines(outcome.report)).toEqual([
      'en/start.md:3: error: The link leads to “#nowhere”, which is no heading of en/deep/inner.md. [link-anchor-dead]',
      'en/start.md:3: error: The languages part here: list, but zh/start.md:3 has paragraph. [translation-parts]',
      'zh/start.md:3: error: The link leads to “deep/gone.md”, which is no chapter of this book. [link-dead]',
      'zh/start.md:3: error: External links are https addresses: http://a.example/ [link-not-https]',
      'zh/start.md:5: error: Picture: zh/x.png does not exist. [image-missing]',
    ]);
    expect(await readAll(target)).toEqual(before);
    expect(await readdir(dirname(target))).toEqual(['tiny']);
  });

  it('names the line of a chapter that is missing, and of a missing translation', async () => {
    const files = rectoFiles();
    const outcome = await checkBook(await makeBook(without(files, 'zh/start.md', 'en/deep/inner.md')));
    expect(lines(outcome.report)).toEqual([
      'book.yaml:7: error: Chapter “start”: zh/start.md does not exist. [chapter-missing]',
      'book.yaml:13: error: Chapter “inner”: en/deep/inner.md does not exist. [translation-missing]',
      'en/start.md:3: error: The link leads to “deep/inner.md”, which is no chapter of this book. [link-dead]',
    ]);
  });

  it('says where the YAML is broken', async () => {
    const [first] = await check({ 'book.yaml': 'format: 1\nid: "tiny\nedition: 1\n' });
    expect(first).toMatch(/^book\.yaml:\d+:\d+: error: YAML: /);
  });

  it('says which entry is wrong, and does not let a typing mistake pass', async () => {
    const yaml = rectoFiles()['book.yaml'] ?? '';
    expect(await check({ 'book.yaml': yaml.replace('page: 4', 'pgae: 4') })).toEqual([
      'book.yaml:7:5: error: contents.0: Unrecognized key: "pgae" [book-file-invalid]',
    ]);
    expect(await check({ 'book.yaml': yaml.replace('id: tiny', 'id: Tiny Book') })).toEqual([
      'book.yaml:2:5: error: id: has to be made of a-z, 0-9 and hyphens [book-file-invalid]',
    ]);
    expect(await check({ 'book.yaml': yaml.replace('chapter: inner', 'chapter: start') })).toContainEqual(
      'book.yaml:13:18: error: The id “start” is used twice. [chapter-repeated]',
    );
    expect(await check({ 'book.yaml': yaml.replace(', en: Inner', '') })).toEqual([
      'book.yaml:14:16: error: contents.1.contents.0.title is missing in the language en. [translation-missing]',
    ]);
  });

  it('does not grow with aliases of aliases', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map(
        (name, at) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefgh'[at] ?? ''}`)
            .join(', ')}]`,
      ),
    ].join('\n');
    const report = await check({ 'book.yaml': bomb });
    expect(report.join('\n')).toContain('[book-file-invalid]');
  });

  it('refuses chapters and pictures that lie outside, whatever way they take', async () => {
    const outside = await makeBook({ 'secret.md': '# Secret {#start}\n', 'secret.png': onePixelPng });
    const files = rectoFiles({
      'zh/deep/inner.md': '# 内部 {#inner}\n\n## 更多 {#more}\n\n![图](link.png)\n\n![图](../../../secret.png)\n',
      'en/deep/inner.md':
        '# Inner {#inner}\n\n## More {#more}\n\n![P](..%2F..%2F..%2Fsecret.png)\n\n![P](/../secret.png)\n',
    });
    const folder = await makeBook(without(files, 'zh/start.md'));
    await symlink(join(outside, 'secret.md'), join(folder, 'zh/start.md'));
    await symlink(join(outside, 'secret.png'), join(folder, 'zh/deep/link.png'));
    const target = join(await makeFolder(), 'out');
    const { ok, report } = await compileBook(folder, target);
    expect(ok).toBe(false);
    expect(lines(report).filter((line) => line.includes('path-outside-book'))).toEqual([
      "book.yaml:7: error: Chapter “start”: zh/start.md lies outside the book's folder. [path-outside-book]",
      "en/deep/inner.md:5: error: ..%2F..%2F..%2Fsecret.png lies outside the book's folder. [path-outside-book]",
      "en/deep/inner.md:7: error: /../secret.png lies outside the book's folder. [path-outside-book]",
      "zh/deep/inner.md:5: error: Picture: zh/deep/link.png lies outside the book's folder. [path-outside-book]",
      "zh/deep/inner.md:7: error: ../../../secret.png lies outside the book's folder. [path-outside-book]",
    ]);
  });

  it('says that a folder is no book, or no folder', async () => {
    const empty = await checkBook(await makeFolder());
    expect(lines(empty.report)).toEqual([
      'error: This folder is not a book: there is no book.yaml, no book.toml and no SUMMARY.md in it. [not-a-book]',
    ]);
    const nowhere = await checkBook('/no/such/folder');
    expect(lines(nowhere.report)).toEqual(['error: There is no folder /no/such/folder. [not-a-book]']);
  });

  it('does not touch a target that is not a bundle', async () => {
    const target = await makeBook({ 'thesis.txt': 'ten years of work' });
    const outcome = await compileBook(await makeBook(rectoFiles()), target);
    expect(outcome.ok).toBe(false);
    expect(lines(outcome.report).join()).toContain('[target-not-a-bundle]');
    expect(await readAll(target)).toEqual({ 'thesis.txt': Buffer.from('ten years of work').toString('hex') });
  });

  it('reports a target that cannot be written', async () => {
    const folder = await makeBook({ file: 'x' });
    const outcome = await compileBook(await makeBook(rectoFiles()), join(folder, 'file', 'below'));
    expect(outcome.ok).toBe(false);
    expect(lines(outcome.report).join()).toContain('[target-unwritable]');
  });

  it('reads no chapter that is not text', async () => {
    const folder = await makeBook(rectoFiles());
    await writeFile(join(folder, 'zh/start.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0xc3]));
    await mkdir(join(folder, 'x'));
    const { report } = await checkBook(folder);
    expect(lines(report)[0]).toBe(
      'book.yaml:7: error: Chapter “start”: zh/start.md is not UTF-8 text. [file-unreadable]',
    );
  });

  it('tells its progress file by file', async () => {
    const seen: string[] = [];
    await checkBook(await makeBook(rectoFiles()), {
      onProgress: ({ done, total, file }) => seen.push(`${String(done)}/${String(total)} ${file}`),
    });
    expect(seen).toEqual(['1/4 zh/start.md', '2/4 en/start.md', '3/4 zh/deep/inner.md', '4/4 en/deep/inner.md']);
  });
});
