/** What the shell works with, made once: the reader, the commands, and the wires to page and host. */
import type { Platform } from '../platform/platform.ts';
import type { Term } from '../../core/book/model.ts';
import type { AppStore } from '../state/app-state.ts';
import type { Failure } from '../../core/contract/result.ts';
import type { SettingsPatch } from '../../core/contract/settings.ts';
import { resolveTheme } from '../../core/contract/theme.ts';
import { settingsPanelId } from '../features/settings/SettingsPanel.tsx';
import { cursorBlock, moveCursor } from '../features/cursor/block-cursor.ts';
import { step, textSizes } from '../features/settings/steps.ts';
import type { LinkPreview } from '../features/link-card/LinkCard.tsx';
import type { BlockActions } from '../features/blocks/actions.ts';
import type { Marks } from './marks/marks.ts';
import { languageName, messagesFor } from '../i18n/ui-language.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import { followArrivedLinks } from './arrived-links.ts';
import { createCommands, runCommand, type Commands } from './commands.ts';
import { createReadingHistory, type PageHistory } from './history.ts';
import { isJump } from './trail.ts';
import { createTrailKeeper } from './trail-keeper.ts';
import { isMac, listenForShortcuts } from './keyboard.ts';
import { changeSettings, nextTheme, systemLook } from './preferences.ts';
import { createDesk } from './desk.ts';
import { nextBilingual, roomForTwo } from './bilingual.ts';
import { previewOf } from './preview.ts';
import { lazily } from './lazily.ts';
import { createReader, type Reader } from './reader.ts';
import { parseRoute } from './route.ts';
import { printOnPaper } from './print.ts';
import type { Searching } from './searching.ts';
import { wideWindow } from './use-media.ts';

export interface Services {
  readonly store: AppStore;
  readonly reader: Reader;
  readonly history: PageHistory;
  readonly commands: Commands;
  /** The terms of the book's glossary; none where it cannot be read. */
  readonly terms: () => Promise<readonly Term[]>;
  /** Whether keys are named as on a Mac. */
  readonly mac: boolean;
  readonly changeSettings: (patch: SettingsPatch) => void;
  /** What a link inside the book leads to; undefined where that cannot be read. */
  readonly preview: (hash: string) => Promise<LinkPreview | undefined>;
  /** Asks the host to open an outside address; it may hand the question to us. */
  readonly openLink: (url: string) => Promise<void>;
  /** What the tools of a block work with. */
  readonly blockActions: BlockActions;
  /** What can be done with marks: loaded when it is first asked for, and all marks of the book with it. */
  readonly marks: () => Promise<Marks>;
  /** Search and find; loaded with the first call. */
  readonly searching: () => Promise<Searching>;
  /** Tells the reader that something went wrong. */
  readonly sayFailure: (error: unknown) => void;
  /** Connects keys, menus and the page's life; call once, after the first drawing was ordered. */
  readonly begin: () => void;
}

