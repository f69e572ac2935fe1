/**
 * A book of many megabytes from the texts of smaller ones: sections in another order, their sentences cut and mixed with those of
 * others, names in code that occur nowhere else. The same texts give the same book.
 */
import { rm } from 'node:fs/promises';
import { toCanonicalJson, writeBundle, type BundleFiles } from '../../build/compile/bundle.ts';
import { bundleFormat, chapterPath, type BookManifest, type Chapter } from '../../core/book/model.ts';
import { buildIndex, type SearchChapter } from '../../core/search/build-index.ts';
import { sentencesEn } from '../../core/book/sentences/en.ts';
import { inWords } from '../../core/book/sentences/say.ts';
import { searchPath } from '../../core/search/search-file.ts';

type SourceSection = SearchChapter['sections'][number];

/** Numbers from 0 to below `below`, always the same ones (a linear congruential generator; Numerical Recipes). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/**
 * @param bytes so many of UTF-8, or a little more
 * @returns `chapterCount` chapters; the first sections of all are those of the sources as they are
 */
export function largeBook(sources: readonly SearchChapter[], bytes: number, chapterCount: number): SearchChapter[] {
  const sections = sources.flatMap((chapter) => chapter.sections.filter(({ blocks }) => blocks.length > 1));
  const roll = dice(7);
  const sentences = new Map<boolean, string[]>([
    [true, []],
    [false, []],
  ]);
  for (const { blocks } of sections) {
    for (const { kind, text } of blocks) {
      if (kind === 'paragraph') for (const one of sentencesOf(text)) sentences.get(isChinese(one))?.push(one);
    }
  }
  const chapters: { id: string; title: string; sections: SourceSection[] }[] = [];
  for (let at = 0; at < chapterCount; at += 1) {
    const { title } = sources[at % sources.length] ?? { title: '' };
    chapters.push({ id: `chapter-${at + 1}`, title: `${title} ${at + 1}`, sections: [] });
  }
  let written = 0;
  for (let number = 0; written < bytes; number += 1) {
    const chapter = chapters[number % chapterCount];
    const source = sections[number < sections.length ? number : roll(sections.length)];
    if (!chapter || !source) break;
    const made = number < sections.length ? source : mixed(source, number, sentences, roll);
    const isFirst = chapter.sections.length === 0;
    const id = isFirst ? chapter.id : `section-${number}`;
    chapter.sections.push({ ...made, id, depth: isFirst ? 1 : 2 });
    for (const { text } of made.blocks) written += Buffer.byteLength(text);
  }
  return chapters;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？；]|[.!?;] )/).filter((sentence) => sentence.length > 10);
}

/** Every second sentence is another one; every third name of code gets a number. */
function mixed(
  { depth, title, id, blocks }: SourceSection,
  number: number,
  sentences: ReadonlyMap<boolean, readonly string[]>,
  roll: (below: number) => number,
): SourceSection {
  const other = (sentence: string): string => {
    const pool = sentences.get(isChinese(sentence)) ?? [];
    return roll(2) === 0 ? sentence : (pool[roll(pool.length)] ?? sentence);
  };
  return {
    id,
    depth,
    title,
    blocks: blocks.map(({ kind, text }) => {
      if (kind === 'paragraph') return { kind, text: sentencesOf(text).map(other).join('') || text };
      if (kind !== 'code') return { kind, text };
      return { kind, text: text.replace(/[a-z]{6,}/g, (name) => (roll(3) === 0 ? `${name}${number}` : name)) };
    }),
  };
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Writes such a book as a bundle in one language that the reader opens. Its code is set as paragraphs. */
export async function writeLargeBook(folder: string, lang: string, chapters: readonly SearchChapter[]): Promise<void> {
  const files = new Map<string, Buffer>();
  const manifest: BookManifest = {
    format: bundleFormat,
    id: 'large',
    edition: '1',
    title: { [lang]: 'Large' },
    languages: [lang],
    contents: chapters.map(({ id, title, sections }) => ({
      kind: 'chapter',
      id,
      title: { [lang]: title },
      languages: [lang],
      headings: { [lang]: sections.slice(1).map((section) => ({ id: section.id, depth: 2, title: section.title })) },
      children: [],
    })),
  };
  for (const source of chapters) {
    const chapter: Chapter = {
      ...source,
      lang,
      sections: source.sections.map(({ id, depth, title, blocks }) => ({
        id,
        depth,
        title,
        blocks: blocks.map(({ kind, text }, at) => ({
          id: `${id}.${at}`,
          kind: kind === 'heading' ? 'heading' : 'paragraph',
          html: kind === 'heading' ? `<h${depth}>${escape(text)}</h${depth}>` : `<p>${escape(text)}</p>`,
          text,
        })),
      })),
    };
    files.set(chapterPath(lang, source.id), toCanonicalJson(chapter));
  }
  files.set('book.json', toCanonicalJson(manifest));
  files.set(searchPath(lang), Buffer.from(buildIndex({ lang, chapters, names: [] })));
  await rm(folder, { recursive: true, force: true });
  const problem = await writeBundle(folder, files satisfies BundleFiles);
  if (problem) throw new Error(inWords(problem.message, sentencesEn));
}
