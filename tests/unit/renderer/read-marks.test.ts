import { describe, expect, it } from 'vitest';
import type { BookManifest, Chapter } from '../../../core/book/model.ts';
import type { HostApi } from '../../../core/contract/channels.ts';
import { defaultSettings } from '../../../core/contract/default-settings.ts';
import type { MarksChanged, MarksOfBook, PlacedMark } from '../../../core/contract/marks.ts';
import { createMarkReader, type MarkReader } from '../../../renderer/app/marks/read-marks.ts';
import { createMemoryPlatform } from '../../../renderer/platform/memory.ts';
import { createAppStore, type AppStore } from '../../../renderer/state/app-state.ts';
import { marksChanged } from '../../../renderer/state/marks.ts';
import { someMark } from '../core/marks/some-marks.ts';

const history = { undo: null, redo: null };
const manifest: BookManifest = {
  format: 1,
  id: 'cncc',
  edition: '1',
  title: { zh: '书' },
  languages: ['zh'],
  contents: [{ kind: 'chapter', id: 'a', title: { zh: '章' }, languages: ['zh'], headings: {}, children: [] }],
};
const chapter: Chapter = {
  id: 'a',
  lang: 'zh',
  title: '章',
  sections: [
    { id: 'a', depth: 1, title: '章', blocks: [{ id: 'a.0', kind: 'heading', html: '<h1>章</h1>', text: '章' }] },
  ],
};

function mark(sequence: number, changes: Partial<PlacedMark> = {}): PlacedMark {
  const id = `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`;
  return { ...someMark({ id, sequence }), placement: { kind: 'lost', candidates: [] }, ...changes };
}

/** A host that has these marks and gives two at a time, when it is told to. */
function slowHost(marks: PlacedMark[]) {
  const waiting: (() => void)[] = [];
  const asked: unknown[] = [];
  const list: HostApi['marks:list'] = (request) => {
    asked.push(request);
    const { after = 0, chapterId } = request;
    const found =
      chapterId === undefined ? marks.filter(({ sequence }) => sequence > after).slice(0, 2) : marks.slice(-1);
    const next = chapterId === undefined && found.length === 2 ? found[1]!.sequence : null;
    const value: MarksOfBook = { marks: found, next, total: marks.length, drafts: [], history };
    return new Promise((resolve) => waiting.push(() => resolve({ ok: true, value })));
  };
  /** Lets the next answers through. */
  const answer = async (count: number): Promise<void> => {
    for (let time = 0; time < count; time += 1) {
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { list, asked, answer };
}

async function open(marks: PlacedMark[]) {
  const start = await createMemoryPlatform({ manifest, chapters: [chapter] }, defaultSettings).host['app:start']({
    systemLanguages: ['zh'],
  });
  if (!start.ok) throw new Error('no start');
  const store = createAppStore(start.value);
  const host = slowHost(marks);
  const reader = createMarkReader({ 'marks:list': host.list }, store, (result) =>
    result.ok ? result.value : undefined,
  );
  return { store, host, reader };
}

const sequences = (store: AppStore): number[] => store.getState().marks.list.map(({ sequence }) => sequence);

function change(store: AppStore, reader: MarkReader, news: Partial<MarksChanged>): void {
  const whole: MarksChanged = { bookId: 'cncc', changed: [], removed: [], history, ...news };
  reader.note(whole);
  store.setState(({ marks }) => ({ marks: marksChanged(marks, whole) }));
}

describe('reading marks in parts', () => {
  it('shows the first part and those of the chapter first, and says how many are to come', async () => {
    const { store, host, reader } = await open([1, 2, 3, 4, 5].map((at) => mark(at)));
    const read = reader.read();
    await host.answer(2);
    await read;
    expect(sequences(store)).toEqual([1, 2, 5]);
    expect(store.getState().marks.coming).toBe(2);
    await host.answer(3);
    expect(sequences(store)).toEqual([1, 2, 3, 4, 5]);
    expect(store.getState().marks.coming).toBe(0);
    const bookId = 'cncc';
    expect(host.asked).toEqual([{ bookId }, { bookId, chapterId: 'a' }, { bookId, after: 2 }, { bookId, after: 4 }]);
  });

  it('does not bring back what was deleted while a part was on its way, and keeps what was made', async () => {
    const { store, host, reader } = await open([1, 2, 3, 4].map((at) => mark(at)));
    const read = reader.read();
    await host.answer(2);
    await read;
    change(store, reader, { removed: [mark(3).id], changed: [mark(9), mark(1, { body: 'later', revision: 2 })] });
    await host.answer(9);
    expect(sequences(store)).toEqual([1, 2, 4, 9]);
    expect(store.getState().marks.list[0]?.body).toBe('later');
  });

  it('again, leaves out what is gone only when all has been read', async () => {
    const marks = [1, 2, 3, 4].map((at) => mark(at));
    const { store, host, reader } = await open(marks);
    void reader.read();
    await host.answer(9);
    expect(sequences(store)).toEqual([1, 2, 3, 4]);
    marks.splice(1, 1);
    marks[0] = mark(1, { body: 'other', revision: 2 });
    void reader.read();
    await host.answer(2);
    expect(sequences(store)).toEqual([1, 2, 3, 4]);
    await host.answer(9);
    expect(sequences(store)).toEqual([1, 3, 4]);
    expect(store.getState().marks.list[0]?.body).toBe('other');
  });

  it('leaves the list as it is where there is no news', async () => {
    const { store, reader, host } = await open([1, 2].map((at) => mark(at)));
    void reader.read();
    await host.answer(9);
    const { list } = store.getState().marks;
    change(store, reader, { changed: [mark(2)] });
    expect(store.getState().marks.list).toBe(list);
  });
});
