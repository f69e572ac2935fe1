import { expect, test } from 'playwright/test';
import { writeMarksJson } from '../../core/marks/exchange/marks-file.ts';
import { mostInStep } from '../../core/contract/mark-limits.ts';
import { channelNames, type ChannelName } from '../../core/contract/names.ts';
import { call, useReader } from './launch.ts';
import { makeMiniApp, miniBook } from './mini-app.ts';

const reader = useReader(makeMiniApp);

const position = { bookId: 'cncc', lang: 'en', chapterId: 'second', blockId: 'second.1', fraction: 0.25 };

interface Cases {
  readonly good: unknown;
  /** Whether the answer to `good` carries this. */
  readonly value: object;
  readonly bad: readonly unknown[];
}

const oversized = 'x'.repeat(1_000_000);

const notABook = [undefined, {}, { bookId: '../cncc' }, { bookId: oversized }, { bookId: 'cncc', more: true }];

const newMark = {
  do: 'add',
  id: '6f2c1a52-7d0e-4a7b-9c1d-2f6c8f6f0a11',
  kind: 'highlight',
  spot: { target: 'block', chapterId: 'second', lang: 'en', blockId: 'second.1' },
  content: { color: 'blue' },
} as const;

const emptyFile = writeMarksJson({ book: { id: 'cncc', edition: '1', title: { zh: '书' } }, exportedAt: 0, marks: [] });

/** Others have a dialog in them, or a book that was brought along: links.spec.ts, context-menu.spec.ts, windows.spec.ts, arrivals.spec.ts, desk.spec.ts, shelf.spec.ts, paper.spec.ts, notes-folder.spec.ts. */
type Asked =
  | 'link:open'
  | 'window:open'
  | 'window:view'
  | 'menu:show'
  | 'arrivals:read'
  | 'file:save'
  | 'notes:choose'
  | 'shelf:add'
  | 'shelf:update'
  | 'shelf:remove'
  | 'shelf:report'
  | 'paper:print'
  | 'paper:pdf'
  | 'book:epub';

