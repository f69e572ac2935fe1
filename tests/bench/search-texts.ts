/** Texts to search in: compiled books, and a book of ten megabytes made from them. */
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

/**
 * A book of ten megabytes (UTF-8) from these chapters. Copies would say nothing: in each further one, words are spelled with
 * other letters and Chinese characters are moved by a step of their own, so that there are new words and new pairs as well.
 */
export function tenMegabytes(chapters: readonly SearchChapter[]): SearchChapter[] {
  const all: SearchChapter[] = [];
  let bytes = 0;
  for (let copy = 0; bytes < 10e6; copy += 1) {
    for (const chapter of chapters) {
      if (bytes >= 10e6) break;
      const varied = {
        id: `${chapter.id}-${copy}`,
        title: vary(chapter.title, copy),
        sections: chapter.sections.map((section) => ({
          ...section,
          title: vary(section.title, copy),
          blocks: section.blocks.map(({ kind, text }) => ({ kind, text: vary(text, copy) })),
        })),
      };
      for (const { blocks } of varied.sections) for (const { text } of blocks) bytes += Buffer.byteLength(text);
      all.push(varied);
    }
  }
  return all;
}

/** Every second Chinese character and every third long word of a text is another one in each copy. */
function vary(text: string, copy: number): string {
  if (copy === 0) return text;
  let count = 0;
  return text.replace(/\p{Script=Han}|[a-z]{6,}/gu, (found) => {
    count += 1;
    if (found.length === 1) {
      return count % 2 === 0
        ? String.fromCharCode(0x4e00 + ((found.charCodeAt(0) - 0x4e00 + copy * 37) % 0x51a5))
        : found;
    }
    if (count % 3 !== 0) return found;
    return found.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + copy) % 26)));
  });
}
