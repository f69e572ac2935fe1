/** The library on real folders and zips: what is on the shelf, what becomes of it, and what a hostile book gets. */
import { readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { BookArrival } from '../../core/contract/shelf.ts';
import type { Result } from '../../core/contract/result.ts';
import { openServices, pageDoesIt, type Services } from '../../electron/services/host-services.ts';
import { usualLimits, type CompileLimits } from '../../electron/services/library/compile-source.ts';
import type { NewSource } from '../../electron/services/library/library.ts';
import { openLibrary } from '../helpers/shelf.ts';
import { makeBook, makeFolder, onePixelPng, rectoFiles, removeFolders } from './compile-books.ts';
import { writeTinyBundle } from './tiny-bundle.ts';

const open: Services[] = [];

afterEach(async () => {
  for (const services of open.splice(0)) services.close();
  await removeFolders();
});

const gitbook = (title: string, changes: Readonly<Record<string, string | Buffer>> = {}) => ({
  'book.json': JSON.stringify({ title, language: 'en' }),
  'SUMMARY.md': '* [One](one.md)\n* [Two](two.md)\n',
  'one.md': '# One\n\nThe first words.\n\n![dot](dot.png)\n',
  'two.md': '# Two\n\nThe second words.\n',
  'dot.png': onePixelPng,
  ...changes,
});

const zipOf = (files: Readonly<Record<string, string | Buffer>>, prefix = '') =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        prefix + path,
        typeof content === 'string' ? strToU8(content) : new Uint8Array(content),
      ]),
    ),
  );

async function start(dataFolder: string): Promise<Services> {
  const services = await openServices({
    bookFolder: await writeTinyBundle(),
    dataFolder,
    version: '1.2.3',
    host: 'browser',
    openLink: () => Promise.resolve('ask'),
    desk: pageDoesIt,
  });
  open.push(services);
  return services;
}