const cases: Readonly<Record<Exclude<ChannelName, Asked>, Cases>> = {
  'app:start': {
    good: { systemLanguages: ['en-US', 'en'] },
    value: { host: 'electron', manifest: miniBook, position: null, warnings: [], chapter: { id: 'first', lang: 'en' } },
    bad: [
      undefined,
      null,
      'x',
      [],
      {},
      { systemLanguages: 'en' },
      { systemLanguages: [], more: 1 },
      { systemLanguages: [oversized] },
    ],
  },
  'app:diagnose': {
    good: {},
    value: { host: 'electron', safeMode: false, platform: process.platform },
    bad: [undefined, null, 'x', [], { more: 1 }],
  },
  'book:read': {
    good: { bookId: 'cncc', chapterId: 'second', lang: 'zh' },
    value: { id: 'second', lang: 'zh', title: '章 second' },
    bad: [
      undefined,
      { bookId: 'cncc', chapterId: 'second' },
      { bookId: 'cncc', chapterId: '../second', lang: 'zh' },
      { bookId: '..', chapterId: 'second', lang: 'zh' },
      { bookId: 'cncc', chapterId: oversized, lang: 'zh' },
      { bookId: 'cncc', chapterId: 'second', lang: '../zh' },
      { bookId: ['cncc'], chapterId: 'second', lang: 'zh' },
    ],
  },
  'book:glossary': {
    good: { bookId: 'cncc' },
    value: { terms: [] },
    bad: [undefined, {}, { bookId: '../cncc' }, { bookId: oversized }, { bookId: 'cncc', more: true }],
  },
  'book:figures': {
    good: { bookId: 'cncc' },
    value: { figures: [] },
    bad: [undefined, {}, { bookId: '../cncc' }, { bookId: oversized }, { bookId: 'cncc', more: true }],
  },
  'position:save': {
    good: position,
    value: {},
    bad: [
      null,
      { ...position, fraction: 1.5 },
      { ...position, fraction: Number.NaN },
      { ...position, fraction: '0' },
      { ...position, blockId: oversized },
      { ...position, blockId: '' },
      { ...position, more: true },
    ],
  },
  'trail:read': {
    good: { bookId: 'cncc' },
    value: { points: [], at: 0 },
    bad: [undefined, {}, { bookId: '../cncc' }, { bookId: oversized }],
  },
  'trail:save': {
    good: { bookId: 'cncc', trail: { points: [{ chapterId: 'second' }], at: 0 } },
    value: {},
    bad: [
      undefined,
      { bookId: 'cncc' },
      { bookId: 'cncc', trail: { points: [{ chapterId: '../second' }], at: 0 } },
      { bookId: 'cncc', trail: { points: [{ chapterId: 'second', targetId: oversized }], at: 0 } },
      { bookId: 'cncc', trail: { points: new Array(51).fill({ chapterId: 'second' }), at: 0 } },
      { bookId: 'cncc', trail: { points: [], at: -1 } },
    ],
  },
  'marks:list': {
    good: { bookId: 'cncc' },
    value: { marks: [], drafts: [], history: { undo: null, redo: null } },
    bad: notABook,
  },
  'marks:bin': { good: { bookId: 'cncc' }, value: { marks: [] }, bad: notABook },
  'marks:erase': {
    good: { bookId: 'cncc', ids: [newMark.id] },
    value: { bookId: 'cncc', changed: [], removed: [] },
    bad: [...notABook, { bookId: 'cncc', ids: [] }, { bookId: 'cncc', ids: ['mine'] }],
  },
  'marks:save': {
    good: { bookId: 'cncc', changes: [newMark] },
    value: {
      bookId: 'cncc',
      changed: [{ id: newMark.id, color: 'blue', anchor: { blockId: 'second.1' } }],
      removed: [],
    },
    bad: [
      undefined,
      { bookId: 'cncc', changes: [] },
      { bookId: '../cncc', changes: [newMark] },
      { bookId: 'cncc', changes: [{ ...newMark, id: 'mine' }] },
      { bookId: 'cncc', changes: [{ ...newMark, kind: 'scribble' }] },
      { bookId: 'cncc', changes: [{ ...newMark, content: { color: 'red' } }] },
      { bookId: 'cncc', changes: [{ ...newMark, content: { body: oversized } }] },
      { bookId: 'cncc', changes: [{ ...newMark, spot: { ...newMark.spot, blockId: oversized } }] },
      { bookId: 'cncc', changes: [{ ...newMark, spot: { target: 'book', file: '/etc/passwd' } }] },
      { bookId: 'cncc', changes: [{ do: 'edit', id: newMark.id, patch: {} }] },
      { bookId: 'cncc', changes: [{ do: 'erase', id: newMark.id }] },
      { bookId: 'cncc', changes: new Array(mostInStep + 1).fill(newMark) },
    ],
  },
  'marks:undo': { good: { bookId: 'cncc' }, value: { bookId: 'cncc' }, bad: notABook },
  'marks:redo': { good: { bookId: 'cncc' }, value: { bookId: 'cncc' }, bad: notABook },
  'marks:export': {
    good: { bookId: 'cncc', format: 'csv', lang: 'zh' },
    value: {},
    bad: [undefined, { bookId: 'cncc' }, { bookId: 'cncc', format: 'exe', lang: 'zh' }],
  },
  'marks:bring': {
    good: { file: '00000000-0000-4000-8000-000000000000', text: 'x' },
    value: {},
    bad: [undefined, { file: '../x', text: 'x' }, { file: '00000000-0000-4000-8000-000000000000', text: 7 }],
  },
  'marks:import': {
    good: { bookId: 'cncc', text: emptyFile, take: false },
    value: { bookId: 'cncc', counts: { new: 0 }, passedOver: 0 },
    bad: [undefined, { bookId: 'cncc', text: '' }, { bookId: 'cncc', text: 7, take: true }],
  },
  'notes:folder': {
    good: {},
    value: { folder: null, files: [], writtenAt: null, problem: null },
    bad: [undefined, 'x', { path: '/tmp' }],
  },
  'notes:write': { good: {}, value: { folder: null }, bad: [undefined, { bookId: 'cncc' }] },
  'notes:leave': { good: {}, value: { folder: null }, bad: [undefined, { folder: 'x' }] },
  'draft:save': {
    good: { bookId: 'cncc', draft: { id: newMark.id, spot: newMark.spot, body: 'half a' } },
    value: {},
    bad: [
      undefined,
      { bookId: 'cncc' },
      { bookId: 'cncc', draft: { id: 'mine', spot: null, body: '' } },
      { bookId: 'cncc', draft: { id: newMark.id, spot: null, body: oversized } },
    ],
  },
  'reads:list': { good: { bookId: 'cncc' }, value: { reads: [] }, bad: [undefined, {}, { bookId: '..' }] },
  'reads:save': {
    good: {
      bookId: 'cncc',
      chapterId: 'second',
      lang: 'zh',
      byHand: true,
      sections: [{ sectionId: 'second', share: 1 }],
    },
    value: { changed: [], sections: [{ chapterId: 'second', sectionId: 'second', share: 1, byHand: true }] },
    bad: [
      undefined,
      { bookId: 'cncc', chapterId: 'second', lang: 'zh', byHand: true, sections: [] },
      {
        bookId: 'cncc',
        chapterId: 'second',
        lang: 'zh',
        byHand: true,
        sections: [{ sectionId: 'second', share: 1.5 }],
      },
      {
        bookId: 'cncc',
        chapterId: '../second',
        lang: 'zh',
        byHand: true,
        sections: [{ sectionId: 'second', share: 1 }],
      },
      { bookId: 'cncc', chapterId: 'second', lang: 'zh', sections: [{ sectionId: 'second', share: 1 }] },
    ],
  },
  'shelf:list': {
    good: {},
    value: { books: [{ id: 'cncc', kind: 'edition', languages: ['zh', 'en'], source: null, damaged: false }] },
    bad: [undefined, null, [], { folder: '/etc' }],
  },
  'shelf:stop': { good: {}, value: {}, bad: [undefined, 'all', { bookId: 'cncc' }] },
  'arrivals:list': { good: {}, value: { files: [] }, bad: [undefined, null, [], { path: '/etc' }] },
  'settings:save': {
    good: { contentsOpen: false },
    value: { uiLanguage: 'system', theme: 'system', contentsOpen: false },
    bad: [
      undefined,
      [],
      { placeholders: { cncc: { lower: 'x' } } },
      { theme: 'neon' },
      { uiLanguage: oversized },
      { fontSize: 12 },
      { contentsOpen: 'no' },
    ],
  },
  'clipboard:write': {
    good: { text: 'dmesg' },
    value: { outcome: 'copied' },
    bad: [undefined, 'dmesg', {}, { text: '' }, { text: oversized + 'x' }, { png: '<svg>' }, { text: 'x', more: 1 }],
  },
};

