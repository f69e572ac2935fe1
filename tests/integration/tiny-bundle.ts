/** A compiled book of three chapters, written into a temp folder as the compiler would. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BookManifest, Chapter, ContentsEntry } from '../../core/book/model.ts';

/** Root of the repository. */
export const repository = join(import.meta.dirname, '..', '..');

/** A folder of its own below the system's temp folder. */
export function tempFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'recto-test-'));
}

/** The smallest PNG. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const chapterIds = ['preface', 'enclaves', 'outlook'] as const;

export const tinyManifest: BookManifest = {
  format: 1,
  id: 'tiny',
  edition: '1',
  title: { zh: '小书', en: 'A tiny book' },
  languages: ['zh', 'en'],
  contents: chapterIds.map((id): ContentsEntry => ({
    kind: 'chapter',
    id,
    title: { zh: `${id} 中文`, en: id },
    languages: id === 'outlook' ? ['zh'] : ['zh', 'en'],
    headings: {},
    children: [],
  })),
};

export function tinyChapter(id: string, lang: string): Chapter {
  const title = `${id} (${lang})`;
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
          { id: `${id}.1`, kind: 'paragraph', html: '<p>Text.</p>', text: 'Text.' },
        ],
      },
    ],
  };
}

/** Writes the bundle into a new folder; `files` are added, or replace what the tiny book has under that path. */
export async function writeTinyBundle(files: Readonly<Record<string, string | Buffer>> = {}): Promise<string> {
  const content: Record<string, string | Buffer> = {
    'book.json': JSON.stringify(tinyManifest),
    'assets/dot.png': picture,
    ...Object.fromEntries(
      chapterIds.flatMap((id) =>
        ['zh', 'en'].map((lang) => [`chapters/${lang}/${id}.json`, JSON.stringify(tinyChapter(id, lang))]),
      ),
    ),
    ...files,
  };
  const folder = await tempFolder();
  const hashes: Record<string, string> = {};
  for (const [path, bytes] of Object.entries(content)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
    hashes[path] = createHash('sha256').update(bytes).digest('hex');
  }
  await writeFile(join(folder, 'integrity.json'), JSON.stringify({ format: 1, files: hashes }));
  return folder;
}
