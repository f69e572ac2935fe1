import { describe, expect, it } from 'vitest';
import type { BookManifest, Chapter, ChapterEntry } from '../../../core/book/model.ts';
import type { HostApi } from '../../../core/contract/channels.ts';
import { defaultSettings } from '../../../core/contract/default-settings.ts';
import type { ReadingHistory } from '../../../renderer/app/history.ts';
import { createReader } from '../../../renderer/app/reader.ts';
import { formatRoute, parseRoute } from '../../../renderer/app/route.ts';
import { createMemoryPlatform } from '../../../renderer/platform/memory.ts';
import { createAppStore, type AppStore } from '../../../renderer/state/app-state.ts';
import type { Place } from '../../../renderer/state/reading.ts';

function entry(id: string, languages: string[]): ChapterEntry {
  return { kind: 'chapter', id, title: { zh: `章${id}`, en: `Chapter ${id}` }, languages, headings: {}, children: [] };
}

function chapter(id: string, lang: string): Chapter {
  const block = (blockId: string) => ({ id: blockId, kind: 'paragraph' as const, html: '<p>x</p>', text: 'x' });
  return {
    id,
    lang,
    title: `${id} ${lang}`,
    sections: [
      { id, depth: 1, title: `${id} ${lang}`, blocks: [block(`${id}.0`), block(`${id}.1`)] },
      { id: 'end', depth: 2, title: 'End', blocks: [block('end.0'), block('end.1')] },
    ],
  };
}

const manifest: BookManifest = {
  format: 1,
  id: 'book',
  edition: '1',
  title: { zh: '书', en: 'Book' },
  languages: ['zh', 'en'],
  contents: [
    entry('a', ['zh', 'en']),
    {
      kind: 'part',
      id: 'p',
      title: { zh: '部', en: 'Part' },
      children: [entry('b', ['zh', 'en']), entry('c', ['zh'])],
    },
    entry('lost', ['zh', 'en']),
  ],
};
const chapters = ['a', 'b'].flatMap((id) => [chapter(id, 'zh'), chapter(id, 'en')]).concat(chapter('c', 'zh'));

/** A history as the browser keeps it, without a browser. */
function memoryHistory(): ReadingHistory & { readonly addresses: () => string[] } {
  const entries: { hash: string; place?: Place }[] = [{ hash: '' }];
  const listeners: (() => void)[] = [];
  let at = 0;
  return {
    addresses: () => entries.map(({ hash }) => hash),
    route: () => parseRoute(entries[at]!.hash),
    place: () => entries[at]!.place,
    push(route) {
      entries.splice(at + 1, Infinity, { hash: formatRoute(route) });
      at += 1;
    },
    replace: (route) => void (entries[at]!.hash = formatRoute(route)),
    notePlace: (place) => void (entries[at]!.place = place),
    flush: () => undefined,
    canGo: (direction) => (direction === 'back' ? at > 0 : at < entries.length - 1),
    go(direction) {
      at += direction === 'back' ? -1 : 1;
      listeners.forEach((listener) => listener());
    },
    onMove(listener) {
      listeners.push(listener);
      return () => undefined;
    },
  };
}

async function openBook(change: (host: HostApi) => HostApi = (host) => host) {
  const platform = createMemoryPlatform({ manifest, chapters }, defaultSettings);
  const start = await platform.host['app:start']({ systemLanguages: [] });
  if (!start.ok) throw new Error('The memory host starts.');
  const store = createAppStore(start.value);
  const history = memoryHistory();
  const announced: string[] = [];
  const reader = createReader({
    host: change(platform.host),
    store,
    history,
    whenIdle: () => undefined,
    prepare: () => undefined,
    onShown: (shown, why) => announced.push(`${why} ${shown.title}`),
  });
  await reader.begin();
  return { platform, store, history, reader, announced };
}

function onPage(store: AppStore): string {
  const { shown } = store.getState().reading;
  return shown.kind === 'chapter'
    ? `${shown.chapter.id} ${shown.chapter.lang}`
    : `${shown.failure.code} ${shown.chapterId}`;
}

