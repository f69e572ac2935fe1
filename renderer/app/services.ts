/** What the shell works with, made once: the reader, the commands, and the wires to page and host. */
import type { Platform } from '../platform/platform.ts';
import type { AppStore } from '../state/app-state.ts';
import type { SettingsPatch } from '../../core/contract/settings.ts';
import { languageName, messagesFor } from '../i18n/ui-language.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import { createCommands, runCommand, type Commands } from './commands.ts';
import { createReadingHistory, type ReadingHistory } from './history.ts';
import { isMac, listenForShortcuts } from './keyboard.ts';
import { changeSettings, resolveTheme } from './preferences.ts';
import { createReader, type Reader } from './reader.ts';
import { darkSystem, wideWindow } from './use-media.ts';

export interface Services {
  readonly store: AppStore;
  readonly reader: Reader;
  readonly history: ReadingHistory;
  readonly commands: Commands;
  /** Whether keys are named as on a Mac. */
  readonly mac: boolean;
  readonly changeSettings: (patch: SettingsPatch) => void;
  /** Asks the host to open an outside address; it may hand the question to us. */
  readonly openLink: (url: string) => Promise<void>;
  /** Connects keys, menus and the page's life; call once, after the first drawing was ordered. */
  readonly begin: () => void;
}

export function createServices(page: Window, { host, onConnection }: Platform, store: AppStore): Services {
  const history = createReadingHistory(page);
  const mac = isMac(page);
  const state = () => store.getState();
  const words = () => {
    const language = resolveUiLanguage(state().settings.uiLanguage, page.navigator.languages);
    return { language, messages: messagesFor(language) };
  };
  const announce = (text: string): void =>
    store.setState(({ notices }) => ({ notices: { ...notices, announcement: { text } } }));

  const reader = createReader({
    host,
    store,
    history,
    onShown(chapter, why) {
      const { language, messages } = words();
      if (why === 'chapter') announce(messages.reading.chapterOpened(chapter.title));
      else announce(messages.reading.languageShown(languageName(chapter.lang, language)));
    },
  });

  const change = (patch: SettingsPatch): void => void changeSettings(host, store, patch);

  function otherLanguage(): string | undefined {
    const { languages } = state().reading.manifest;
    const at = languages.indexOf(state().reading.lang);
    return languages.length > 1 ? languages[(at + 1) % languages.length] : undefined;
  }

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
      toggleTheme() {
        const shown = resolveTheme(state().settings.theme, page.matchMedia(darkSystem).matches);
        const theme = shown === 'dark' ? 'light' : 'dark';
        change({ theme });
        announce(words().messages.settings.themeShown(theme));
      },
      showShortcuts: () => store.setState(({ panels }) => ({ panels: { ...panels, shortcutsOpen: true } })),
    },
    mac,
  );

  return {
    store,
    reader,
    history,
    commands,
    mac,
    changeSettings: change,
    async openLink(url) {
      const answer = await host['link:open']({ url });
      if (!answer.ok) store.setState(({ notices }) => ({ notices: { ...notices, remark: answer.error } }));
      else if (answer.value.outcome === 'ask') {
        const { address } = answer.value;
        store.setState(({ panels }) => ({ panels: { ...panels, askedAddress: address } }));
      }
    },
    begin() {
      listenForShortcuts(page, commands);
      host.on('command:chosen', ({ id }) => runCommand(commands, id));
      onConnection((connected) => store.setState(({ notices }) => ({ notices: { ...notices, connected } })));
      // At rest the place is saved at once; what a page may still do while it goes away is not sure everywhere.
      page.addEventListener('scrollend', reader.flush);
      page.addEventListener('pagehide', reader.flush);
      page.document.addEventListener('visibilitychange', () => {
        if (page.document.visibilityState === 'hidden') reader.flush();
      });
      void reader.begin();
    },
  };
}
