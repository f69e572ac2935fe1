/** What the shell works with, made once: the reader, the commands, and the wires to page and host. */
import type { Platform } from '../platform/platform.ts';
import type { Term } from '../../core/book/model.ts';
import type { Told } from '../state/notices.ts';
import type { AppStore } from '../state/app-state.ts';
import type { PanelsState } from '../state/panels.ts';
import type { HostApi, Response } from '../../core/contract/channels.ts';
import type { Failure } from '../../core/contract/result.ts';
import type { SettingsPatch } from '../../core/contract/settings.ts';
import { keysInForce } from '../../core/keys/bindings.ts';
import type { BlockActions } from '../features/blocks/actions.ts';
import type { Marks } from './marks/marks.ts';
import { wordingIn, type Wording } from '../i18n/dictionaries.ts';
import { languageName } from '../i18n/ui-language.ts';
import { prepareOpening } from '../features/reading/use-near-first.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import type { Around } from './actions/around.ts';
import { blocksActions } from './actions/blocks.ts';
import { marksActions } from './actions/marks.ts';
import { movingActions } from './actions/moving.ts';
import { libraryActions } from './actions/library.ts';
import { programActions } from './actions/program.ts';
import { readingActions } from './actions/reading.ts';
import { searchActions } from './actions/search.ts';
import { followArrivedFiles } from './arrived-files.ts';
import { followArrivedLinks } from './arrived-links.ts';
import { createCommands, runCommand, type Commands } from './commands/commands.ts';
import { createReadingHistory, type PageHistory } from './history.ts';
import { isJump } from './trail.ts';
import { createTrailKeeper } from './trail-keeper.ts';
import { isMac, listenForShortcuts } from './keyboard.ts';
import { defaultKeys } from './keys.ts';
import { marksLoader } from './load-marks.ts';
import { searchingLoader } from './load-searching.ts';
import { createDesk } from './desk.ts';
import { listenForDrops } from './drops.ts';
import { lazily } from './lazily.ts';
import { missingPart, noteMissingStyleSheets } from './missing-part.ts';
import { createReader, type Reader } from './reader.ts';
import { goToBook, openBeside, type WindowPlace } from './open-book.ts';
import type { Route } from './route.ts';
import { createSettingsKeeper } from './settings-keeper.ts';
import type { Shelf } from './shelf/shelf.ts';
import { printOnPaper } from './print.ts';
import type { Searching } from './searching.ts';

export interface Services {
  readonly store: AppStore;
  readonly host: HostApi;
  readonly reader: Reader;
  readonly history: PageHistory;
  readonly commands: Commands;
  /** The terms of the book's glossary; none where it cannot be read. */
  readonly terms: () => Promise<readonly Term[]>;
  /** Whether keys are named as on a Mac. */
  readonly mac: boolean;
  readonly changeSettings: (patch: SettingsPatch) => void;
  /** Asks the host to open an outside address; it may hand the question to us. */
  readonly openLink: (url: string) => Promise<void>;
  /** What the tools of a block work with. */
  readonly blockActions: BlockActions;
  /** What can be done with marks: loaded when it is first asked for, and all marks of the book with it. */
  readonly marks: () => Promise<Marks>;
  /** Search and find; loaded with the first call. */
  readonly searching: () => Promise<Searching>;
  /** The books on the shelf; loaded with the first call. */
  readonly shelf: () => Promise<Shelf>;
  /** Leaves this book for another, or for a place in it. */
  readonly openBook: (bookId: string, route?: Route) => void;
  /** One more window, at the same place or another. */
  readonly openWindow: (place: WindowPlace) => Promise<void>;
  /** Tells the reader what became of what was just done; with nothing, takes away what was told. */
  readonly say: (remark: Failure | Told | undefined) => void;
  /** What the host tells of itself; undefined where it does not, and the reader has been told why. */
  readonly diagnose: () => Promise<Response<'app:diagnose'> | undefined>;
  /** The words in use now. */
  readonly words: () => Wording;
  /** Says something aloud. */
  readonly announce: (text: string) => void;
  /** Tells the reader of a mistake of ours. */
  readonly sayFailure: (error: unknown) => void;
  /** Connects keys, menus and the page's life; call once, after the first drawing was ordered. */
  readonly begin: () => void;
}

