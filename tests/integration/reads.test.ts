/** What was read, through the handlers that both hosts answer with, on a real database. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chapter } from '../../core/book/model.ts';
import type { EventPayload, Request } from '../../core/contract/channels.ts';
import { marksCommand } from '../../electron/cli/marks-command.ts';
import type { Services } from '../../electron/services/host-services.ts';
import { schema1 } from '../../electron/services/store/schema-1.ts';
import { schema2 } from '../../electron/services/store/schema-2.ts';
import { schema3 } from '../../electron/services/store/schema-3.ts';
import { tempFolder, tinyChapter, tinyManifest, writeTinyBundle } from './tiny-bundle.ts';
import { must, servicesOn } from './services.ts';

const text = (id: string, words: string) => ({ id, kind: 'paragraph' as const, html: `<p>${words}</p>`, text: words });
const enclaves: Chapter = {
  ...tinyChapter('enclaves', 'zh'),
  sections: [
    { id: 'enclaves', depth: 1, title: '飞地', blocks: [text('enclaves.0', '飞地')] },
    { id: 'report', depth: 2, title: '报告', blocks: [text('report.0', '报告由平台签')] },
  ],
};

let bookFolder: string;
let dataFolder: string;
let services: Services;
let told: EventPayload<'marks:changed'>[];

async function open(): Promise<void> {
  services = await servicesOn({
    bookFolder,
    dataFolder,
  });
  told = [];
  services.onEvent((name, payload) => {
    if (name === 'marks:changed') told.push(payload as EventPayload<'marks:changed'>);
  });
  // The page has its book open.
  must(await services.handlers['app:start']({ systemLanguages: ['zh-CN'] }));
}

beforeEach(async () => {
  bookFolder = await writeTinyBundle({ 'chapters/zh/enclaves.json': JSON.stringify(enclaves) });
  dataFolder = join(await tempFolder(), 'data');
});
afterEach(() => services.close());

const save = (byHand: boolean, ...sections: Request<'reads:save'>['sections']) =>
  services.handlers['reads:save']({ bookId: 'tiny', chapterId: 'enclaves', lang: 'zh', byHand, sections });
const shares = async (): Promise<Record<string, number>> => {
  const { reads } = must(await services.handlers['reads:list']({ bookId: 'tiny' }));
  return Object.fromEntries(reads.map(({ sectionId, share }) => [sectionId, share]));
};
const undo = async () => must(await services.handlers['marks:undo']({ bookId: 'tiny' }));
const redo = async () => must(await services.handlers['marks:redo']({ bookId: 'tiny' }));

describe('what was read', () => {
  beforeEach(open);

  it('is weighed by the host, told to every page, and there after a restart', async () => {
    const saved = must(await save(false, { sectionId: 'report', share: 0.5 }));
    const row = { chapterId: 'enclaves', sectionId: 'report', share: 0.5, weight: 0.75, byHand: false };
    expect(saved.sections).toEqual([row]);
    expect(told).toEqual([saved]);
    // Reading is no step to undo.
    expect(saved.history).toEqual({ undo: null, redo: null });
    services.close();
    await open();
    expect(must(await services.handlers['app:start']({ systemLanguages: ['zh-CN'] })).reads).toEqual([row]);
  });

  it('only ever grows by reading', async () => {
    must(await save(false, { sectionId: 'report', share: 0.5 }));
    expect(must(await save(false, { sectionId: 'report', share: 0.25 })).sections).toEqual([]);
    must(await save(false, { sectionId: 'report', share: 1 }));
    expect(await shares()).toEqual({ report: 1 });
  });

  it('is as the reader says, which can be undone and done again, over a restart', async () => {
    must(await save(false, { sectionId: 'report', share: 0.5 }));
    const set = must(await save(true, { sectionId: 'report', share: 1 }, { sectionId: 'enclaves', share: 1 }));
    expect(set.history.undo).toEqual({ what: 'read', count: 2 });
    services.close();
    await open();
    expect((await undo()).sections).toHaveLength(2);
    expect(await shares()).toEqual({ report: 0.5, enclaves: 0 });
    expect((await redo()).history).toMatchObject({ undo: { what: 'read' }, redo: null });
    expect(await shares()).toEqual({ report: 1, enclaves: 1 });
  });

  it('makes no step where it is so already, and the bin that is emptied takes none of its steps along', async () => {
    must(await save(true, { sectionId: 'report', share: 1 }));
    must(await save(true, { sectionId: 'report', share: 1 }));
    must(await services.handlers['marks:erase']({ bookId: 'tiny', ids: ['6f2c1a52-7d0e-4a7b-9c1d-2f6c8f6f0a11'] }));
    await undo();
    expect(await shares()).toEqual({ report: 0 });
    expect((await undo()).history.undo).toBeNull();
  });

  it('is refused for a section that the book does not have, whole', async () => {
    const refused = await save(true, { sectionId: 'report', share: 1 }, { sectionId: 'elsewhere', share: 1 });
    expect(refused).toEqual({ ok: false, error: { code: 'not-found', details: { what: 'elsewhere' } } });
    expect(await shares()).toEqual({});
  });

  it('that is damaged on disk costs nothing else', async () => {
    must(await save(true, { sectionId: 'report', share: 1 }, { sectionId: 'enclaves', share: 1 }));
    services.close();
    const database = new DatabaseSync(join(dataFolder, 'recto.db'));
    database.exec(`UPDATE section_reads SET section_id = '../..' WHERE section_id = 'report'`);
    database.close();
    await open();
    expect(await shares()).toEqual({ enclaves: 1 });
    expect((await undo()).sections).toEqual([expect.objectContaining({ sectionId: 'enclaves', share: 0 })]);
  });

  it('is listed by the command line', async () => {
    must(await save(true, { sectionId: 'report', share: 1 }, { sectionId: 'enclaves', share: 1 }));
    const lines: string[] = [];
    const list = async (...more: string[]): Promise<number> =>
      marksCommand.run(['read', '--data', dataFolder, '--book', bookFolder, ...more], {
        print: (line) => lines.push(line),
        tell: () => undefined,
        progress: () => undefined,
      });
    expect(await list()).toBe(0);
    expect(lines.splice(0)).toEqual(['done    100%  enclaves 中文']);
    expect(await list('--json')).toBe(0);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      ok: true,
      book: 'tiny',
      chapters: [
        { id: 'preface', state: 'unread', sections: [] },
        { id: 'enclaves', state: 'done', share: 1, sections: [{ id: 'enclaves' }, { id: 'report', byHand: true }] },
        { id: 'outlook', state: 'unread' },
      ],
    });
  });
});

it('a database of before is brought to the present schema with all that is in it', async () => {
  mkdirSync(dataFolder, { recursive: true });
  const old = new DatabaseSync(join(dataFolder, 'recto.db'));
  old.exec(`${schema1}; ${schema2}; ${schema3}; PRAGMA user_version = 3`);
  const title = JSON.stringify(tinyManifest.title);
  old.prepare('INSERT INTO books (id, edition, title, added_at) VALUES (?, ?, ?, 0)').run('tiny', '1', title);
  old.exec(`INSERT INTO positions VALUES ('tiny', 'zh', 'enclaves', 'report.0', 0.5, 1)`);
  old.close();
  await open();
  const start = must(await services.handlers['app:start']({ systemLanguages: ['zh-CN'] }));
  expect(start).toMatchObject({ reads: [], position: { blockId: 'report.0' }, warnings: [] });
  must(await save(false, { sectionId: 'report', share: 1 }));
  expect(await shares()).toEqual({ report: 1 });
});
