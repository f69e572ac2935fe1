/**
 * Moves the reader through the book: opens chapters, follows links, goes back, switches language, puts the translation
 * beside the text, and keeps host and history informed of the place. It writes the state; the views only show it.
 */
import { flattenChapters, neighbours, translationLang } from '../../core/book/contents.ts';
import type { Chapter, ChapterEntry } from '../../core/book/model.ts';
import type { HostApi } from '../../core/contract/channels.ts';
import type { Result } from '../../core/contract/result.ts';
import type { AppStore } from '../state/app-state.ts';
import { warned } from '../state/notices.ts';
import {
  blockOfTarget,
  chapterShown,
  failureShown,
  sectionOfBlock,
  sectionReached,
  shownChapterId,
  translationRead,
  type Bilingual,
  type Place,
  type Placement,
  type Translation,
} from '../state/reading.ts';
import { createChapterSource, type ChapterSourceOptions } from './chapter-source.ts';
import type { ReadingHistory } from './history.ts';
import { createPositionSaver } from './position-saver.ts';
import { parseRoute, type Route } from './route.ts';

export interface Reader {
  /** Opens a chapter, at one of its sections or blocks, as a new step of the history. */
  readonly open: (route: Route) => Promise<void>;
  /** A chapter as it would be shown, without showing it. */
  readonly look: (chapterId: string) => Promise<Result<Chapter>>;
  /** Follows a link of the book. */
  readonly follow: (hash: string) => void;
  readonly neighbour: (side: 'previous' | 'next') => ChapterEntry | undefined;
  /** Shows the same place in another language of the book. */
  readonly switchLanguage: (lang: string) => Promise<void>;
  readonly retry: () => Promise<void>;
  /** Reads a translation again that could not be read. */
  readonly retryTranslation: () => Promise<void>;
  /** Where the reader is now, as the reading view sees it. */
  readonly placed: (place: Place, currentBlockId: string) => void;
  /** Saves what is not saved yet: the page may go away. */
  readonly flush: () => void;
  /** Shows what the address names, if that is not what the start has put on the page. */
  readonly begin: () => Promise<void>;
}

export interface ReaderOptions extends Pick<ChapterSourceOptions, 'whenIdle' | 'prepare'> {
  readonly host: HostApi;
  readonly store: AppStore;
  readonly history: ReadingHistory;
  /** Called after a chapter, language or arrangement has come onto the page, for the live region. */
  readonly onShown: (chapter: Chapter, why: 'chapter' | 'language' | 'bilingual') => void;
}