export function createServices(page: Window, { host, onConnection }: Platform, store: AppStore): Services {
  const mac = isMac(page);
  const state = () => store.getState();
  const words = () => wordingIn(resolveUiLanguage(state().settings.uiLanguage, page.navigator.languages));
  const announce = (text: string): void =>
    store.setState(({ notices }) => ({ notices: { ...notices, announcement: { text } } }));

  const history = createReadingHistory(page, (left) => {
    trailKeeper.save();
    const route = history.route();
    if (!left || !route || !isJump(state().reading.manifest.contents, left, route)) return;
    store.setState(({ panels }) => ({ panels: { ...panels, cameFrom: left } }));
  });
  const trailKeeper = createTrailKeeper(host, store, history);

  const reader = createReader({
    host,
    store,
    history,
    whenIdle: (work) => void page.requestIdleCallback(work, { timeout: 2000 }),
    prepare: prepareOpening,
    onShown(chapter, why) {
      const { language, messages } = words();
      const { bilingual } = state().reading;
      if (why === 'chapter') announce(messages.reading.chapterOpened(chapter.title));
      else if (why === 'language' || bilingual === 'off') {
        announce(messages.reading.languageShown(languageName(chapter.lang, language)));
      } else announce(messages.reading.bilingualShown[bilingual]);
    },
  });

  const say: Services['say'] = (remark) => store.setState(({ notices }) => ({ notices: { ...notices, remark } }));
  const sayFailure = (error: unknown): void => {
    console.error(error);
    say(missingPart(error) ?? { code: 'internal', details: { what: String(error) } });
  };
  const showPanel = (patch: Partial<PanelsState>): void =>
    store.setState(({ panels }) => ({ panels: { ...panels, ...patch } }));
  const { change, follow: followSettings } = createSettingsKeeper(host, store);

  const terms = async (): Promise<readonly Term[]> => {
    const glossary = await host['book:glossary']({ bookId: state().reading.manifest.id });
    return glossary.ok ? glossary.value.terms : [];
  };

  /** Another book is another page: nothing of this one is left over. */
  function openBook(bookId: string, route?: Route): void {
    reader.flush();
    trailKeeper.save();
    goToBook(page, bookId, route);
  }

  async function openWindow(place: WindowPlace): Promise<void> {
    reader.flush();
    const answer = await host['window:open']({ place });
    if (!answer.ok) say(answer.error);
    else if (answer.value.outcome === 'ask' && !openBeside(page, place)) say({ code: 'window-refused', details: {} });
  }

  const desk = createDesk(page, host, say);
  const around: Around = { page, host, store, state, reader, history, words, announce, change, sayFailure };
  const searching = searchingLoader(around, terms);
  const marks = marksLoader(around, onConnection, desk);

  const commands = createCommands(
    {
      ...movingActions(around),
      ...readingActions(around),
      ...blocksActions(around),
      ...marksActions(around, marks),
      ...searchActions(around, searching),
      ...libraryActions(around, openBook),
      ...programActions(around, openWindow),
    },
    mac,
  );

  const defaults = defaultKeys(commands);

  return {
    store,
    host,
    reader,
    history,
    commands,
    terms,
    searching,
    say,
    shelf: lazily(async () => (await import('./shelf/shelf.ts')).createShelf(host)),
    openBook,
    openWindow,
    async diagnose() {
      const told = await host['app:diagnose']({});
      if (!told.ok) say(told.error);
      return told.ok ? told.value : undefined;
    },
    words,
    announce,
    sayFailure,
    mac,
    marks,
    changeSettings: change,
    blockActions: {
      ...desk,
      announce,
      showFigure: (openFigure) => showPanel({ openFigure }),
      askPlaceholder: (askedPlaceholder) => showPanel({ askedPlaceholder }),
    },
    async openLink(url) {
      const answer = await host['link:open']({ url });
      if (!answer.ok) say(answer.error);
      else if (answer.value.outcome === 'ask') {
        showPanel({ askedAddress: answer.value.address });
      }
    },
    begin() {
      noteMissingStyleSheets(page.document);
      listenForShortcuts(page, commands, () => keysInForce(defaults, state().settings.keys));
      followSettings();
      host.on('command:chosen', ({ id }) => runCommand(commands, id));
      host.on('window:changed', (change) => {
        import('../i18n/window-view.ts')
          .then(({ windowNews }) => announce(windowNews(words().language, change)))
          .catch(sayFailure);
      });
      printOnPaper(page);
      listenForDrops(
        page,
        (file) =>
          void file.text().then(
            (text) => showPanel({ arrivedMarks: { name: file.name, text }, drawerOpen: false }),
            (error: unknown) => say({ code: 'file-not-read', details: { file: file.name, what: String(error) } }),
          ),
        (droppedBook) => showPanel({ droppedBook, shelfOpen: true, drawerOpen: false }),
      );
      onConnection((connected) => store.setState(({ notices }) => ({ notices: { ...notices, connected } })));
      // At rest the place is saved at once; what a page may still do while it goes away is not sure everywhere.
      page.addEventListener('scrollend', reader.flush);
      page.addEventListener('pagehide', reader.flush);
      history.onMove(trailKeeper.save);
      page.document.addEventListener('visibilitychange', () => {
        if (page.document.visibilityState === 'hidden') reader.flush();
      });
      void reader
        .begin()
        .then(trailKeeper.restore)
        .then(() => {
          followArrivedLinks(page, host, store, { reader, openBook }, sayFailure);
          followArrivedFiles(host, store);
        });
    },
  };
}