async function add(services: Services, source: NewSource): Promise<BookArrival> {
  return valueOf(await services.library.add(source));
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a book that is brought along', () => {
  it('is compiled, listed, read, searched and shown with its pictures; a later start has it', async () => {
    const data = await makeFolder();
    const services = await start(data);
    const path = await makeBook(gitbook('A Guide'));
    expect(await add(services, { path })).toMatchObject({
      outcome: 'added',
      book: {
        id: 'a-guide',
        title: { en: 'A Guide' },
        kind: 'imported',
        chapters: 2,
        progress: null,
        marks: 0,
        source: { kind: 'folder', state: 'same' },
        damaged: false,
      },
    });
    expect((await services.library.list()).map(({ id, kind }) => [id, kind])).toEqual([
      ['tiny', 'edition'],
      ['a-guide', 'imported'],
    ]);

    const later = await start(data);
    const read = { bookId: 'a-guide', chapterId: 'one', lang: 'en' };
    const started = await later.handlers['app:start']({ systemLanguages: ['en'], bookId: 'a-guide' });
    expect(started).toMatchObject({ ok: true, value: { manifest: { id: 'a-guide' }, chapter: { id: 'one' } } });
    const chapter = valueOf(await later.handlers['book:read'](read));
    const picture = /assets\/([\w.]+)/.exec(JSON.stringify(chapter))?.[1] ?? '';
    expect(await later.bookFile('a-guide', 'assets', picture)).toMatchObject({ value: { contentType: 'image/png' } });
    expect(await later.bookFile('a-guide', 'search', 'en.bin')).toMatchObject({ ok: true });
  });

  it('is opened again where it was read last, and Recto’s own where it is gone', async () => {
    const data = await makeFolder();
    const services = await start(data);
    await add(services, { path: await makeBook(gitbook('Guide')) });
    await services.handlers['app:start']({ systemLanguages: [], bookId: 'guide' });
    const position = { bookId: 'guide', lang: 'en', chapterId: 'two', blockId: 'two.1', fraction: 0 };
    expect(await services.handlers['position:save'](position)).toMatchObject({ ok: true });
    expect(await (await start(data)).handlers['app:start']({ systemLanguages: [] })).toMatchObject({
      value: { manifest: { id: 'guide' }, chapter: { id: 'two' }, position, warnings: [] },
    });
    expect((await services.library.list())[1]).toMatchObject({ id: 'guide', progress: expect.any(Number) as number });

    expect(await services.library.remove('guide')).toMatchObject({ ok: true });
    const gone = await start(data);
    expect(await gone.handlers['app:start']({ systemLanguages: [] })).toMatchObject({
      value: { manifest: { id: 'tiny' }, warnings: [] },
    });
    // Somebody who asks for it is told.
    expect(await gone.handlers['app:start']({ systemLanguages: [], bookId: 'guide' })).toMatchObject({
      value: { manifest: { id: 'tiny' }, warnings: [{ code: 'not-found', details: { what: 'guide' } }] },
    });
  });

  it('meets its marks again when it comes back, from wherever', async () => {
    const services = await start(await makeFolder());
    await add(services, { path: await makeBook(gitbook('Guide')) });
    await services.handlers['app:start']({ systemLanguages: [], bookId: 'guide' });
    const mark = {
      do: 'add' as const,
      id: '6f2c1a52-7d0e-4a7b-9c1d-2f6c8f6f0a11',
      kind: 'note' as const,
      spot: { target: 'block' as const, chapterId: 'one', lang: 'en', blockId: 'one.1' },
      content: { body: 'mine' },
    };
    expect(await services.handlers['marks:save']({ bookId: 'guide', changes: [mark] })).toMatchObject({ ok: true });
    await services.library.remove('guide');
    expect(await services.handlers['marks:list']({ bookId: 'guide' })).toMatchObject({ error: { code: 'not-found' } });

    const bytes = zipOf(gitbook('Guide', { 'three.md': '# Three\n' }));
    expect(await add(services, { name: 'guide.zip', bytes })).toMatchObject({
      outcome: 'added',
      book: { id: 'guide', marks: 1, source: { kind: 'upload', name: 'guide.zip', state: 'kept' } },
    });
    await services.handlers['app:start']({ systemLanguages: [], bookId: 'guide' });
    expect(await services.handlers['marks:list']({ bookId: 'guide' })).toMatchObject({
      value: { marks: [{ body: 'mine', placement: { kind: 'placed' } }] },
    });
  });

  it('is known to have changed, and is compiled again from where it came from', async () => {
    const services = await start(await makeFolder());
    const path = await makeBook(gitbook('Guide'));
    await add(services, { path });
    expect((await services.library.list())[1]?.source?.state).toBe('same');
    await writeFile(join(path, 'one.md'), '# One\n\nOther words.\n');
    await utimes(join(path, 'one.md'), 1, 1);
    expect((await services.library.list())[1]?.source?.state).toBe('changed');
    expect(valueOf(await services.library.update('guide'))).toMatchObject({
      outcome: 'updated',
      book: { source: { state: 'same' } },
    });
    const read = { bookId: 'guide', chapterId: 'one', lang: 'en' };
    expect(JSON.stringify(await services.handlers['book:read'](read))).toContain('Other words.');

    // A state that cannot be read leaves the one that can.
    await rm(join(path, 'SUMMARY.md'));
    expect(valueOf(await services.library.update('guide'))).toMatchObject({ outcome: 'refused' });
    expect(JSON.stringify(await services.handlers['book:read'](read))).toContain('Other words.');
    await rm(path, { recursive: true });
    expect((await services.library.list())[1]?.source?.state).toBe('gone');
  });

  it('keeps its id when it is opened again, and never gets that of another book', async () => {
    const services = await start(await makeFolder());
    const path = await makeBook(gitbook('Guide'));
    const ids = async (source: NewSource): Promise<unknown> => {
      const arrival = await add(services, source);
      return 'book' in arrival ? [arrival.outcome, arrival.book.id] : arrival;
    };
    expect(await ids({ path })).toEqual(['added', 'guide']);
    expect(await ids({ path })).toEqual(['updated', 'guide']);
    // Newer state of it, from elsewhere.
    expect(await ids({ path: await makeBook(gitbook('Guide', { 'two.md': '# Two\n\nChanged.\n' })) })).toEqual([
      'updated',
      'guide',
    ]);
    const other = { 'SUMMARY.md': '* [A](a.md)\n* [B](b.md)\n', 'a.md': '# A\n', 'b.md': '# B\n' };
    expect(await ids({ path: await makeBook(gitbook('Guide', other)) })).toEqual(['added', 'guide-2']);
    // A book that says it is Recto's own.
    expect(await ids({ path: await makeBook(rectoFiles()) })).toEqual(['added', 'tiny-2']);
    expect(await ids({ path: await makeBook(gitbook('CON')) })).toEqual(['added', 'con-1']);
    expect(await ids({ path: await makeBook(gitbook('书'.repeat(150))) })).toEqual(['added', '书'.repeat(60)]);
  });

  it('that is damaged does not keep the others from being read, and is mended by compiling it', async () => {
    const data = await makeFolder();
    const path = await makeBook(gitbook('Guide'));
    await add(await start(data), { path });
    await writeFile(join(data, 'books', 'guide', 'bundle', 'book.json'), '{}');
    const services = await start(data);
    expect(await services.library.list()).toMatchObject([{ id: 'tiny' }, { id: 'guide', damaged: true }]);
    expect(await services.handlers['app:start']({ systemLanguages: [], bookId: 'guide' })).toMatchObject({
      value: { manifest: { id: 'tiny' }, warnings: [{ code: 'book-damaged' }] },
    });
    expect(valueOf(await services.library.update('guide'))).toMatchObject({
      outcome: 'updated',
      book: { damaged: false },
    });
  });

  it('that is no book is refused, with the reason, and leaves nothing behind', async () => {
    const data = await makeFolder();
    const services = await start(data);
    const reasonOf = async (source: NewSource): Promise<string[]> => {
      const arrival = await add(services, source);
      return arrival.outcome === 'refused' ? arrival.report.problems.map(({ code }) => code) : [arrival.outcome];
    };
    expect(await reasonOf({ path: await makeBook({ 'README.md': '# x' }) })).toEqual(['not-a-book']);
    expect(await reasonOf({ path: join(data, 'nothing') })).toEqual(['not-a-book']);
    expect(await reasonOf({ name: 'a.zip', bytes: strToU8('no zip') })).toEqual(['zip-invalid']);
    expect(await reasonOf({ name: 'a.zip', bytes: zipOf(gitbook('x')).subarray(0, 200) })).toEqual(['zip-invalid']);
    expect(await reasonOf({ name: 'a.zip', bytes: zipOf({ 'README.md': 'x' }) })).toEqual(['not-a-book']);
    expect(await readdir(join(data, 'books'))).toEqual([]);
    expect((await services.library.list()).map(({ id }) => id)).toEqual(['tiny']);
  });
});

