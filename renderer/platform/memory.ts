/** A host without a host: everything in memory. For tests of the page's logic. */
import { translationLang } from '../../core/book/contents.ts';
import type { HostApi, Request, Response } from '../../core/contract/channels.ts';
import type { BookManifest, Chapter, Term } from '../../core/book/model.ts';
import type { Position } from '../../core/contract/position.ts';
import { failure, success, type Result } from '../../core/contract/result.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { Trail } from '../../core/contract/trail.ts';
import { createListeners, type Listeners } from './listeners.ts';
import type { Platform } from './platform.ts';

const nothingKept = { ok: false, error: { code: 'store-unavailable', details: { what: 'memory' } } } as const;

export interface MemoryPlatform extends Platform {
  /** Positions in the order in which they were saved. */
  readonly positions: readonly Position[];
  readonly settings: () => Settings;
  /** Plays the part of the host's menu. */
  readonly dispatch: Listeners['dispatch'];
}

export interface MemoryBook {
  readonly manifest: BookManifest;
  readonly chapters: readonly Chapter[];
  /** The book's glossary; none where it is left out. */
  readonly terms?: readonly Term[];
}

export function createMemoryPlatform(book: MemoryBook, initialSettings: Settings): MemoryPlatform {
  const positions: Position[] = [];
  let settings = initialSettings;
  let trail: Trail = { points: [], at: 0 };
  const listeners = createListeners();
  const find = (chapterId: string, lang: string): Chapter | undefined =>
    book.chapters.find((chapter) => chapter.id === chapterId && chapter.lang === lang);

  function read(chapterId: string, lang: string): Result<Chapter> {
    const chapter = find(chapterId, lang);
    return chapter ? success(chapter) : failure('not-found', { what: chapterId });
  }

  function start(): Response<'app:start'> {
    const position = positions.at(-1) ?? null;
    const chapter = (position && find(position.chapterId, position.lang)) ?? book.chapters[0];
    if (!chapter) throw new Error('A memory book needs at least one chapter.');
    const other = translationLang(book.manifest.contents, chapter.id, chapter.lang);
    const translation = settings.bilingual !== 'off' && other !== undefined && read(chapter.id, other);
    return {
      host: 'browser',
      version: '0.0.0',
      safeMode: false,
      settings,
      manifest: book.manifest,
      chapter,
      ...(translation ? { translation } : {}),
      position,
      reads: [],
      warnings: [],
    };
  }

  const host: HostApi = {
    'app:start': () => Promise.resolve({ ok: true, value: start() }),
    // There is no machine below it that could be told of.
    'app:diagnose': () => Promise.resolve({ ok: false, error: { code: 'host-gone', details: {} } }),
    'book:read': ({ chapterId, lang }: Request<'book:read'>) => Promise.resolve(read(chapterId, lang)),
    'book:glossary': () => Promise.resolve({ ok: true, value: { terms: [...(book.terms ?? [])] } }),
    'book:figures': () => Promise.resolve({ ok: true, value: { figures: [] } }),
    'position:save': (position) => {
      positions.push(position);
      return Promise.resolve({ ok: true, value: {} });
    },
    'trail:read': () => Promise.resolve({ ok: true, value: trail }),
    'trail:save': (request) => {
      trail = request.trail;
      return Promise.resolve({ ok: true, value: {} });
    },
    'marks:list': () => {
      const none = { marks: [], next: null, total: 0, drafts: [], history: { undo: null, redo: null } };
      return Promise.resolve({ ok: true, value: none });
    },
    'marks:bin': () => Promise.resolve({ ok: true, value: { marks: [] } }),
    'marks:erase': () => Promise.resolve(nothingKept),
    'marks:save': () => Promise.resolve(nothingKept),
    'marks:undo': () => Promise.resolve(nothingKept),
    'marks:redo': () => Promise.resolve(nothingKept),
    'marks:export': () => Promise.resolve(nothingKept),
    'marks:bring': () => Promise.resolve(nothingKept),
    'marks:import': () => Promise.resolve(nothingKept),
    'notes:folder': () => Promise.resolve(nothingKept),
    'notes:choose': () => Promise.resolve(nothingKept),
    'notes:write': () => Promise.resolve(nothingKept),
    'notes:leave': () => Promise.resolve(nothingKept),
    'draft:save': () => Promise.resolve(nothingKept),
    'reads:list': () => Promise.resolve({ ok: true, value: { reads: [] } }),
    'reads:save': () => Promise.resolve(nothingKept),
    'shelf:list': () => Promise.resolve({ ok: true, value: { books: [] } }),
    'shelf:add': () => Promise.resolve(nothingKept),
    'shelf:update': () => Promise.resolve(nothingKept),
    'shelf:stop': () => Promise.resolve({ ok: true, value: {} }),
    'shelf:remove': () => Promise.resolve(nothingKept),
    'shelf:report': () => Promise.resolve(nothingKept),
    'settings:save': (patch) => {
      settings = { ...settings, ...(patch as Partial<Settings>) };
      return Promise.resolve({ ok: true, value: settings });
    },
    'link:open': ({ url }) => Promise.resolve({ ok: true, value: { outcome: 'ask', address: url } }),
    'arrivals:list': () => Promise.resolve({ ok: true, value: { files: [] } }),
    'arrivals:read': () => Promise.resolve(nothingKept),
    'window:view': () => Promise.resolve({ ok: true, value: {} }),
    'menu:show': () => Promise.resolve({ ok: true, value: { outcome: 'ask', id: null } }),
    'window:open': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    'clipboard:write': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    'file:save': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    'paper:print': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    'book:epub': () => Promise.resolve(nothingKept),
    'paper:pdf': () => Promise.resolve({ ok: true, value: { outcome: 'ask' } }),
    on: listeners.on,
  };
  return {
    host,
    onConnection: () => () => undefined,
    positions,
    settings: () => settings,
    dispatch: listeners.dispatch,
  };
}
