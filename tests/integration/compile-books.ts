/** Tiny books in temporary folders. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProblem, type Report } from '../../core/book/report.ts';
import type { Chapter } from '../../core/book/model.ts';

const folders: string[] = [];

/** An empty folder that `removeFolders` takes away. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-compile-'));
  folders.push(folder);
  return folder;
}

export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** Writes files by path into a new folder. */
export async function makeBook(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await makeFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** A sound book in our own format, two languages, a part and links; parts of it can be replaced. */
export function rectoFiles(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    'book.yaml': `format: 1
id: tiny
edition: '1'
title: { zh: 小书, en: Tiny book }
languages: [zh, en]
contents:
  - chapter: start
    title: { zh: 开始, en: Start }
    page: 4
  - part: deep
    title: { zh: 深处, en: Deep }
    contents:
      - chapter: inner
        title: { zh: 内部, en: Inner }
`,
    'zh/start.md': '# 开始 {#start}\n\n见[内部](deep/inner.md#more)。\n',
    'en/start.md': '# Start {#start}\n\nSee [inner](deep/inner.md#more).\n',
    'zh/deep/inner.md': '# 内部 {#inner}\n\n## 更多 {#more}\n\n```bash\nls -l\n```\n',
    'en/deep/inner.md': '# Inner {#inner}\n\n## More {#more}\n\n```bash\nls -l\n```\n',
    ...changes,
  };
}

/** The smallest PNG: one pixel. */
export const onePixelPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function lines(report: Report): string[] {
  return report.map((problem) => formatProblem(problem));
}

export async function readChapter(bundle: string, lang: string, id: string): Promise<Chapter> {
  return JSON.parse(await readFile(join(bundle, 'chapters', lang, `${id}.json`), 'utf8')) as Chapter;
}

/** Every file of a folder with its bytes in hexadecimal. */
export async function readAll(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  const contents = await Promise.all(files.map(async (file) => (await readFile(file)).toString('hex')));
  return Object.fromEntries(files.map((file, at) => [file.slice(folder.length + 1), contents[at] ?? '']));
}
