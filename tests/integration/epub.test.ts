/** EPUBs of the edition, by the command line, judged by a port of EPUBCheck and read back. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../helpers/electron-binary.ts';

const folder = mkdtempSync(join(tmpdir(), 'recto-epub-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function recto(...args: string[]) {
  const script = join(repository, 'electron', 'cli', 'recto.ts');
  return spawnSync(process.execPath, [script, ...args], { cwd: repository, encoding: 'utf8' });
}

function make(lang: string, name = `${lang}.epub`): Uint8Array {
  const file = join(folder, name);
  const run = recto('epub', '--lang', lang, '--out', file);
  expect([run.status, run.stderr]).toEqual([0, '']);
  return new Uint8Array(readFileSync(file));
}

describe.each(['zh', 'en', 'both'])('the edition in %s', { timeout: 240_000 }, (lang) => {
  it('is a valid EPUB, whole, with nothing from outside and nothing that runs', async () => {
    const bytes = make(lang);
    const { valid, messages } = await EpubCheck.validate(bytes);
    expect(messages).toEqual([]);
    expect(valid).toBe(true);
    // The type is first and stored: it can be told from the first bytes.
    expect(strFromU8(bytes.slice(30, 58), true)).toBe('mimetypeapplication/epub+zip');

    const files = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
    const chapters = [...files].filter(([name]) => name.includes('chapter-'));
    expect(chapters).toHaveLength(40);
    const ids = new Map(
      chapters.map(([name, text]) => [name, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))]),
    );
    for (const [name, text] of [...chapters, ['EPUB/nav.xhtml', files.get('EPUB/nav.xhtml') ?? ''] as const]) {
      expect(text).not.toMatch(/<script|\son\w+="|<iframe|<link[^>]+href="https?:|src="https?:/);
      for (const [, href = ''] of text.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
        if (/^(?:https?|mailto):/.test(href)) continue;
        const [path = '', id] = href.split('#');
        const target = path === '' ? name : `EPUB/${path}`;
        expect(files.has(target), `${name}: ${href}`).toBe(true);
        if (id !== undefined && target.includes('chapter-'))
          expect(ids.get(target)?.has(id), `${name}: ${href}`).toBe(true);
      }
    }
    const opf = files.get('EPUB/package.opf') ?? '';
    const langs = lang === 'both' ? ['zh', 'en'] : [lang];
    expect([...opf.matchAll(/<dc:language>(\w+)</g)].map(([, one]) => one)).toEqual(langs);
    expect(files.get('EPUB/nav.xhtml')).toContain('epub:type="landmarks"');
    expect(chapters.some(([, text]) => text.includes('epub:type="glossary"'))).toBe(true);
  });
});

it('the same book gives the same bytes', { timeout: 240_000 }, () => {
  expect(Buffer.from(make('en', 'a.epub')).equals(Buffer.from(make('en', 'b.epub')))).toBe(true);
});

it('says what is wrong with a call', { timeout: 60_000 }, () => {
  const file = join(folder, 'x.epub');
  expect(recto('epub').status).toBe(2);
  expect(recto('epub', '--out', file, '--lang', 'fr').stderr).toContain('The book is not there in “fr”');
  const nowhere = recto('epub', '--out', join(folder, 'none', 'x.epub'));
  expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining('ENOENT')]);
  expect(recto('epub', '--out', file, '--book', 'nope').status).toBe(1);
  expect(recto('epub', '--out', file, '--notes', '--data', join(folder, 'no-data')).stderr).toContain(
    'no data of Recto',
  );
});