describe('a zip', () => {
  it('is read where everything in it stands in one folder, and where it does not', async () => {
    const services = await start(await makeFolder());
    const untitled = gitbook('', { 'book.json': '{}' });
    expect(await add(services, { name: 'my-book.zip', bytes: zipOf(untitled) })).toMatchObject({
      book: { id: 'my-book', chapters: 2 },
    });
    expect(await add(services, { name: 'x.zip', bytes: zipOf(untitled, 'guide-main/') })).toMatchObject({
      book: { id: 'guide-main', chapters: 2 },
    });
    const path = join(await makeFolder(), 'on-disk.zip');
    await writeFile(path, zipOf(untitled));
    expect(await add(services, { path })).toMatchObject({ book: { id: 'on-disk', source: { kind: 'zip' } } });
  });

  it('leads nowhere, whatever its names are, and what it would unpack to is counted', async () => {
    const data = await makeFolder();
    const services = await start(data);
    const tricks = {
      '../../evil.md': '# Evil',
      '/etc/evil.md': '# Evil',
      'a\\..\\..\\evil.md': '# Evil',
      'C:evil.md': '# Evil',
    };
    const summary =
      '* [One](one.md)\n* [Up](../../evil.md)\n* [Root](/etc/evil.md)\n* [Passwd](../../../../../etc/passwd)\n';
    const arrival = await add(services, {
      name: '../../../evil.zip',
      bytes: zipOf(gitbook('Evil', { ...tricks, 'SUMMARY.md': summary })),
    });
    expect(arrival).toMatchObject({ outcome: 'added', book: { id: 'evil', chapters: 1 } });
    expect((await readdir(data)).filter((name) => name.includes('evil'))).toEqual([]);
    expect(await readdir(join(data, 'books'))).toEqual(['evil']);

    const zeros = new Uint8Array(64 * 1024 * 1024);
    const bomb = zipSync(Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`${at}.md`, zeros])), { level: 9 });
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const refused = await add(services, { name: 'bomb.zip', bytes: bomb });
    expect(refused).toMatchObject({ outcome: 'refused', report: { problems: [{ code: 'zip-invalid' }] } });
  });
});