export function createReader({ host, store, history, whenIdle, prepare, onShown }: ReaderOptions): Reader {
  const source = createChapterSource({ read: host['book:read'], whenIdle, prepare });
  /** Counts orders, so that an answer that comes after a newer order is dropped. */
  let order = 0;
  const reading = () => store.getState().reading;
  const currentChapterId = (): string => shownChapterId(reading().shown);
  const entryOf = (chapterId: string): ChapterEntry | undefined =>
    flattenChapters(reading().manifest.contents).find((entry) => entry.id === chapterId);

  const saver = createPositionSaver((position) => {
    history.flush();
    void host['position:save'](position).then((saved) => {
      const { notices } = store.getState();
      if (!saved.ok && saved.error.code === 'store-unavailable') {
        store.setState({ notices: warned(notices, saved.error) });
      }
    });
  });

  /** The chapter in the reader's language where it exists in it, else in the first it has. */
  async function read(chapterId: string, lang: string): Promise<Result<Chapter>> {
    const entry = entryOf(chapterId);
    if (!entry) return { ok: false, error: { code: 'not-found', details: { what: chapterId } } };
    return source.read({ bookId: reading().manifest.id, chapterId, lang: shownLang(entry, lang) });
  }

  /** Fetches what a reader most likely turns to next: the chapters before and after, and the other language of this one. */
  function lookAhead(): void {
    const { manifest, shown, lang, bilingual } = reading();
    const chapterId = shownChapterId(shown);
    const { previous, next } = neighbours(manifest.contents, chapterId);
    source.ahead(
      [next, entryOf(chapterId), previous].flatMap((entry) => {
        if (!entry) return [];
        const main = shownLang(entry, lang);
        const wanted = entry.id === chapterId || bilingual !== 'off' ? entry.languages : [main];
        return wanted.map((each) => ({ bookId: manifest.id, chapterId: entry.id, lang: each }));
      }),
    );
  }

  /** The translation of a chapter, where one is wanted. That it cannot be read is no reason not to show the chapter. */
  async function readTranslation(
    chapterId: string,
    lang: string,
    bilingual: Bilingual,
  ): Promise<Translation | undefined> {
    if (bilingual === 'off') return undefined;
    const { manifest } = reading();
    const other = translationLang(manifest.contents, chapterId, shownLang(entryOf(chapterId), lang));
    return translationRead(
      manifest,
      other === undefined ? undefined : { lang: other, result: await read(chapterId, other) },
    );
  }

  /** Brings a chapter onto the page. `prepare` runs just before, when it is certain that it will be shown. */
  async function show(
    chapterId: string,
    place: (chapter: Chapter) => Placement,
    prepare: () => void = () => undefined,
  ): Promise<void> {
    order += 1;
    const mine = order;
    const before = currentChapterId();
    const { lang } = reading();
    const { bilingual } = store.getState().settings;
    const [result, translation] = await Promise.all([
      read(chapterId, lang),
      readTranslation(chapterId, lang, bilingual),
    ]);
    if (mine !== order) return;
    saver.flush();
    prepare();
    if (!result.ok) {
      store.setState({ reading: failureShown(reading(), chapterId, result.error) });
      return;
    }
    store.setState({
      reading: chapterShown({ ...reading(), bilingual }, result.value, place(result.value), translation),
    });
    if (before !== chapterId) onShown(result.value, 'chapter');
    lookAhead();
  }

  /** Shows the same place in a language and arrangement. */
  async function rearrange(lang: string, bilingual: Bilingual, why: 'language' | 'bilingual'): Promise<void> {
    order += 1;
    const mine = order;
    const chapterId = currentChapterId();
    const [result, translation] = await Promise.all([
      read(chapterId, lang),
      readTranslation(chapterId, lang, bilingual),
    ]);
    if (mine !== order) return;
    if (!result.ok) {
      store.setState((all) => ({ notices: { ...all.notices, remark: result.error } }));
      return;
    }
    const state = { ...reading(), lang, bilingual };
    store.setState({ reading: chapterShown(state, result.value, { kind: 'same-place' }, translation) });
    onShown(result.value, why);
    lookAhead();
  }

  function placementFor(chapter: Chapter, targetId: string | undefined): Placement {
    const blockId = targetId === undefined ? undefined : blockOfTarget(chapter, targetId);
    // A chapter's title is its top: what stands above it comes into view too.
    if (blockId === undefined || blockId === chapter.sections[0]?.blocks[0]?.id) return { kind: 'top', focus: true };
    return { kind: 'target', blockId };
  }

  /** After back, forward, reload or a typed address. */
  async function showEntry(): Promise<void> {
    const route = history.route();
    if (!route) {
      history.replace({ chapterId: currentChapterId() });
      return;
    }
    const known = history.place();
    await show(route.chapterId, (chapter) =>
      known ? { kind: 'place', place: known, focus: true } : placementFor(chapter, route.targetId),
    );
  }

  const open = (route: Route): Promise<void> =>
    show(
      route.chapterId,
      (chapter) => placementFor(chapter, route.targetId),
      () => history.push(route),
    );

  history.onMove(() => void showEntry());
  store.subscribe(({ settings: { bilingual } }, before) => {
    const { lang, shown } = reading();
    if (bilingual === before.settings.bilingual || shown.kind === 'failure') return;
    void rearrange(lang, bilingual, 'bilingual');
  });

  return {
    open,
    look: (chapterId) => read(chapterId, reading().lang),
    follow(hash) {
      const route = parseRoute(hash);
      if (route) void open(route);
    },
    neighbour: (side) => neighbours(reading().manifest.contents, currentChapterId())[side],
    switchLanguage: (lang) => rearrange(lang, store.getState().settings.bilingual, 'language'),
    retry: () => show(currentChapterId(), (chapter) => placementFor(chapter, history.route()?.targetId)),
    retryTranslation: () => rearrange(reading().lang, reading().bilingual, 'bilingual'),
    placed(place, currentBlockId) {
      const state = reading();
      if (state.shown.kind !== 'chapter') return;
      const { chapter } = state.shown;
      const section = sectionOfBlock(chapter, currentBlockId);
      if (section && section.id !== state.sectionId) store.setState({ reading: sectionReached(state, section.id) });
      history.notePlace(place);
      saver.note({ bookId: state.manifest.id, lang: chapter.lang, chapterId: chapter.id, ...place });
    },
    flush: saver.flush,
    async begin() {
      const route = history.route();
      const { manifest, shown } = reading();
      if (shown.kind === 'chapter') {
        const { id, lang } = shown.chapter;
        source.keep({ bookId: manifest.id, chapterId: id, lang }, shown.chapter);
      }
      if (!route) history.replace({ chapterId: currentChapterId() });
      if (route && (route.chapterId !== currentChapterId() || history.place())) return showEntry();
      lookAhead();
    },
  };
}

/** The reader's language where the chapter exists in it, else the first it has. */
function shownLang(entry: ChapterEntry | undefined, lang: string): string {
  return entry === undefined || entry.languages.includes(lang) ? lang : (entry.languages[0] ?? lang);
}
