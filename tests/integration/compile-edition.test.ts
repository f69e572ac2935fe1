import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBook, type CompileOutcome } from '../../build/compile/compile.ts';
import type { Nodes } from 'hast';
import { flattenChapters } from '../../core/book/contents.ts';
import { elementsIn, isElement, parseFragment } from '../../core/book/hast.ts';
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
    const trees = chapters
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .map((block) => parseFragment(block.html));
    const elements = trees.flatMap((tree) => [...elementsIn(tree)]);
    expect(elements.map(({ tagName }) => tagName)).not.toContain('script');
    expect(elements.map(({ tagName }) => tagName)).not.toContain('style');
    const attributes = new Set(elements.flatMap(({ properties }) => Object.keys(properties)));
    expect([...attributes].filter((name) => /^(?:style|on[A-Z].*|name)$/.test(name))).toEqual([]);
    expect(elements.filter(({ tagName }) => tagName === 'svg').length).toBeGreaterThan(50);
    // Emphasis that Markdown did not recognise would show its stars.
    expect(trees.map(proseOf).filter((text) => text.includes('**'))).toEqual([]);
  });
});

/** The text outside code. */
function proseOf(tree: Nodes): string {
  if (tree.type === 'text') return tree.value;
  if (!('children' in tree) || isElement(tree, 'code')) return '';
  return tree.children.map(proseOf).join('');
}
