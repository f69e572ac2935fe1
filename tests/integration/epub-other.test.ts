/** The EPUB of a book that is not ours, and with a reader's notes in it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookManifestSchema, chapterPath, chapterSchema } from '../../core/book/model.ts';
import { fileMark } from '../../core/marks/exchange/marks-file.ts';
import { epubCommand } from '../../electron/cli/epub-command.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { compileOtherBook } from '../helpers/other-book.ts';
import { someAnchor, someMark } from '../unit/core/marks/some-marks.ts';
import { picture } from './tiny-bundle.ts';

let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-epub-other-'));
  bundle = await compileOtherBook(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function makeEpub(...args: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const file = join(folder, 'book.epub');
  const told: string[] = [];
  const output = { print: () => undefined, tell: (line: string) => told.push(line), progress: () => undefined };
  expect(await epubCommand.run(['--book', bundle, '--out', file, ...args], output)).toBe(0);
  const bytes = new Uint8Array(await readFile(file));
  expect((await EpubCheck.validate(bytes)).messages).toEqual([]);
  return new Map(Object.entries(unzipSync(bytes)));
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  return strFromU8(files.get(name) ?? new Uint8Array());
}

describe('the EPUB of another book', { timeout: 120_000 }, () => {
  it('holds its pictures, once each, with what they show', async () => {
    const files = await makeEpub();
    const pictures = [...files].filter(([name]) => name.startsWith('EPUB/images/'));
    expect(pictures.map(([, bytes]) => Buffer.from(bytes).equals(picture))).toEqual([true]);
    const name = pictures[0]![0].replace('EPUB/', '');
    expect(textOf(files, 'EPUB/chapter-001.xhtml')).toContain(`src="${name}"`);
    expect(textOf(files, 'EPUB/chapter-001.xhtml')).toContain('alt="The chain of measurements"');
    expect(textOf(files, 'EPUB/chapter-002.xhtml')).toContain(`src="${name}"`);
    expect(textOf(files, 'EPUB/package.opf')).toContain(`href="${name}"`);
  });

  it('leads from each footnote’s number to the footnote', async () => {
    const text = textOf(await makeEpub(), 'EPUB/chapter-001.xhtml');
    const numbers = [...text.matchAll(/<a [^>]*epub:type="noteref"[^>]*>/g)].map(
      ([tag]) => /href="#([^"]+)"/.exec(tag)?.[1],
    );
    expect(numbers).toHaveLength(2);
    for (const id of numbers) expect(text).toMatch(new RegExp(`<(?:li|p|aside|ol)[^>]* id="${id ?? ''}"`));
    expect(text).toContain('<strong>the specification</strong> &#x26; its errata');
    expect(text).toContain('href="chapter-002.xhtml');
  });

  it('has code that XML has a meaning for as text', async () => {
    const text = textOf(await makeEpub(), 'EPUB/chapter-001.xhtml');
    expect(text).not.toContain(']]>');
    expect(text.replace(/<[^>]+>/g, '')).toContain('quote &#x26; hash ]]&gt;');
  });
});

it(
  'a reader’s notes stand behind their chapter, and the text leads to them and back',
  { timeout: 120_000 },
  async () => {
    const manifest = bookManifestSchema.parse(JSON.parse(await readFile(join(bundle, 'book.json'), 'utf8')));
    const [lang = ''] = manifest.languages;
    const chapter = chapterSchema.parse(
      JSON.parse(await readFile(join(bundle, chapterPath(lang, 'measuring')), 'utf8')),
    );
    const block = chapter.sections[0]!.blocks[1]!;
    const quote = 'firmware';
    const start = block.text.indexOf(quote);
    const anchor = {
      ...someAnchor,
      lang,
      chapterId: 'measuring',
      sectionId: chapter.sections[0]!.id,
      blockId: block.id,
      endBlockId: block.id,
      start,
      end: start + quote.length,
      quote,
      prefix: block.text.slice(Math.max(0, start - 32), start),
      suffix: block.text.slice(start + quote.length, start + quote.length + 32),
    };
    const data = join(folder, 'data');
    const opened = openStore(data);
    const made = someMark({ kind: 'note', body: 'Which **one**? <script>x</script> ]]>', tags: ['later'], anchor });
    opened.store.marks.import(
      { id: manifest.id, edition: manifest.edition, title: manifest.title },
      [fileMark(made)],
      ['new'],
    );
    opened.store.close();

    const text = textOf(await makeEpub('--notes', '--data', data), 'EPUB/chapter-001.xhtml');
    expect(text).toContain('epub:type="endnotes"');
    expect(text).toContain('Which <strong>one</strong>?');
    expect(text).toContain('#later');
    expect(text).not.toContain('<script');
    const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    expect([ids.has('note-1'), ids.has('reference-1')]).toEqual([true, true]);
    expect(text).toMatch(/href="#note-1"/);
    expect(text).toMatch(/href="#reference-1"/);
    // And none where none are asked for.
    expect(textOf(await makeEpub(), 'EPUB/chapter-001.xhtml')).not.toContain('endnotes');
  },
);
