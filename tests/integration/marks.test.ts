/** Marks through the handlers that both hosts answer with, on a real book and a real database. */
import { cp, readdir, writeFile } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chapter } from '../../core/book/model.ts';
import type { MarkChange, MarksChanged, MarksOfBook, Spot } from '../../core/contract/marks.ts';
import type { Services } from '../../electron/services/host-services.ts';
import { openStore } from '../../electron/services/store/open-store.ts';
import { tempFolder, tinyChapter, tinyManifest, writeTinyBundle } from './tiny-bundle.ts';
import { must, servicesOn } from './services.ts';

const paragraphs = ['飞地把代码和数据同系统隔开，连内核也看不见里面。', '报告由平台签名，依赖方据此决定是否放行密钥。'];

const sgx: Chapter = {
  ...tinyChapter('enclaves', 'zh'),
  sections: [
    {
      id: 'enclaves',
      depth: 1,
      title: '飞地',
      blocks: [
        { id: 'enclaves.0', kind: 'heading', html: '<h1>飞地</h1>', text: '飞地' },
        ...paragraphs.map((text, at) => ({
          id: `enclaves.${String(at + 1)}`,
          kind: 'paragraph' as const,
          html: `<p>${text}</p>`,
          text,
        })),
        { id: 'enclaves.3', kind: 'rule', html: '<hr>', text: '' },
      ],
    },
  ],
};

const chapterFile = 'chapters/zh/enclaves.json';

let bookFolder: string;
let dataFolder: string;
let services: Services;
let told: MarksChanged[];
let outdated: unknown[];

async function open(): Promise<void> {
  services = await servicesOn({
    bookFolder,
    dataFolder,
  });
  told = [];
  outdated = [];
  services.onEvent((name, payload) => {
    if (name === 'marks:changed') told.push(payload as MarksChanged);
    if (name === 'marks:outdated') outdated.push(payload);
  });
}

async function reopen(): Promise<void> {
  services.close();
  await open();
}

beforeEach(async () => {
  bookFolder = await writeTinyBundle({ [chapterFile]: JSON.stringify(sgx) });
  dataFolder = join(await tempFolder(), 'data');
  await open();
});
afterEach(() => {
  vi.useRealTimers();
  services.close();
});

const list = async (): Promise<MarksOfBook> => must(await services.handlers['marks:list']({ bookId: 'tiny' }));
const save = (...changes: MarkChange[]) => services.handlers['marks:save']({ bookId: 'tiny', changes });
const undo = async () => must(await services.handlers['marks:undo']({ bookId: 'tiny' }));
const redo = async () => must(await services.handlers['marks:redo']({ bookId: 'tiny' }));

const words: Spot = {
  target: 'text',
  chapterId: 'enclaves',
  lang: 'zh',
  range: { blockId: 'enclaves.2', start: 0, endBlockId: 'enclaves.2', end: 6 },
};

function add(
  spot: Spot,
  content: Extract<MarkChange, { do: 'add' }>['content'] = {},
): Extract<MarkChange, { do: 'add' }> {
  return { do: 'add', id: randomUUID(), kind: 'highlight', spot, content };
}

describe('a mark', () => {
  it('holds the words of the book, and is there after a restart', async () => {
    const change = add(words, { color: 'blue', tags: ['签名', ' #tee'], body: '谁来验？' });
    const saved = must(await save(change));
    expect(saved.changed).toMatchObject([
      {
        id: change.id,
        kind: 'note',
        color: 'blue',
        tags: ['签名', 'tee'],
        body: '谁来验？',
        anchor: { quote: '报告由平台签', suffix: '名，依赖方据此决定是否放行密钥。\n' },
        placement: { kind: 'placed', chapterId: 'enclaves', range: words.range },
        revision: 1,
        sequence: 1,
      },
    ]);
    expect(told).toEqual([saved]);
    await reopen();
    expect((await list()).marks).toEqual(saved.changed);
  });

  it('can be on a block, a section and the book; on a block without words it is on its section', async () => {
    const at = { chapterId: 'enclaves', lang: 'zh' };
    const saved = must(
      await save(
        { ...add({ target: 'block', ...at, blockId: 'enclaves.1' }), kind: 'bookmark' },
        { ...add({ target: 'section', ...at, sectionId: 'enclaves' }), kind: 'bookmark' },
        add({ target: 'book' }, { body: 'the whole of it' }),
        add({ target: 'block', ...at, blockId: 'enclaves.3' }),
      ),
    );
    expect(
      saved.changed.map(({ target, kind, blockKind, placement }) => [target, kind, blockKind, placement.kind]),
    ).toEqual([
      ['block', 'bookmark', 'paragraph', 'placed'],
      ['section', 'bookmark', null, 'placed'],
      ['book', 'note', null, 'book'],
      ['section', 'highlight', null, 'placed'],
    ]);
  });

  it('is made once, however often the call arrives', async () => {
    const change = add(words, { color: 'pink' });
    must(await save(change));
    must(await save(change));
    expect((await list()).marks).toHaveLength(1);
    await undo();
    expect(await list()).toMatchObject({ marks: [], history: { undo: null } });
  });

  it('is not made where the book has no such place; then nothing of the call is', async () => {
    const elsewhere: Spot = { ...words, range: { ...words.range, end: 999 } };
    expect(await save(add(words), add(elsewhere))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await list()).toMatchObject({ marks: [], history: { undo: null, redo: null } });
    expect(told).toEqual([]);
  });

  it('is not overwritten by someone who has not seen its last change', async () => {
    const change = add(words, { body: 'first' });
    must(await save(change));
    const edit = (body: string): MarkChange => ({ do: 'edit', id: change.id, revision: 1, patch: { body } });
    must(await save(edit('second')));
    expect(await save(edit('third'))).toEqual({
      ok: false,
      error: { code: 'mark-conflict', details: { id: change.id } },
    });
    expect((await list()).marks).toMatchObject([{ body: 'second', revision: 2 }]);
  });
});