describe('another person’s book', () => {
  const withLimits = async (limits: Partial<CompileLimits>, source: NewSource) => {
    const { library, close } = await openLibrary(await makeFolder(), [], { ...usualLimits, ...limits });
    try {
      return valueOf(await library.add(source));
    } finally {
      close();
    }
  };

  it('reads nothing outside its folder, by links of the file system or by paths', async () => {
    const secret = join(await makeFolder(), 'secret.md');
    await writeFile(secret, '# SECRET\n\nSECRET\n');
    const path = await makeBook(
      gitbook('Links', {
        'SUMMARY.md': '* [One](one.md)\n* [Link](link.md)\n* [Folder](folder/secret.md)\n',
        'one.md': '# One\n\n![x](picture.png)\n',
      }),
    );
    await symlink(secret, join(path, 'link.md'));
    await symlink(join(secret, '..'), join(path, 'folder'));
    await symlink('/dev/zero', join(path, 'picture.png'));
    const data = await makeFolder();
    const services = await start(data);
    const arrival = await add(services, { path });
    expect(arrival).toMatchObject({ outcome: 'added', book: { chapters: 1 } });
    const codes = 'report' in arrival ? arrival.report.problems.map(({ code }) => code) : [];
    expect(codes.filter((code) => code === 'path-outside-book')).toHaveLength(3);
    const files = await readdir(join(data, 'books'), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain('SECRET');
    }
  });

  it('with a chapter that takes too long is there, and that chapter as it is written', async () => {
    // Each row of signs may begin a piece of code, whose end is looked for.
    const slow = `# Slow\n\n${Array.from({ length: 1900 }, (_, at) => '`'.repeat(at)).join(' ')}\n`;
    const arrival = await withLimits(
      { chapterMs: 1000 },
      { path: await makeBook(gitbook('Slow', { 'two.md': slow })) },
    );
    expect(arrival).toMatchObject({
      outcome: 'added',
      book: { chapters: 2 },
      report: { problems: [{ code: 'chapter-too-slow', file: 'two.md' }] },
    });
  });

  it('that takes all time or all memory is refused, and the program goes on', async () => {
    const path = await makeBook(gitbook('Long'));
    expect(await withLimits({ totalMs: 1 }, { path })).toMatchObject({
      outcome: 'refused',
      report: { problems: [{ code: 'book-too-slow' }] },
    });
    expect(await withLimits({ heapMb: 12 }, { path })).toMatchObject({
      outcome: 'refused',
      report: { problems: [{ code: 'book-too-large' }] },
    });
  });

  it('is given up when the reader says so', async () => {
    const { library, close } = await openLibrary(await makeFolder());
    const adding = library.add({ path: await makeBook(gitbook('Stopped')) });
    const waiting = setInterval(() => library.stop(), 5);
    expect(await adding).toEqual({ ok: true, value: { outcome: 'declined' } });
    clearInterval(waiting);
    expect(await library.list()).toEqual([]);
    close();
  });
});

it('a shelf that cannot be written to says so', async () => {
  const data = await makeFolder();
  await writeFile(join(data, 'books'), 'a file in its place');
  const services = await start(data);
  expect(await services.library.add({ path: await makeBook(gitbook('Guide')) })).toMatchObject({
    ok: false,
    error: { code: 'store-unavailable', details: { folder: join(data, 'books') } },
  });
});
