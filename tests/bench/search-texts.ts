/** Texts to search in: those of compiled books. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileBook } from '../../build/compile/compile.ts';
import { flattenChapters } from '../../core/book/contents.ts';
import { chapterPath, chapterSchema } from '../../core/book/model.ts';
import type { SearchChapter } from '../../core/search/build-index.ts';

/** The chapters of a book by language. */
export async function readTexts(source: string): Promise<Record<string, SearchChapter[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  try {
    const target = join(folder, 'book');
    const { manifest } = await compileBook(source, target);
    const texts: Record<string, SearchChapter[]> = {};
    for (const { id, languages } of flattenChapters(manifest?.contents ?? [])) {
      for (const lang of languages) {
        const json: unknown = JSON.parse(await readFile(join(target, ...chapterPath(lang, id).split('/')), 'utf8'));
        (texts[lang] ??= []).push(chapterSchema.parse(json));
      }
    }
    return texts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
