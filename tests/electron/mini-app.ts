/**
 * An app folder with the compiled host, a book of two short chapters and a page of a few lines in place of the reader:
 * for what is the host's own doing, whatever the page is.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BookManifest, Chapter, Integrity } from '../../core/book/model.ts';
import { repository } from '../helpers/electron-binary.ts';

export const miniBook: BookManifest = {
  format: 1,
  id: 'cncc',
  edition: 'test',
  title: { zh: '小书', en: 'A small book' },
  languages: ['zh', 'en'],
  contents: ['first', 'second'].map((id) => ({
    kind: 'chapter',
    id,
    title: { zh: `章 ${id}`, en: `Chapter ${id}` },
    languages: ['zh', 'en'],
    headings: { zh: [], en: [] },
    children: [],
  })),
};

/** A 1x1 PNG. */
export const miniPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const pageFiles = {
  'index.html':
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Recto</title>' +
    '<link rel="stylesheet" href="/assets/page.css"><script type="module" src="/assets/page.js"></script></head>' +
    '<body><main><article><h1></h1></article></main><a id="outside" target="_blank" href="https://example.com/">x</a></body></html>',
  'assets/page.css': 'h1 { color: rgb(1, 2, 3) }',
  'assets/page.js': `
    window.received = [];
    window.stopListening = window.recto.on('command:chosen', (...all) => window.received.push(all));
    const start = await window.recto['app:start']({ systemLanguages: [] });
    document.querySelector('h1').textContent = start.ok ? start.value.chapter.title : start.error.code;
  `,
};

/** Writes the app folder below the system's temporary folder and returns its path. */
export async function makeMiniApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-mini-app-'));
  await cp(join(repository, 'package.json'), join(folder, 'package.json'));
  await cp(join(repository, 'dist', 'electron'), join(folder, 'dist', 'electron'), { recursive: true });
  await writeFiles(join(folder, 'dist', 'renderer'), pageFiles);
  await writeFile(join(folder, 'dist', 'secret.txt'), 'not for the page');
  const files = bookFiles();
  await writeFiles(join(folder, 'dist', 'books', 'cncc'), {
    ...files,
    'integrity.json': JSON.stringify(integrityOf(files)),
  });
  return folder;
}

/** An app folder with the compiled host, page and edition as they are built. */
export async function copyApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-app-'));
  await cp(join(repository, 'package.json'), join(folder, 'package.json'));
  await cp(join(repository, 'dist'), join(folder, 'dist'), { recursive: true });
  return folder;
}

function bookFiles(): Record<string, string | Buffer> {
  const chapters = miniBook.contents.flatMap(({ id }) =>
    miniBook.languages.map((lang) => [`chapters/${lang}/${id}.json`, JSON.stringify(miniChapter(id, lang))] as const),
  );
  return {
    'book.json': JSON.stringify(miniBook),
    'assets/dot.png': miniPicture,
    ...Object.fromEntries(chapters),
  };
}

function miniChapter(id: string, lang: string): Chapter {
  const title = `${lang === 'zh' ? '章' : 'Chapter'} ${id}`;
  return {
    id,
    lang,
    title,
    sections: [
      {
        id,
        depth: 1,
        title,
        blocks: [
          { id: `${id}.0`, kind: 'heading', html: `<h1>${title}</h1>`, text: title },
          { id: `${id}.1`, kind: 'paragraph', html: `<p>Text of ${id}.</p>`, text: `Text of ${id}.` },
        ],
      },
    ],
  };
}

function integrityOf(files: Record<string, string | Buffer>): Integrity {
  const hashes = Object.entries(files).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
  return { format: 1, files: Object.fromEntries(hashes) as Record<string, string> };
}

async function writeFiles(folder: string, files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}