export function createServices(page: Window, { host, onConnection }: Platform, store: AppStore): Services {
  const mac = isMac(page);
  const state = () => store.getState();
  const words = () => {
    const language = resolveUiLanguage(state().settings.uiLanguage, page.navigator.languages);
    return { language, messages: messagesFor(language) };
  };
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
    onShown(chapter, why) {
      const { language, messages } = words();
      const { bilingual } = state().reading;
      if (why === 'chapter') announce(messages.reading.chapterOpened(chapter.title));
      else if (why === 'language' || bilingual === 'off') {
        announce(messages.reading.languageShown(languageName(chapter.lang, language)));
      } else announce(messages.reading.bilingualShown[bilingual]);
    },
  });

  const say = (remark: Failure): void => store.setState(({ notices }) => ({ notices: { ...notices, remark } }));
  const sayFailure = (error: unknown): void => {
    console.error(error);
    say({ code: 'internal', details: { what: String(error) } });
  };

  const terms = async (): Promise<readonly Term[]> => {
    const glossary = await host['book:glossary']({ bookId: state().reading.manifest.id });
    return glossary.ok ? glossary.value.terms : [];
  };

  const searching = lazily(async () => {
    const { createSearching } = await import('./searching.ts');
    return createSearching({
      page,
      store,
      reader,
      host,
      terms,
      onPlace: (at, count, { chapterId, blockId }) => {
        const { shown } = state().reading;
        const blocks = shown.kind === 'chapter' ? shown.chapter.sections.flatMap((section) => section.blocks) : [];
        const text =
          shown.kind === 'chapter' && shown.chapter.id === chapterId
            ? blocks.find(({ id }) => id === blockId)?.text
            : '';
        announce(words().messages.finding.at(at + 1, count, text ?? ''));
      },
      onFailure: sayFailure,
    });
  });
  const find = (work: (finding: Searching['finding']) => void): void =>
    void searching().then(({ finding }) => work(finding), sayFailure);

  const change = (patch: SettingsPatch): void => void changeSettings(host, store, patch);

  function otherLanguage(): string | undefined {
    const { languages } = state().reading.manifest;
    const at = languages.indexOf(state().reading.lang);
    return languages.length > 1 ? languages[(at + 1) % languages.length] : undefined;
  }

  const desk = createDesk(page, host, say);

  let marks: Promise<Marks> | undefined;
  async function loadMarks(): Promise<Marks> {
    const [{ createMarks }, { markMessagesFor }] = await Promise.all([
      import('./marks/marks.ts'),
      import('../i18n/marks.ts'),
    ]);
    const loaded = createMarks({
      page,
      host,
      store,
      reader,
      announce,
      words: () => markMessagesFor(words().language),
      saveFile: desk.saveFile,
    });
    // What another window did while the connection was gone has not been told.
    onConnection((connected) => void (connected && loaded.read()));
    await loaded.read();
    return loaded;
  }
  const withMarks = (use: (loaded: Marks) => unknown): void => void (marks ??= loadMarks()).then(use);

  const commands = createCommands(
    {
      canGo: history.canGo,
      go: history.go,
      hasNeighbour: (side) => reader.neighbour(side) !== undefined,
      openNeighbour(side) {
        const chapter = reader.neighbour(side);
        if (chapter) void reader.open({ chapterId: chapter.id });
      },
      toggleContents() {
        const { panels, settings } = state();
        if (page.matchMedia(wideWindow).matches) change({ contentsOpen: !settings.contentsOpen });
        else store.setState({ panels: { ...panels, drawerOpen: !panels.drawerOpen } });
      },
      hasOtherLanguage: () => otherLanguage() !== undefined,
      toggleLanguage() {
        const lang = otherLanguage();
        if (lang !== undefined) void reader.switchLanguage(lang);
      },
      nextBilingual: () => change({ bilingual: nextBilingual(state().settings.bilingual, roomForTwo(page)) }),
      toggleTheme() {
        const theme = nextTheme(resolveTheme(state().settings.theme, systemLook(page)));
        change({ theme });
        announce(words().messages.settings.themeShown(theme));
      },
      canResizeText: (direction) => step(textSizes, state().settings.textSize, direction) !== undefined,
      resizeText(direction) {
        const textSize = step(textSizes, state().settings.textSize, direction);
        if (textSize === undefined) return;
        change({ textSize });
        announce(words().messages.settings.textSizeShown(textSize));
      },
      showTerms: () => store.setState(({ panels }) => ({ panels: { ...panels, termsOpen: true } })),
      toggleWrap() {
        const wrapCode = !state().settings.wrapCode;
        change({ wrapCode });
        announce(words().messages.code.wrapped(wrapCode));
      },
      showSettings: () => page.document.getElementById(settingsPanelId)?.showPopover(),
      print: () => page.print(),
      hasText: () => state().reading.shown.kind === 'chapter',
      moveCursor(direction) {
        const { shown } = state().reading;
        const moved = moveCursor(page, direction);
        if (!moved || shown.kind !== 'chapter') return;
        const block = shown.chapter.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === moved.blockId);
        if (block) announce(words().messages.cursor.at(moved.index + 1, moved.count, block.kind, block.text));
      },
      hasCursor: () => cursorBlock(page) !== undefined,
      openBlockMenu() {
        const menuBlockId = cursorBlock(page)?.dataset.block;
        store.setState(({ panels }) => ({ panels: { ...panels, menuBlockId } }));
      },
      toggleBookmark: () => withMarks((loaded) => loaded.toggleBookmark()),
      highlight: () => withMarks((loaded) => loaded.highlight()),
      writeNote: () => withMarks((loaded) => loaded.note()),
      stepMark: (direction) => withMarks((loaded) => loaded.step(direction)),
      showMarks: () => store.setState((before) => ({ marks: { ...before.marks, panelOpen: true } })),
      canTurnMarks: (direction) => state().marks.history[direction] !== null,
      turnMarks: (direction) => withMarks((loaded) => loaded.turn(direction)),
      openPalette: () =>
        store.setState(({ panels }) => ({
          panels: { ...panels, paletteOpen: true, drawerOpen: false, shortcutsOpen: false, askedAddress: undefined },
        })),
      openFind: () => find((finding) => finding.begin()),
      canStepFind: () => state().finding.input !== '' && state().reading.shown.kind === 'chapter',
      stepFind: (direction) => find((finding) => finding.step(direction)),
      openSearch: () =>
        store.setState(({ panels }) => ({
          panels: { ...panels, searchOpen: true, paletteOpen: false, drawerOpen: false, shortcutsOpen: false },
        })),
      showShortcuts: () => store.setState(({ panels }) => ({ panels: { ...panels, shortcutsOpen: true } })),
    },
    mac,
  );

  return {
    store,
    reader,
    history,
    commands,
    terms,
    searching,
    sayFailure,
    mac,
    marks: () => (marks ??= loadMarks()),
    changeSettings: change,
    blockActions: {
      ...desk,
      announce,
      keepPlaceholders(values) {
        const { settings, reading } = state();
        change({ placeholders: { ...settings.placeholders, [reading.manifest.id]: values } });
      },
    },
    async preview(hash) {
      const { manifest } = state().reading;
      const route = parseRoute(hash);
      const chapter = route && (await reader.look(route.chapterId));
      return chapter?.ok ? previewOf(manifest, chapter.value, route?.targetId) : undefined;
    },
    async openLink(url) {
      const answer = await host['link:open']({ url });
      if (!answer.ok) say(answer.error);
      else if (answer.value.outcome === 'ask') {
        const { address } = answer.value;
        store.setState(({ panels }) => ({ panels: { ...panels, askedAddress: address } }));
      }
    },
    begin() {
      listenForShortcuts(page, commands);
      host.on('command:chosen', ({ id }) => runCommand(commands, id));
      printOnPaper(page);
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
        .then(() => followArrivedLinks(page, host, store, reader));
    },
  };
}
