import { appendFile, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../core/contract/default-settings.ts';
import type { Services } from '../../electron/services/host-services.ts';
import { findResource } from '../../electron/services/resources.ts';
import { tempFolder, tinyChapter, tinyManifest, writeTinyBundle } from './tiny-bundle.ts';
import { servicesOn } from './services.ts';

let dataFolder: string;
let services: Services | undefined;

beforeEach(async () => {
  dataFolder = join(await tempFolder(), 'data');
});
afterEach(() => services?.close());

async function open(bookFolder: string): Promise<Services> {
  services?.close();
  services = await servicesOn({
    bookFolder,
    dataFolder,
  });
  return services;
}

const startIn = async (bookFolder: string, systemLanguages = ['en-GB']) =>
  (await open(bookFolder)).handlers['app:start']({ systemLanguages });

const position = { bookId: 'tiny', lang: 'zh', chapterId: 'enclaves', blockId: 'enclaves.1', fraction: 0.25 };

describe('a start', () => {
  it('gives all of the first screen at once', async () => {
    expect(await startIn(await writeTinyBundle())).toEqual({
      ok: true,
      value: {
        host: 'browser',
        version: '1.2.3',
        safeMode: false,
        settings: defaultSettings,
        manifest: tinyManifest,
        chapter: tinyChapter('preface', 'en'),
        position: null,
        reads: [],
        warnings: [],
      },
    });
  });

  it('shows the first chapter in Chinese on any Chinese system', async () => {
    expect(await startIn(await writeTinyBundle(), ['zh-Hant-HK', 'en'])).toMatchObject({
      value: { chapter: { id: 'preface', lang: 'zh' } },
    });
  });

  it('returns to where the reader was, in the language of then', async () => {
    const book = await writeTinyBundle();
    expect(await (await open(book)).handlers['position:save'](position)).toEqual({ ok: true, value: {} });
    expect(await startIn(book, ['en'])).toMatchObject({
      value: { chapter: { id: 'enclaves', lang: 'zh' }, position },
    });
  });

  it('gives the translation with it where two languages are shown, and the chapter has two', async () => {
    const book = await writeTinyBundle();
    const { handlers } = await open(book);
    await handlers['settings:save']({ bilingual: 'side' });
    const value = {
      chapter: tinyChapter('preface', 'en'),
      translation: { ok: true, value: tinyChapter('preface', 'zh') },
    };
    expect(await startIn(book)).toMatchObject({ value });
    await (await open(book)).handlers['position:save']({ ...position, chapterId: 'outlook', blockId: 'outlook.1' });
    const start = await startIn(book);
    expect(start).toMatchObject({ value: { chapter: { id: 'outlook' } } });
    expect(start).not.toHaveProperty('value.translation');
  });

  it('reads on in one language, and says so, where the translation is damaged', async () => {
    const book = await writeTinyBundle();
    const { handlers } = await open(book);
    await handlers['settings:save']({ bilingual: 'stacked' });
    const file = join(book, 'chapters', 'zh', 'preface.json');
    await appendFile(file, ' ');
    expect(await startIn(book)).toMatchObject({
      value: {
        chapter: { id: 'preface', lang: 'en' },
        translation: { ok: false, error: { code: 'book-damaged', details: { file } } },
        warnings: [],
      },
    });
  });

  it('begins at the front where the chapter of then is gone', async () => {
    const book = await writeTinyBundle();
    await (await open(book)).handlers['position:save']({ ...position, chapterId: 'removed' });
    expect(await startIn(book)).toMatchObject({ value: { chapter: { id: 'preface' }, position: null } });
  });

  it('shows the first chapter and says so where the chapter of then is damaged', async () => {
    const book = await writeTinyBundle();
    await (await open(book)).handlers['position:save'](position);
    const file = join(book, 'chapters', 'zh', 'enclaves.json');
    await appendFile(file, ' ');
    expect(await startIn(book)).toMatchObject({
      ok: true,
      value: { chapter: { id: 'preface' }, warnings: [{ code: 'book-damaged', details: { file } }] },
    });
  });

  it('tells that nothing can be kept, and reads on', async () => {
    await writeFile(dataFolder, 'a file in its place');
    const { handlers } = await open(await writeTinyBundle());
    const unavailable = { code: 'store-unavailable', details: { folder: dataFolder } };
    expect(await handlers['app:start']({ systemLanguages: [] })).toMatchObject({
      ok: true,
      value: { chapter: { id: 'preface' }, warnings: [unavailable] },
    });
    expect(await handlers['settings:save']({ theme: 'dark' })).toMatchObject({ ok: false, error: unavailable });
    expect(await handlers['position:save'](position)).toMatchObject({ ok: false, error: unavailable });
    // A reload of the page is another start.
    expect(await handlers['app:start']({ systemLanguages: [] })).toMatchObject({
      value: { position, settings: { theme: 'dark' } },
    });
  });

  it('gives the system’s reason in the language of the interface, by the setting and else by the page’s languages', async () => {
    await writeFile(dataFolder, 'a file in its place');
    const { handlers } = await open(await writeTinyBundle());
    const reasons = async (systemLanguages: readonly string[]) => {
      const started = await handlers['app:start']({ systemLanguages: [...systemLanguages] });
      const saved = await handlers['position:save'](position);
      const warned = started.ok ? started.value.warnings[0]?.details.what : undefined;
      return [warned, saved.ok ? undefined : saved.error.details.what];
    };
    const english = await reasons(['en-GB', 'zh-CN']);
    expect(english.join()).toMatch(/^\w+: [a-z ]+/);
    const chinese = await reasons(['zh-CN', 'en']);
    expect(chinese.join()).toMatch(/^(?:\p{Script=Han}+，\w+,?){2}$/u);
    await handlers['settings:save']({ uiLanguage: 'en' });
    expect(await reasons(['zh-CN', 'en'])).toEqual(english);
  });
});

describe('a book that cannot be opened', () => {
  it('is missing where there is no folder, and where there is no bundle in it', async () => {
    const folder = join(await tempFolder(), 'nothing');
    expect(await startIn(folder)).toMatchObject({ ok: false, error: { code: 'book-missing', details: { folder } } });
    const empty = await tempFolder();
    expect(await startIn(empty)).toMatchObject({
      ok: false,
      error: { code: 'book-missing', details: { folder: empty } },
    });
  });

  it('is missing where the bundle has another format', async () => {
    const folder = await writeTinyBundle();
    await writeFile(join(folder, 'integrity.json'), '{"format":9,"files":{},"new":true}');
    expect(await startIn(folder)).toMatchObject({
      error: { code: 'book-missing', details: { folder, what: 'bundle format 9, not 1' } },
    });
  });

  it.each([
    ['integrity.json', '{"format":1'],
    ['integrity.json', '{"format":1,"files":{"book.json":"x"}}'],
    ['book.json', '{}'],
    ['chapters/en/preface.json', 'null'],
  ])('is damaged, with %s named', async (path, content) => {
    const folder = await writeTinyBundle();
    await writeFile(join(folder, path), content);
    expect(await startIn(folder)).toEqual({
      ok: false,
      error: { code: 'book-damaged', details: { file: join(folder, path) } },
    });
  });

  it.each(['book.json', 'chapters/en/preface.json'])('is damaged where %s is gone', async (path) => {
    const folder = await writeTinyBundle();
    await rm(join(folder, path));
    expect(await startIn(folder)).toMatchObject({
      error: { code: 'book-damaged', details: { file: join(folder, path) } },
    });
  });

  it('is damaged where a file is what was compiled and still no chapter', async () => {
    const folder = await writeTinyBundle({ 'chapters/en/preface.json': '{"id":"preface"}' });
    expect(await startIn(folder)).toMatchObject({ ok: false, error: { code: 'book-damaged' } });
  });

  it('opens when it has been put in its place, without a new start', async () => {
    const folder = await writeTinyBundle();
    const integrity = await readFile(join(folder, 'integrity.json'));
    await rm(join(folder, 'integrity.json'));
    const { handlers } = await open(folder);
    expect(await handlers['app:start']({ systemLanguages: [] })).toMatchObject({ error: { code: 'book-missing' } });
    expect(await handlers['book:read']({ bookId: 'tiny', chapterId: 'preface', lang: 'en' })).toMatchObject({
      error: { code: 'book-missing' },
    });
    await writeFile(join(folder, 'integrity.json'), integrity);
    expect(await handlers['app:start']({ systemLanguages: [] })).toMatchObject({ ok: true });
  });
});

describe('a chapter', () => {
  it('is read in the language that is asked for', async () => {
    const { handlers } = await open(await writeTinyBundle());
    expect(await handlers['book:read']({ bookId: 'tiny', chapterId: 'enclaves', lang: 'zh' })).toEqual({
      ok: true,
      value: tinyChapter('enclaves', 'zh'),
    });
  });

  it.each([
    { bookId: 'other', chapterId: 'enclaves', lang: 'zh' },
    { bookId: 'tiny', chapterId: 'missing', lang: 'zh' },
    // Its file is there, but the contents do not name this language.
    { bookId: 'tiny', chapterId: 'outlook', lang: 'en' },
    { bookId: 'tiny', chapterId: 'enclaves', lang: 'fr' },
  ])('%j is not found', async (request) => {
    const { handlers } = await open(await writeTinyBundle());
    expect(await handlers['book:read'](request)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('that is damaged does not keep the others from being read', async () => {
    const folder = await writeTinyBundle();
    await appendFile(join(folder, 'chapters', 'zh', 'enclaves.json'), '\n');
    const { handlers } = await open(folder);
    const read = (chapterId: string) => handlers['book:read']({ bookId: 'tiny', chapterId, lang: 'zh' });
    expect(await read('enclaves')).toMatchObject({ ok: false, error: { code: 'book-damaged' } });
    expect(await read('outlook')).toMatchObject({ ok: true });
  });

  it('is mended by putting the right file back', async () => {
    const folder = await writeTinyBundle();
    const file = join(folder, 'chapters', 'zh', 'enclaves.json');
    const right = await readFile(file);
    await writeFile(file, 'wrong');
    const { handlers } = await open(folder);
    const read = () => handlers['book:read']({ bookId: 'tiny', chapterId: 'enclaves', lang: 'zh' });
    expect(await read()).toMatchObject({ ok: false });
    await writeFile(file, right);
    expect(await read()).toMatchObject({ ok: true });
  });
});

describe('the list of figures', () => {
  const figures = [
    { chapterId: 'enclaves', sectionId: 'enclaves', blockId: 'enclaves.1', title: { zh: '边界', en: 'The boundary' } },
  ];
  const index = JSON.stringify({ commands: [], paths: [], fileNames: [], figures });

  it('is read from the index of the book, and empty without one', async () => {
    const { handlers } = await open(await writeTinyBundle({ 'index.json': index }));
    expect(await handlers['book:figures']({ bookId: 'tiny' })).toEqual({ ok: true, value: { figures } });
    expect(await handlers['book:figures']({ bookId: 'other' })).toMatchObject({ error: { code: 'not-found' } });
    const without = await open(await writeTinyBundle());
    expect(await without.handlers['book:figures']({ bookId: 'tiny' })).toEqual({ ok: true, value: { figures: [] } });
  });

  it('that is damaged is told', async () => {
    const folder = await writeTinyBundle({ 'index.json': index });
    await appendFile(join(folder, 'index.json'), '\n');
    const { handlers } = await open(folder);
    expect(await handlers['book:figures']({ bookId: 'tiny' })).toMatchObject({ error: { code: 'book-damaged' } });
  });
});

describe('the glossary', () => {
  const glossary = {
    terms: [
      {
        id: 'tee',
        names: { zh: '可信执行环境', en: 'trusted execution environment' },
        abbr: 'TEE',
        aliases: {},
        meaning: { zh: '一块区域。', en: 'An area.' },
        see: [{ chapterId: 'enclaves' }, { chapterId: 'outlook', sectionId: 'outlook' }],
        blockId: 'basics.1',
      },
    ],
  };

  it('is read whole', async () => {
    const { handlers } = await open(await writeTinyBundle({ 'glossary.json': JSON.stringify(glossary) }));
    expect(await handlers['book:glossary']({ bookId: 'tiny' })).toEqual({ ok: true, value: glossary });
    expect(await handlers['book:glossary']({ bookId: 'other' })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('of a book that has none is empty', async () => {
    const { handlers } = await open(await writeTinyBundle());
    expect(await handlers['book:glossary']({ bookId: 'tiny' })).toEqual({ ok: true, value: { terms: [] } });
  });

  it('that is damaged does not keep the chapters from being read', async () => {
    const folder = await writeTinyBundle({ 'glossary.json': JSON.stringify(glossary) });
    await appendFile(join(folder, 'glossary.json'), '\n');
    const { handlers } = await open(folder);
    expect(await handlers['book:glossary']({ bookId: 'tiny' })).toMatchObject({ error: { code: 'book-damaged' } });
    expect(await handlers['book:read']({ bookId: 'tiny', chapterId: 'enclaves', lang: 'zh' })).toMatchObject({
      ok: true,
    });
  });
});

describe('a search index of a book', () => {
  it('is a file; one that has changed is refused, and other folders of the book are not handed out', async () => {
    const files = { 'search/zh.bin': 'index', 'notes/a.txt': 'text' };
    const folder = await writeTinyBundle(files);
    const { bookFile } = await open(folder);
    expect(await bookFile('tiny', 'search', 'zh.bin')).toEqual({
      ok: true,
      value: { path: join(folder, 'search', 'zh.bin'), contentType: 'application/octet-stream' },
    });
    expect(await bookFile('tiny', 'search', 'en.bin')).toMatchObject({ error: { code: 'not-found' } });
    const services = { bookFile, settings: () => defaultSettings };
    for (const path of [
      '/books/tiny/notes/a.txt',
      '/books/tiny/book.json',
      '/books/tiny/search',
      '/books/tiny/search/x/zh.bin',
    ]) {
      expect(await findResource(services, folder, path)).toMatchObject({ error: { code: 'not-found' } });
    }
    const changed = await writeTinyBundle(files);
    await appendFile(join(changed, 'search', 'zh.bin'), 'x');
    const damaged = await open(changed);
    expect(await damaged.bookFile('tiny', 'search', 'zh.bin')).toMatchObject({ error: { code: 'book-damaged' } });
  });
});

describe('a picture of a book', () => {
  it('is a file with a type', async () => {
    const folder = await writeTinyBundle();
    const { bookFile } = await open(folder);
    expect(await bookFile('tiny', 'assets', 'dot.png')).toEqual({
      ok: true,
      value: { path: join(folder, 'assets', 'dot.png'), contentType: 'image/png' },
    });
  });

  it.each([
    ['other', 'dot.png'],
    ['tiny', 'missing.png'],
    ['tiny', ''],
    ['tiny', '../book.json'],
    ['tiny', '..\\book.json'],
    ['tiny', 'constructor'],
  ])('%s %j is not found', async (bookId, name) => {
    const { bookFile } = await open(await writeTinyBundle());
    expect(await bookFile(bookId, 'assets', name)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is refused when it has changed, or leads out of the book', async () => {
    const changed = await writeTinyBundle();
    await appendFile(join(changed, 'assets', 'dot.png'), 'x');
    expect(await (await open(changed)).bookFile('tiny', 'assets', 'dot.png')).toMatchObject({
      error: { code: 'book-damaged' },
    });

    const linked = await writeTinyBundle();
    const outside = join(await tempFolder(), 'dot.png');
    await writeFile(outside, await readFile(join(linked, 'assets', 'dot.png')));
    await rm(join(linked, 'assets', 'dot.png'));
    await symlink(outside, join(linked, 'assets', 'dot.png'));
    expect(await (await open(linked)).bookFile('tiny', 'assets', 'dot.png')).toMatchObject({
      error: { code: 'book-damaged' },
    });
  });
});

describe('a link', () => {
  it('is opened by the host in its normalised form, or refused', async () => {
    const { handlers } = await open(await writeTinyBundle());
    expect(await handlers['link:open']({ url: 'https://例子.测试' })).toEqual({
      ok: true,
      value: { outcome: 'ask', address: 'https://xn--fsqu00a.xn--0zwm56d/' },
    });
    expect(await handlers['link:open']({ url: 'file:///etc/passwd' })).toMatchObject({
      ok: false,
      error: { code: 'link-refused' },
    });
  });
});
