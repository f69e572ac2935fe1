/**
 * Marks by the thousand: in the store and in its files, measured in this process, and in the page of the browser host. The
 * yardstick of a save is a bare commit of one row to a database of the same kind on the same disk.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileFormats, type FileFormat } from '../../core/marks/exchange/formats.ts';
import { placeNames } from '../../core/marks/exchange/place-names.ts';
import { writeMarks } from '../../core/marks/exchange/write-marks.ts';
import { nameOf, takenByDefault } from '../../electron/services/exchange/import-marks.ts';
import { marksOf } from '../../electron/services/exchange/restore.ts';
import { openBook, type Book } from '../../electron/services/library/book.ts';
import { markHandlers } from '../../electron/services/marks/mark-handlers.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import type { Store } from '../../electron/services/store/store.ts';
import { dist } from '../../build/bundle/paths.ts';
import { chapterTexts, manyMarks } from './many-marks.ts';
import { measureMarksPage, type MarksPageTimes } from './marks-page.ts';

/** Wall clock and processor time: on a machine that does other things as well only the second says something. */
export interface Time {
  readonly ms: number;
  readonly cpuMs: number;
}

export interface MarksFigures {
  readonly count: number;
  /** All marks for the page, as the JSON it gets, part by part; and the longest part. */
  readonly parts: Time & { readonly longestMs: number };
  /** Each of 500 saves of one note, and the yardstick. */
  readonly savesMs: readonly number[];
  readonly commitsMs: readonly number[];
  readonly exports: readonly (readonly [FileFormat, Time])[];
  readonly page: MarksPageTimes;
}

const saves = 500;

/** With `count` marks all over the edition. */
export async function measureMarks(count: number): Promise<MarksFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
  try {
    const dataFolder = join(folder, 'data');
    const book = await edition();
    const { store } = openStore(dataFolder);
    fill(store, book, manyMarks(await chapterTexts(book), count, book.manifest.edition));
    const handlers = markHandlers({
      store: store.marks,
      meanings: () => ({}),
      bookOf: () => ({ ok: true, value: book }),
      tell: () => undefined,
      snapshot: () => Promise.resolve({ ok: true, value: {} }),
      tellOutdated: () => undefined,
    });
    const bookId = book.manifest.id;
    let longestMs = 0;
    const parts = await timed(async () => {
      for (let after: number | undefined; ;) {
        const start = performance.now();
        const part = await handlers['marks:list']({ bookId, after });
        JSON.stringify(part);
        longestMs = Math.max(longestMs, performance.now() - start);
        if (!part.ok || part.value.next === null) return;
        after = part.value.next;
      }
    });
    const savesMs: number[] = [];
    for (const mark of store.marks.list(bookId).filter((_, at) => at % Math.ceil(count / saves) === 0)) {
      const start = performance.now();
      const patch = { body: `saved ${String(savesMs.length)}` };
      const saved = await handlers['marks:save']({
        bookId,
        changes: [{ do: 'edit', id: mark.id, revision: mark.revision, patch }],
      });
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
      savesMs.push(performance.now() - start);
    }
    const exports: [FileFormat, Time][] = [];
    for (const format of fileFormats) {
      const time = await timed(() => {
        const file = marksOf(store.marks, nameOf(book), Date.now(), false);
        writeMarks(format, file, placeNames(book.manifest, 'zh'));
      });
      exports.push([format, time]);
    }
    store.close();
    const commitsMs = bareCommits(join(folder, 'bare.db'));
    return {
      count,
      parts: { ...parts, longestMs },
      savesMs,
      commitsMs,
      exports,
      page: await measureMarksPage(dataFolder, count),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A data folder with `count` marks in the book's longest chapter, in its first language. */
export async function fillLongestChapter(dataFolder: string, count: number): Promise<string> {
  const book = await edition();
  const [lang] = book.manifest.languages;
  const texts = (await chapterTexts(book)).filter((text) => text.lang === lang);
  const [longest] = texts.sort((a, b) => b.text.length - a.text.length);
  if (!longest) throw new Error('The edition has no chapter.');
  const { store } = openStore(dataFolder);
  fill(store, book, manyMarks([longest], count, book.manifest.edition));
  store.close();
  return longest.chapterId;
}

async function edition(): Promise<Book> {
  const book = await openBook(join(dist, 'books', 'cncc'));
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  return book.value;
}

function fill(store: Store, book: Book, marks: ReturnType<typeof manyMarks>): void {
  const imported = store.marks.import(nameOf(book), marks, takenByDefault);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
}

function bareCommits(file: string): number[] {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (text TEXT)');
  const insert = database.prepare('INSERT INTO rows VALUES (?)');
  const times = Array.from({ length: saves }, () => {
    const start = performance.now();
    insert.run('x'.repeat(200));
    return performance.now() - start;
  });
  database.close();
  return times;
}

async function timed(work: () => unknown): Promise<Time> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
}