describe('the reader', () => {
  it('opens the chapters in reading order, each as a step of the history', async () => {
    const { reader, store, history, announced } = await openBook();
    expect(onPage(store)).toBe('a zh');
    expect(reader.neighbour('previous')).toBeUndefined();
    await reader.open({ chapterId: reader.neighbour('next')!.id });
    expect(onPage(store)).toBe('b zh');
    expect(history.addresses()).toEqual(['#/a', '#/b']);
    expect(announced).toEqual(['chapter b zh']);
  });

  it('goes back to the exact block and fraction it was left at', async () => {
    const { reader, store, history } = await openBook();
    reader.placed({ blockId: 'end.1', fraction: 0.25 }, 'end.1');
    await reader.open({ chapterId: 'b', targetId: 'end' });
    expect(store.getState().reading.shown).toMatchObject({ placement: { kind: 'target', blockId: 'end.0' } });
    history.go('back');
    await expect.poll(() => onPage(store)).toBe('a zh');
    expect(store.getState().reading.shown).toMatchObject({
      placement: { kind: 'place', place: { blockId: 'end.1', fraction: 0.25 } },
    });
  });

  it('switches language on the same place, and remembers it for the next chapter', async () => {
    const { reader, store } = await openBook();
    reader.placed({ blockId: 'end.0', fraction: 0 }, 'end.0');
    await reader.switchLanguage('en');
    expect(onPage(store)).toBe('a en');
    expect(store.getState().reading).toMatchObject({ sectionId: 'end', shown: { placement: { kind: 'same-place' } } });
    await reader.open({ chapterId: 'b' });
    expect(onPage(store)).toBe('b en');
  });

  it('shows a chapter that lacks the language in another, and comes back to the language afterwards', async () => {
    const { reader, store } = await openBook();
    await reader.switchLanguage('en');
    await reader.open({ chapterId: 'c' });
    expect(onPage(store)).toBe('c zh');
    await reader.open({ chapterId: 'b' });
    expect(onPage(store)).toBe('b en');
  });

  it('says why a chapter is not there, and tries again on demand', async () => {
    let repaired = false;
    const { reader, store, history } = await openBook((host) => ({
      ...host,
      'book:read': (request) =>
        repaired && request.chapterId === 'lost'
          ? Promise.resolve({ ok: true, value: chapter('lost', 'zh') })
          : host['book:read'](request),
    }));
    await reader.open({ chapterId: 'lost' });
    expect(onPage(store)).toBe('not-found lost');
    expect(history.addresses()).toEqual(['#/a', '#/lost']);
    repaired = true;
    await reader.retry();
    expect(onPage(store)).toBe('lost zh');
  });

  it('shows what was asked for last, whichever answer comes first', async () => {
    const answers: (() => void)[] = [];
    const { reader, store } = await openBook((host) => ({
      ...host,
      'book:read': (request) =>
        new Promise((resolve) => {
          answers.push(() => void host['book:read'](request).then(resolve));
        }),
    }));
    const first = reader.open({ chapterId: 'b' });
    const second = reader.open({ chapterId: 'c' });
    answers[1]?.();
    await second;
    answers[0]?.();
    await first;
    expect(onPage(store)).toBe('c zh');
  });

  it('warns once when positions cannot be kept, and goes on', async () => {
    const { reader, store } = await openBook((host) => ({
      ...host,
      'position:save': () =>
        Promise.resolve({ ok: false, error: { code: 'store-unavailable', details: { folder: '/data' } } }),
    }));
    for (const fraction of [0.1, 0.2]) {
      reader.placed({ blockId: 'end.0', fraction }, 'end.0');
      reader.flush();
    }
    await expect.poll(() => store.getState().notices.warnings).toHaveLength(1);
    expect(onPage(store)).toBe('a zh');
  });

  it('starts where the reader was the last time', async () => {
    const { platform, reader } = await openBook();
    await reader.open({ chapterId: 'b' });
    reader.placed({ blockId: 'end.1', fraction: 0.5 }, 'end.1');
    reader.flush();
    const start = await platform.host['app:start']({ systemLanguages: [] });
    if (!start.ok) throw new Error('The memory host starts.');
    const { reading } = createAppStore(start.value).getState();
    expect(reading.shown).toMatchObject({
      chapter: { id: 'b' },
      placement: { kind: 'place', place: { blockId: 'end.1', fraction: 0.5 } },
    });
    expect(reading.sectionId).toBe('end');
  });
});