for (const [channel, { good, value, bad }] of Object.entries(cases)) {
  test(`${channel} answers a good request`, async () => {
    expect(await call(reader().page, channel, good)).toMatchObject({ ok: true, value });
  });

  test(`${channel} refuses what its schema does not know, and oversized input`, async () => {
    for (const request of bad) {
      expect(await call(reader().page, channel, request)).toMatchObject({
        ok: false,
        error: { code: 'bad-request', details: { channel } },
      });
    }
  });
}

test('a chapter that is not there is a failure that names it', async () => {
  const answer = await call(reader().page, 'book:read', { bookId: 'cncc', chapterId: 'third', lang: 'zh' });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'not-found', details: { what: expect.stringContaining('third') } },
  });
});

test('the page has the contract and nothing else of Electron', async () => {
  const { page } = reader();
  const found = await page.evaluate(() => ({
    api: Object.keys((window as unknown as { recto: object }).recto).toSorted(),
    leaks: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }));
  expect(found.api).toEqual([...channelNames, 'on'].toSorted());
  expect(found.leaks).toEqual([]);
});

test('the page cannot listen to anything but the events of the contract', async () => {
  const message = await reader().page.evaluate(() => {
    const { recto } = window as unknown as { recto: { on: (name: string, listener: () => void) => void } };
    try {
      recto.on('internal', () => undefined);
      return 'listening';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toContain('There is no event internal');
});

test.describe('a sender that is not the page of the reader', () => {
  const ask = `Promise.all(${JSON.stringify(channelNames)}.map((name) => window.recto[name]({})))`;

  /** Lets the page at `address` call every channel, in our own window or in another one with our preload script. */
  function answersFor(address: string, where: 'our window' | 'another window'): Promise<unknown[]> {
    return reader().app.evaluate(
      async ({ BrowserWindow }, { target, script, isOurs }) => {
        const [own] = BrowserWindow.getAllWindows();
        if (own === undefined) throw new Error('There is no window.');
        const { preload } = (
          own.webContents as unknown as { getLastWebPreferences: () => { preload: string } }
        ).getLastWebPreferences();
        const window = isOurs
          ? own
          : new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
        await window.loadURL(target);
        const answers = (await window.webContents.executeJavaScript(script)) as unknown[];
        if (isOurs) await own.loadURL('app://recto/');
        else window.destroy();
        return answers;
      },
      { target: address, script: ask, isOurs: where === 'our window' },
    );
  }

  const refused = channelNames.map(() => ({ ok: false, error: { code: 'refused', details: {} } }));

  const foreign = 'data:text/html,<title>foreign</title>';

  test('is refused from a foreign page in another window', async () => {
    expect(await answersFor(foreign, 'another window')).toEqual(refused);
  });

  test('is refused from another window with our page in it', async () => {
    expect(await answersFor('app://recto/', 'another window')).toEqual(refused);
  });

  test('is refused from a foreign page in our window, which is answered again when it shows ours', async () => {
    expect(await answersFor(foreign, 'our window')).toEqual(refused);
    const { page } = reader();
    await expect(page.locator('main article h1')).toHaveText(/^Chapter/);
    expect(await call(page, 'settings:save', {})).toMatchObject({ ok: true });
  });
});
