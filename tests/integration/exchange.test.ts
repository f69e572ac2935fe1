/** Marks out of one store and into another, with real databases and files. */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chapter } from '../../core/book/model.ts';
import type { Result } from '../../core/contract/result.ts';
import { fileFormats } from '../../core/marks/exchange/formats.ts';
import { fileMark, type FileMark, type MarksFile, type ReadMarks } from '../../core/marks/exchange/marks-file.ts';
import { namesFromIds, placeNames } from '../../core/marks/exchange/place-names.ts';
import { readMarks } from '../../core/marks/exchange/read-marks.ts';
import { writeMarks } from '../../core/marks/exchange/write-marks.ts';
import { packBackup, unpackBackup } from '../../electron/services/exchange/backup.ts';
import {
  prepareImport,
  previewImport,
  takenByDefault,
  type SearchedBook,
} from '../../electron/services/exchange/import-marks.ts';
import { placesOf } from '../../electron/services/marks/find-places.ts';
import { mostBytes, readBytes } from '../../electron/services/exchange/read-file.ts';
import { backupOf, marksOf, restoreBackup } from '../../electron/services/exchange/restore.ts';
import { unpackZip } from '../../electron/services/exchange/unpack-zip.ts';
import { writeWhole } from '../../electron/services/exchange/write-file.ts';
import { openBook } from '../../electron/services/library/book.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import type { Store } from '../../electron/services/store/store.ts';
import { randomMarks } from '../unit/core/marks/exchange/random-marks.ts';
import { someMark } from '../unit/core/marks/some-marks.ts';
import { tempFolder, tinyChapter, tinyManifest, writeTinyBundle } from './tiny-bundle.ts';

const name = { id: 'tiny', edition: '1', title: tinyManifest.title };

let folder: string;
let store: Store;
const opened: Store[] = [];

async function newStore(): Promise<Store> {
  const made = openStore(join(await tempFolder(), 'data')).store;
  opened.push(made);
  return made;
}

