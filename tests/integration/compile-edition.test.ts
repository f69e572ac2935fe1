import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBook, type CompileOutcome } from '../../build/compile/compile.ts';
import { flattenChapters } from '../../core/book/contents.ts';
import { chapterPath, chapterSchema, type Chapter } from '../../core/book/model.ts';
import { lines, makeFolder, removeFolders } from './compile-books.ts';

const source = fileURLToPath(new URL('../../content', import.meta.url));

describe('the edition', () => {
  let outcome: CompileOutcome;
  const chapters: Chapter[] = [];

  beforeAll(async () => {
    const target = join(await makeFolder(), 'cncc');
    outcome = await compileBook(source, target);
    for (const { id, languages } of flattenChapters(outcome.manifest?.contents ?? [])) {
      for (const lang of languages) {
        const json: unknown = JSON.parse(await readFile(join(target, ...chapterPath(lang, id).split('/')), 'utf8'));
        chapters.push(chapterSchema.parse(json));
      }
    }
  });
  afterAll(removeFolders);

  it('has no mistakes', () => {
    expect(lines(outcome.report)).toEqual([]);
    expect(outcome.manifest).toMatchObject({ id: 'cncc', languages: ['zh', 'en'], license: 'Apache-2.0' });
  });

  it('has the same blocks in both languages', () => {
    const blocks = (lang: string): string[] =>
      chapters
        .filter((chapter) => chapter.lang === lang)
        .flatMap(({ id, sections }) =>
          sections.flatMap((section) => section.blocks.map((block) => `${id} ${block.id} ${block.kind}`)),
        );
    expect(blocks('zh').length).toBeGreaterThan(100);
    expect(blocks('en')).toEqual(blocks('zh'));
  });

  it('has only markup that the reader knows', () => {
    const html = chapters
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.map((block) => block.html)))
      .join('\n');
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+=|https?:\/\/fonts|\*\*/);
    expect(html).toMatch(/<svg [^>]*role="img"/);
  });
});