/** What stands beside the text: its language, or why there is nothing. */
function beside(store: AppStore): string | undefined {
  const { shown } = store.getState().reading;
  const translation = shown.kind === 'chapter' ? shown.translation : undefined;
  return translation?.kind === 'chapter' ? `${translation.chapter.id} ${translation.chapter.lang}` : translation?.kind;
}

function want(store: AppStore, bilingual: 'off' | 'side' | 'stacked'): void {
  store.setState(({ settings }) => ({ settings: { ...settings, bilingual } }));
}

describe('the reader with two languages', () => {
  it('puts the translation beside the text when it is wanted, on the same place, and takes it away again', async () => {
    const { store, announced } = await openBook();
    want(store, 'side');
    // Until it has been read, the page stays as it is.
    expect(store.getState().reading.bilingual).toBe('off');
    await expect.poll(() => beside(store)).toBe('a en');
    expect(store.getState().reading).toMatchObject({ bilingual: 'side', shown: { placement: { kind: 'same-place' } } });
    want(store, 'off');
    await expect.poll(() => beside(store)).toBeUndefined();
    expect(announced).toEqual(['bilingual a zh', 'bilingual a zh']);
  });

  it('opens chapters in both languages at once, and says where there is but one', async () => {
    const { reader, store } = await openBook();
    want(store, 'stacked');
    await expect.poll(() => beside(store)).toBe('a en');
    await reader.open({ chapterId: 'b' });
    expect([onPage(store), beside(store)]).toEqual(['b zh', 'b en']);
    await reader.open({ chapterId: 'c' });
    expect([onPage(store), beside(store)]).toEqual(['c zh', 'none']);
  });

  it('changes the two without reading them again', async () => {
    let reads = 0;
    const { reader, store } = await openBook((host) => ({
      ...host,
      'book:read': (request) => {
        reads += 1;
        return host['book:read'](request);
      },
    }));
    want(store, 'side');
    await expect.poll(() => beside(store)).toBe('a en');
    await reader.switchLanguage('en');
    expect([onPage(store), beside(store), reads]).toEqual(['a en', 'a zh', 1]);
  });

  it('shows a chapter whose translation cannot be read, and tries again on demand', async () => {
    let repaired = false;
    const { reader, store } = await openBook((host) => ({
      ...host,
      'book:read': (request) =>
        repaired || request.lang !== 'en'
          ? host['book:read'](request)
          : Promise.resolve({ ok: false, error: { code: 'book-damaged', details: { file: 'b.json' } } }),
    }));
    want(store, 'side');
    await reader.open({ chapterId: 'b' });
    expect([onPage(store), beside(store)]).toEqual(['b zh', 'failure']);
    repaired = true;
    await reader.retryTranslation();
    expect([onPage(store), beside(store)]).toEqual(['b zh', 'b en']);
  });

  it('starts with both languages, at its place', async () => {
    const { platform, reader } = await openBook();
    reader.placed({ blockId: 'end.1', fraction: 0.5 }, 'end.1');
    reader.flush();
    await platform.host['settings:save']({ bilingual: 'side' });
    const start = await platform.host['app:start']({ systemLanguages: [] });
    if (!start.ok) throw new Error('The memory host starts.');
    const store = createAppStore(start.value);
    const { shown } = store.getState().reading;
    expect([onPage(store), beside(store)]).toEqual(['a zh', 'a en']);
    expect(shown).toMatchObject({ placement: { kind: 'place', place: { blockId: 'end.1', fraction: 0.5 } } });
    await createReader({
      host: platform.host,
      store,
      history: memoryHistory(),
      whenIdle: () => undefined,
      prepare: () => undefined,
      onShown: () => undefined,
    }).begin();
    expect(store.getState().reading.shown).toBe(shown);
  });
});
