/** Books that are not as they should be, and books of others, for views that show them. */
import { appendFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileBook } from '../../build/compile/compile.ts';
import { dist } from '../../build/bundle/paths.ts';
import { formatProblem } from '../../core/book/report.ts';
import { putOnShelf } from '../helpers/shelf.ts';
import type { BookKind } from './view.ts';

/** The bundle of a book of this kind, made in `folder`. */
export async function bookOf(kind: BookKind, folder: string): Promise<string> {
  const bundle = join(folder, 'book');
  if (kind === 'footnotes') {
    const source = join(folder, 'source');
    await writeAll(source, withFootnotes);
    const { ok, report } = await compileBook(source, bundle);
    if (!ok) throw new Error(report.map((problem) => formatProblem(problem)).join('\n'));
  }
  if (kind === 'damaged') {
    await cp(join(dist, 'books', 'cncc'), bundle, { recursive: true });
    for (const lang of ['zh', 'en']) await appendFile(join(bundle, 'chapters', lang, 'intel-tdx.json'), ' ');
  }
  return bundle;
}

/** Three books that were brought along: one with mistakes, one whose bundle was damaged since, one with a long Chinese title. */
export async function fillShelf(folder: string, dataFolder: string): Promise<void> {
  const sources = Object.entries(brought).map(([name, files]) => ({ path: join(folder, name), files }));
  for (const { path, files } of sources) await writeAll(path, files);
  await putOnShelf(
    dataFolder,
    sources.map(({ path }) => path),
  );
  await appendFile(join(dataFolder, 'books', 'kernel-notes', 'bundle', 'book.json'), ' ');
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const brought = {
  'field-guide': {
    'book.json': JSON.stringify({ title: 'Field Guide to Enclaves', language: 'en' }),
    'SUMMARY.md': '* [Beginnings](one.md)\n* [Endings](two.md)\n* [Gone](gone.md)\n',
    'one.md': '# Beginnings\n\nAn enclave is a place. [More](two.md) and [nowhere](three.md#x).\n\n![A map](map.png)\n',
    'two.md': '# Endings\n\n<video src="x.mp4"></video>\n\nThe end. [More](none.md)\n',
  },
  'kernel-notes': {
    'book.json': JSON.stringify({ title: 'Kernel Notes', language: 'en' }),
    'SUMMARY.md': '* [One](one.md)\n',
    'one.md': '# One\n\nText.\n',
  },
  'long-title': {
    'book.json': JSON.stringify({
      title: '云上可信执行环境的部署、远程证明与密钥管理：从入门到生产环境的完整操作手册',
      language: 'zh-hans',
    }),
    'SUMMARY.md': '* [开始](one.md)\n* [结束](two.md)\n',
    'one.md': '# 开始\n\n第一章的正文。\n',
    'two.md': '# 结束\n\n最后一章的正文。\n',
  },
};

const withFootnotes = {
  'book.yaml': `format: 1
id: footnotes
edition: '1'
title: { zh: 有注之书, en: A Book with Notes }
languages: [zh, en]
contents:
  - chapter: notes
    title: { zh: 注与表, en: Notes and tables }
`,
  'zh/notes.md': `# 注与表 {#notes}

机密虚拟机把来宾的内存与宿主机隔开[^1]，远程证明说明里面运行的是什么[^2]。

> [!NOTE]
> 两种机制可以一起使用。

[^1]: 隔离由处理器完成，虚拟机监控器读到的只是密文。
[^2]: 证明报告由平台的密钥签名，依赖方用厂商公布的证书链验证。
`,
  'en/notes.md': `# Notes and tables {#notes}

A confidential VM keeps the guest’s memory from the host[^1]; remote attestation says what runs inside[^2].

> [!NOTE]
> Both can be used together.

[^1]: The processor isolates; all that the hypervisor reads is ciphertext.
[^2]: The report is signed with a key of the platform; who relies on it checks it against the vendor’s certificates.
`,
};