beforeEach(async () => {
  folder = await tempFolder();
  store = await newStore();
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

function must<T>(result: Result<T> | { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const held = (of: Store, file: Pick<MarksFile, 'book'>) => marksOf(of.marks, file.book, 0, true).marks;
const take = (file: Pick<MarksFile, 'book' | 'marks'>, into = store) =>
  into.marks.import(file.book, file.marks, takenByDefault);
const numbered = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const tiny = (...changes: Parameters<typeof someMark>[0][]): { book: typeof name; marks: FileMark[] } => ({
  book: name,
  marks: changes.map((change, at) => fileMark(someMark({ id: numbered(at), bookId: 'tiny', ...change }))),
});

describe('export, wipe, import', () => {
  it('gives the identical set, in every format that holds it and in a backup', async () => {
    await fc.assert(
      fc.asyncProperty(randomMarks, async (file) => {
        const first = await newStore();
        must(take(file, first));
        const exported = marksOf(first.marks, file.book, file.exportedAt, true);
        expect(exported.marks).toEqual(file.marks);
        for (const format of fileFormats.filter((one) => one !== 'markdown')) {
          const second = await newStore();
          const read = must(readMarks(writeMarks(format, exported, namesFromIds(file.book))));
          must(take({ book: read.book!, marks: read.marks }, second));
          expect(held(second, file)).toEqual(file.marks);
          expect(second.books()).toEqual([file.book]);
        }
        const third = await newStore();
        const zip = packBackup(backupOf(first, 0), ({ book }) => namesFromIds(book));
        must(restoreBackup(must(unpackBackup(zip)), third, takenByDefault, true));
        expect(held(third, file)).toEqual(file.marks);
        for (const one of opened.splice(1)) one.close();
      }),
      { numRuns: 6 },
    );
  });
});

describe('an import', () => {
  it('done twice changes nothing the second time, and is no step then', () => {
    const file = tiny({}, { kind: 'note', body: 'x' });
    must(take(file));
    const before = store.marks.list('tiny');
    expect(must(take(file))).toMatchObject({
      changed: [],
      arrivals: ['same', 'same'],
      history: { undo: { count: 2 } },
    });
    expect(store.marks.list('tiny')).toEqual(before);
  });

  it('takes what is new and newer, and leaves what the reader wrote later', () => {
    must(take(tiny({ body: 'a', kind: 'note' }, { body: 'b', kind: 'note' })));
    const [, second] = store.marks.list('tiny');
    const patch = { body: 'mine, later' };
    must(store.marks.change(tinyManifest, [{ do: 'edit', id: second!.id, revision: second!.revision, patch }]));
    const file = tiny({ body: 'a2', kind: 'note', clock: 2000 }, { body: 'b2', kind: 'note', clock: 2000 }, {});
    const done = must(take(file));
    expect(done.arrivals).toEqual(['newer', 'older', 'new']);
    expect(store.marks.list('tiny').map(({ body }) => body)).toEqual(['a2', 'mine, later', null]);
    expect(done.history.undo).toEqual({ what: 'import', count: 2 });
  });

  it('is taken back and done again as one step', () => {
    must(take(tiny({ body: 'a', kind: 'note' })));
    must(take(tiny({ body: 'a2', kind: 'note', clock: 2000 }, {}, {})));
    must(store.marks.turn('tiny', 'undo'));
    expect(store.marks.list('tiny').map(({ body }) => body)).toEqual(['a']);
    must(store.marks.turn('tiny', 'redo'));
    expect(store.marks.list('tiny').map(({ body }) => body)).toEqual(['a2', null, null]);
  });

  it('overwrites what is later here only where it is told to, and that is later then', () => {
    must(take(tiny({ body: 'a', kind: 'note', clock: 5000 })));
    const file = tiny({ body: 'old', kind: 'note', clock: 10 });
    must(store.marks.import(name, file.marks, ['older']));
    const [mark] = store.marks.list('tiny');
    expect(mark).toMatchObject({ body: 'old', revision: 2 });
    expect(mark!.clock).toBeGreaterThan(5000);
  });

  it('does not bring back what was deleted after the file was written', () => {
    const file = tiny({});
    must(take(file));
    must(store.marks.change(tinyManifest, [{ do: 'delete', id: numbered(0) }]));
    expect(must(take(file)).arrivals).toEqual(['older']);
    expect(store.marks.list('tiny')).toEqual([]);
    expect(store.marks.bin('tiny')).toHaveLength(1);
  });

  it('leaves every later change later, however far ahead the clock of a file is', () => {
    must(take(tiny({ clock: 8.64e15 })));
    const [mark] = store.marks.list('tiny');
    must(store.marks.change(tinyManifest, [{ do: 'edit', id: mark!.id, revision: 1, patch: { color: 'blue' } }]));
    expect(store.marks.list('tiny')[0]).toMatchObject({ color: 'blue', clock: 8.64e15 + 1 });
  });

  it('of an id that another book has here changes nothing', () => {
    must(take(tiny({})));
    const file = { book: { ...name, id: 'other' }, marks: tiny({}, {}).marks };
    expect(take(file)).toMatchObject({ ok: false, error: { code: 'mark-conflict' } });
    expect(held(store, file)).toEqual([]);
    expect(store.books().map(({ id }) => id)).toEqual(['tiny']);
  });
});

describe('marks of another program', () => {
  let book: SearchedBook;
  const paragraph = '飞地把代码和数据同系统隔开，连内核也看不见里面。';
  const chapter: Chapter = {
    ...tinyChapter('enclaves', 'zh'),
    sections: [
      {
        id: 'enclaves',
        depth: 1,
        title: '飞地',
        blocks: [
          { id: 'enclaves.0', kind: 'heading', html: '<h1>飞地</h1>', text: '飞地' },
          { id: 'enclaves.1', kind: 'paragraph', html: `<p>${paragraph}</p>`, text: paragraph },
        ],
      },
    ],
  };
  const quoted = (id: string, exact: string, prefix: string, suffix: string) => ({
    id,
    created: '2026-01-02T00:00:00Z',
    text: 'thought',
    tags: ['t'.repeat(300)],
    target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }] }],
  });
  const hypothesis = (): ReadMarks =>
    must(
      readMarks(
        JSON.stringify({
          annotations: [
            quoted('A', '连内核也看不见', '系统隔开，', '里面。'),
            quoted('B', 'words that this book has nowhere at all', '', ''),
            { id: 'C', created: '2026-01-02T00:00:00Z', text: 'of the page', target: [] },
          ],
        }),
      ),
    );

  beforeEach(async () => {
    const bundle = await writeTinyBundle({ 'chapters/zh/enclaves.json': JSON.stringify(chapter) });
    const opened = must(await openBook(bundle));
    book = { manifest: opened.manifest, places: placesOf(opened) };
  });

  it('are found by their words; what is not found is kept and said', async () => {
    const incoming = must(await prepareImport(hypothesis(), name, book));
    const preview = must(await previewImport(incoming, store.marks, book));
    expect(preview.arrivals).toEqual(['new', 'new', 'new']);
    expect(preview.notFound).toEqual([incoming.marks[1]!.id]);
    expect(store.marks.list('tiny')).toEqual([]);
    must(take(incoming));
    expect(store.marks.list('tiny')).toMatchObject([
      { kind: 'note', body: 'thought', anchor: { lang: 'zh', blockId: 'enclaves.1', start: 14, end: 21 } },
      { anchor: { quote: 'words that this book has nowhere at all' } },
      { target: 'book', anchor: null, body: 'of the page' },
    ]);
    // No link and no chapter is made up for the words that were not found.
    const placed = marksOf(store.marks, name, 0, false);
    for (const format of fileFormats.filter((one) => one !== 'json')) {
      const text = writeMarks(format, placed, placeNames(book.manifest));
      const shown = text.replace(/<script.*<\/script>|"x-reader": \{.*?\n {2}\}/gs, '').replace(/"\{""book"".*/g, '');
      expect(shown).toContain('words that this book has nowhere at all');
      expect(shown).not.toContain('unplaced');
      expect(shown).not.toMatch(/^## *$|<h2><\/h2>/m);
    }
    const again = must(await prepareImport(hypothesis(), name, book));
    expect(must(take(again)).arrivals).toEqual(['same', 'same', 'same']);
  });

  it('need the book; ours need to be in it', async () => {
    expect(await prepareImport(hypothesis(), name, undefined)).toMatchObject({ problem: { code: 'book-needed' } });
    const ours = must(readMarks(writeMarks('json', { ...tiny({}), exportedAt: 0 }, namesFromIds(name))));
    const other = await prepareImport(ours, { ...name, id: 'other' }, undefined);
    expect(other).toMatchObject({ problem: { code: 'other-book', what: 'tiny' } });
  });
});

describe('a backup', () => {
  const draft = { id: randomUUID(), spot: null, body: 'half a sent' };

  function fill(): void {
    must(take(tiny({ body: 'a', kind: 'note' }, { deletedAt: 7 })));
    must(store.marks.saveDraft(tinyManifest, draft));
    must(store.saveSettings({ theme: 'sepia' }));
    const place = { bookId: 'tiny', lang: 'zh', chapterId: 'outlook', blockId: 'outlook.1', fraction: 0.5 };
    must(store.savePosition(place, tinyManifest));
    must(store.reads.add(tinyManifest, [read(0.5)]));
  }
  const read = (share: number) => ({
    chapterId: 'outlook',
    sectionId: 'outlook',
    share,
    weight: 1,
    byHand: false,
  });
  const pack = () => packBackup(backupOf(store, 0), ({ book }) => namesFromIds(book));

  it('has everything, readable, under names with forward slashes', () => {
    fill();
    const entries = must(unpackZip(pack()));
    expect([...entries.keys()]).toEqual([
      'manifest.json',
      'notes/tiny.json',
      'notes/tiny.md',
      'reading/tiny.json',
      'settings.json',
    ]);
    const text = (path: string) => new TextDecoder().decode(entries.get(path));
    expect(text('notes/tiny.md')).toContain('> 机密内存\n\na\n\n— [open](recto://tiny/intel-sgx#memory.1)');
    expect(text('notes/tiny.json')).toContain('"format": "recto-marks"');
    expect(pack()).toEqual(pack());
  });

  it('brings all of it into an empty store, and merges with one that is not', async () => {
    fill();
    const backup = must(unpackBackup(pack()));
    const empty = await newStore();
    must(restoreBackup(backup, empty, takenByDefault, true));
    expect(backupOf(empty, 0)).toEqual(backupOf(store, 0));

    const used = await newStore();
    must(take({ book: name, marks: tiny({}, {}, { body: 'only here', kind: 'note' }).marks.slice(2) }, used));
    must(used.savePosition({ ...backup.books[0]!.position!, fraction: 0 }, tinyManifest));
    must(used.reads.add(tinyManifest, [read(0.75), { ...read(0.25), sectionId: 'more' }]));
    must(restoreBackup(backup, used, takenByDefault, false));
    expect(used.marks.list('tiny').map(({ body }) => body)).toEqual(['only here', 'a']);
    expect(used.settings().theme).toBe('system');
    expect(used.position('tiny')?.fraction).toBe(0);
    // What was read in either was read.
    expect(used.reads.list('tiny').map(({ sectionId, share }) => [sectionId, share])).toEqual([
      ['more', 0.25],
      ['outlook', 0.75],
    ]);
  });

  it('of before what was read was known is taken as well', () => {
    fill();
    const entries = must(unpackZip(pack()));
    const text = (path: string) => new TextDecoder().decode(entries.get(path));
    const reading = JSON.parse(text('reading/tiny.json')) as Record<string, unknown>;
    delete reading.reads;
    const content = strToU8(JSON.stringify(reading));
    const manifest = JSON.parse(text('manifest.json')) as { version: number; files: Record<string, string> };
    manifest.version = 1;
    manifest.files['reading/tiny.json'] = createHash('sha256').update(content).digest('hex');
    const old = repack(pack(), {
      'reading/tiny.json': content,
      'manifest.json': strToU8(JSON.stringify(manifest)),
    });
    expect(must(unpackBackup(old)).books[0]).toMatchObject({ reads: [], position: { chapterId: 'outlook' } });
  });

  it.each<[string, (zip: Uint8Array) => Uint8Array, string]>([
    ['cut off', (zip) => zip.subarray(0, zip.length / 3), 'unreadable'],
    ['no zip', () => strToU8('PK, not'), 'unknown-format'],
    ['empty', () => new Uint8Array(), 'unknown-format'],
    ['another zip', () => zipSync({ 'a.txt': strToU8('a') }), 'unknown-format'],
    ['a file changed', (zip) => repack(zip, { 'notes/tiny.json': strToU8('{}') }), 'unreadable'],
    ['a file gone', (zip) => repack(zip, { 'notes/tiny.json': undefined }), 'unreadable'],
    ['a newer one', (zip) => repack(zip, { 'manifest.json': newer(zip) }), 'newer'],
  ])('that is not in order changes nothing: %s', (_, spoil, code) => {
    fill();
    expect(unpackBackup(spoil(pack()))).toMatchObject({ ok: false, problem: { code } });
  });

  it('is never unpacked beyond its limits, whatever its sizes say', () => {
    const bomb = zipSync({ a: new Uint8Array(30_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(unpackZip(bomb, { bytes: 1_000_000, entries: 10 })).toMatchObject({ problem: { code: 'too-large' } });
    const many = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [String(at), new Uint8Array(1)])));
    expect(unpackZip(many, { bytes: 1000, entries: 10 })).toMatchObject({ ok: false });
    const twice = zipSync({ aa: strToU8('1'), ab: strToU8('2') });
    const renamed = Uint8Array.from(twice, (byte, at) => (byte === 0x62 && twice[at - 1] === 0x61 ? 0x61 : byte));
    expect(unpackZip(renamed)).toMatchObject({ ok: false, problem: { what: 'it holds aa twice' } });
  });

  function repack(zip: Uint8Array, changes: Record<string, Uint8Array | undefined>): Uint8Array {
    const all = { ...Object.fromEntries(must(unpackZip(zip))), ...changes };
    return zipSync(Object.fromEntries(Object.entries(all).flatMap(([path, bytes]) => (bytes ? [[path, bytes]] : []))));
  }
  function newer(zip: Uint8Array): Uint8Array {
    const manifest = new TextDecoder().decode(must(unpackZip(zip)).get('manifest.json'));
    return strToU8(manifest.replace('"version": 2', '"version": 99'));
  }
});

describe('files', () => {
  it('larger than any set of marks are not read', async () => {
    const file = join(folder, 'large.json');
    await writeFile(file, '');
    await truncate(file, mostBytes + 1);
    expect(await readBytes(file)).toMatchObject({ ok: false, problem: { code: 'too-large', what: '256 MiB' } });
  });

  it('are written whole, for their reader alone, or not at all', async () => {
    const file = join(folder, 'out.json');
    await writeFile(file, 'old');
    await writeWhole(file, 'new');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(writeWhole(join(folder, 'no', 'such', 'out.json'), 'x')).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual(['out.json']);
  });
});