describe('deleting', () => {
  it('is putting into the bin, from where it comes back as it was', async () => {
    const change = add(words, { body: 'a thought', tags: ['b', 'a'] });
    const [before] = must(await save(change)).changed;
    expect(must(await save({ do: 'delete', id: change.id }))).toMatchObject({ changed: [], removed: [change.id] });
    expect((await list()).marks).toEqual([]);
    expect(must(await services.handlers['marks:bin']({ bookId: 'tiny' })).marks).toMatchObject([{ id: change.id }]);
    const back = must(await save({ do: 'restore', id: change.id })).changed[0];
    expect({ ...back, clock: 0, revision: 0 }).toEqual({ ...before, clock: 0, revision: 0 });
  });

  it('is for good when the reader erases it, and only what is in the bin can be erased', async () => {
    const [kept, gone] = [add(words, { body: 'stays' }), add(words, { body: 'goes' })];
    must(await save(kept, gone));
    must(await save({ do: 'delete', id: gone.id }));
    const erase = (ids: string[]) => services.handlers['marks:erase']({ bookId: 'tiny', ids });
    expect(must(await erase([kept.id, gone.id])).removed).toEqual([gone.id]);
    expect((await list()).marks.map(({ id }) => id)).toEqual([kept.id]);
    expect(must(await services.handlers['marks:bin']({ bookId: 'tiny' })).marks).toEqual([]);
    expect(await save({ do: 'restore', id: gone.id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    // The step that deleted it is gone with it; the one that made both can be undone for the other.
    must(await services.handlers['marks:undo']({ bookId: 'tiny' }));
    expect((await list()).marks).toEqual([]);
    expect((await list()).history.undo).toBeNull();
  });

  it('is for good after thirty days, and not before; a clock that is years ahead empties nothing at a stroke', async () => {
    const days = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * 24 * 3600 * 1000);
    vi.useFakeTimers({ toFake: ['Date'], now: days(0) });
    await reopen();
    const change = add(words);
    must(await save(change, { do: 'delete', id: change.id }));
    const inBin = async () => must(await services.handlers['marks:bin']({ bookId: 'tiny' })).marks.length;
    for (const [day, count] of [
      [50 * 365, 1],
      [29, 1],
      [31, 0],
    ] as const) {
      vi.setSystemTime(days(day));
      await reopen();
      expect([day, await inBin()]).toEqual([day, count]);
    }
    services.close();
    const database = new DatabaseSync(join(dataFolder, 'recto.db'));
    expect(database.prepare('SELECT id FROM erased_marks').all()).toMatchObject([{ id: change.id }]);
    database.close();
    await open();
    expect((await list()).history).toEqual({ undo: null, redo: null });
  });
});

describe('many marks', () => {
  const spots = (count: number) =>
    Array.from({ length: count }, (_, at) => add(words, { label: `mark ${String(at)}` }));

  it('come in parts, those of a chapter by themselves', async () => {
    const made = spots(4500);
    for (let at = 0; at < made.length; at += 1500) must(await save(...made.slice(at, at + 1500)));
    const parts: MarksOfBook[] = [];
    for (let after: number | undefined; ;) {
      const part = must(await services.handlers['marks:list']({ bookId: 'tiny', after }));
      parts.push(part);
      if (part.next === null) break;
      after = part.next;
    }
    expect(parts.map(({ marks }) => marks.length)).toEqual([2000, 2000, 500]);
    expect(parts.every(({ total }) => total === 4500)).toBe(true);
    expect(parts.flatMap(({ marks }) => marks.map(({ id }) => id))).toEqual(made.map(({ id }) => id));
    const ofChapter = async (chapterId: string) =>
      must(await services.handlers['marks:list']({ bookId: 'tiny', chapterId })).marks.length;
    expect([await ofChapter('enclaves'), await ofChapter('other')]).toEqual([4500, 0]);
  });

  it('that change in one step are not told one by one', async () => {
    must(await save(...spots(2500)));
    expect(told).toEqual([]);
    expect(outdated).toEqual([{ bookId: 'tiny' }]);
    expect(await undo()).toMatchObject({ changed: [], removed: [], history: { redo: { what: 'add', count: 2500 } } });
    expect(outdated).toHaveLength(2);
    expect((await list()).marks).toEqual([]);
  });
});

describe('an import from the page', () => {
  it('comes after a snapshot, so that there is a way back from it', async () => {
    must(await save(add(words, { label: 'before' })));
    const file = must(await services.handlers['marks:export']({ bookId: 'tiny', format: 'annotation', lang: 'zh' }));
    const text = file.text.replaceAll('"before"', '"after"').replaceAll('"clock": ', '"clock": 9');
    const look = must(await services.handlers['marks:import']({ bookId: 'tiny', text, take: false }));
    expect(look).toMatchObject({ counts: { newer: 1 }, notFound: 0 });
    await expect(readdir(join(dataFolder, 'snapshots'))).rejects.toThrow('ENOENT');
    must(await services.handlers['marks:import']({ bookId: 'tiny', text, take: true }));
    expect((await list()).marks).toMatchObject([{ label: 'after' }]);
    const [snapshot = ''] = await readdir(join(dataFolder, 'snapshots'));
    const copy = new DatabaseSync(join(dataFolder, 'snapshots', snapshot), { readOnly: true });
    expect(copy.prepare('SELECT label FROM marks').all()).toMatchObject([{ label: 'before' }]);
    copy.close();
  });
});

describe('another process', () => {
  it('that writes is noticed, and the pages are told to read again', async () => {
    must(await save(add(words)));
    const other = openStore(dataFolder);
    const [mark] = other.store.marks.list('tiny');
    const edit = { do: 'edit', id: mark!.id, revision: 1, patch: { body: 'from elsewhere' } } as const;
    must(other.store.marks.change(tinyManifest, [edit]));
    other.store.close();
    await vi.waitUntil(() => outdated.length > 0, { timeout: 30_000 });
    expect(outdated[0]).toEqual({ bookId: 'tiny' });
    expect((await list()).marks).toMatchObject([{ body: 'from elsewhere', revision: 2 }]);
  });
});

describe('undo and redo', () => {
  it('go through every change and back, also after a restart', async () => {
    const change = add(words, { color: 'yellow' });
    const states = [[], must(await save(change)).changed];
    const edit: MarkChange = { do: 'edit', id: change.id, revision: 1, patch: { body: 'a thought' } };
    states.push(must(await save(edit)).changed);
    must(await save({ do: 'delete', id: change.id }));
    await reopen();
    const strip = (marks: readonly object[]) => marks.map((mark) => ({ ...mark, clock: 0, revision: 0 }));
    expect((await list()).history).toEqual({ undo: { what: 'delete', count: 1 }, redo: null });
    for (const state of states.toReversed()) {
      await undo();
      expect(strip((await list()).marks)).toEqual(strip(state));
    }
    expect((await list()).history).toEqual({ undo: null, redo: { what: 'add', count: 1 } });
    for (const state of [...states.slice(1), []]) {
      await redo();
      expect(strip((await list()).marks)).toEqual(strip(state));
    }
  });

  it('take back many at once as one step, and what was undone is gone with the next change', async () => {
    const changes = Array.from({ length: 5 }, () => add(words));
    must(await save(...changes));
    must(
      await save(...changes.map(({ id }): MarkChange => ({ do: 'edit', id, revision: 1, patch: { tags: ['all'] } }))),
    );
    expect((await undo()).changed.map(({ tags }) => tags)).toEqual([[], [], [], [], []]);
    must(await save(add(words)));
    expect(await list()).toMatchObject({ history: { undo: { what: 'add', count: 1 }, redo: null } });
    expect((await redo()).changed).toEqual([]);
  });

  it('bring back every earlier state of a long life exactly', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), color: fc.constantFrom('yellow', 'blue', null) }),
      fc.record({ do: fc.constant('edit' as const), which: fc.nat(9), body: fc.constantFrom('a', 'b', '') }),
      fc.record({ do: fc.constantFrom('delete', 'restore'), which: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        dataFolder = join(await tempFolder(), 'data');
        await reopen();
        const ids: string[] = [];
        const seen = async () =>
          (await list()).marks.map(({ id, body, color, kind, tags }) => ({ id, body, color, kind, tags }));
        const states = [await seen()];
        for (const one of steps) {
          let change: MarkChange | undefined;
          if (one.do === 'add') {
            change = add(words, { color: one.color });
            ids.push(change.id);
          } else {
            const id = ids[one.which % Math.max(1, ids.length)];
            const revision = (await list()).marks.find((mark) => mark.id === id)?.revision;
            if (id !== undefined && one.do !== 'edit') change = { do: one.do, id };
            else if (id !== undefined && revision !== undefined && 'body' in one)
              change = { do: 'edit', id, revision, patch: { body: one.body } };
          }
          if (change) must(await save(change));
          const now = await seen();
          // A change of nothing is no step.
          if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
        }
        for (const state of states.slice(0, -1).reverse()) {
          await undo();
          expect(await seen()).toEqual(state);
        }
        expect((await list()).history.undo).toBeNull();
        while ((await list()).history.redo !== null) await redo();
        expect(await seen()).toEqual(states.at(-1));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a draft', () => {
  it('is there after a restart until its note is saved or it is emptied', async () => {
    const change = add(words, { body: 'done' });
    const draft = (body: string) => ({ bookId: 'tiny', draft: { id: change.id, spot: words, body } });
    must(await services.handlers['draft:save'](draft('half a thou')));
    must(await services.handlers['draft:save'](draft('half a thought')));
    await reopen();
    expect((await list()).drafts).toEqual([{ id: change.id, spot: words, body: 'half a thought' }]);
    must(await save(change));
    expect((await list()).drafts).toEqual([]);
    must(await services.handlers['draft:save'](draft('more')));
    must(await services.handlers['draft:save'](draft('  ')));
    expect((await list()).drafts).toEqual([]);
  });
});

describe('a new edition of the book', () => {
  /** The same book with another text of the chapter. */
  async function publish(blocks: readonly string[]): Promise<void> {
    services.close();
    const chapter: Chapter = {
      ...sgx,
      sections: [
        {
          ...sgx.sections[0]!,
          blocks: ['飞地', ...blocks].map((text, at) => ({
            id: `enclaves.${String(at)}`,
            kind: at === 0 ? 'heading' : 'paragraph',
            html: `<p>${text}</p>`,
            text,
          })),
        },
      ],
    };
    const json = JSON.stringify(chapter);
    const next = await tempFolder();
    await cp(bookFolder, next, { recursive: true });
    await writeFile(join(next, chapterFile), json);
    const { default: integrity } = (await import(join(next, 'integrity.json'), { with: { type: 'json' } })) as {
      default: { files: Record<string, string> };
    };
    const files = { ...integrity.files, [chapterFile]: createHash('sha256').update(json).digest('hex') };
    await writeFile(join(next, 'integrity.json'), JSON.stringify({ format: 1, files }));
    bookFolder = next;
    await open();
  }

  it('keeps a mark on its words', async () => {
    const [before] = must(await save(add(words, { body: 'a thought' }))).changed;
    await publish(['新的一段。', ...paragraphs]);
    const [after] = (await list()).marks;
    expect(after?.placement).toEqual({
      kind: 'placed',
      chapterId: 'enclaves',
      range: { ...words.range, blockId: 'enclaves.3', endBlockId: 'enclaves.3' },
    });
    // What was written down of it stays: the old edition may come back.
    expect({ ...after, placement: before?.placement }).toEqual(before);
  });

  it('loses no mark whose words are gone; the reader can give it another place', async () => {
    const change = add(words, { body: 'a thought' });
    must(await save(change));
    await publish(['别的内容，同原来毫无关系。', '又一段新文字。']);
    expect((await list()).marks).toMatchObject([
      {
        id: change.id,
        body: 'a thought',
        anchor: { quote: '报告由平台签' },
        placement: { kind: 'lost', candidates: [] },
      },
    ]);
    const spot: Spot = { ...words, range: { blockId: 'enclaves.1', start: 0, endBlockId: 'enclaves.1', end: 2 } };
    const moved = must(await save({ do: 'edit', id: change.id, revision: 1, patch: {}, spot }));
    expect(moved.changed).toMatchObject([{ anchor: { quote: '别的' }, placement: { kind: 'placed' } }]);
    expect((await undo()).changed).toMatchObject([{ anchor: { quote: '报告由平台签' }, placement: { kind: 'lost' } }]);
  });
});

describe('a clock that jumps', () => {
  it('leaves the order of marks and of their changes right', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const clocks: number[] = [];
    for (const year of [2026, 2076, 2016, 2027]) {
      vi.setSystemTime(Date.UTC(year, 0));
      clocks.push(must(await save(add(words))).changed[0]!.clock);
    }
    expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
    expect(new Set(clocks).size).toBe(4);
    const { marks } = await list();
    expect(marks.map(({ createdAt }) => new Date(createdAt).getUTCFullYear())).toEqual([2026, 2076, 2016, 2027]);
  });
});
