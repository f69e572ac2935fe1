/** The settings that this process shows itself: language of menu and dialogs, colours of window and dialogs. */
import { app, nativeTheme } from 'electron';
import type { Handlers } from '../../core/contract/channels.ts';
import { defaultSettings } from '../../core/contract/default-settings.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { isDarkTheme, resolveTheme } from '../../core/contract/theme.ts';
import { resolveUiLanguage, type UiLanguage } from '../../core/contract/ui-language.ts';
import { showMenu } from './menu.ts';
import { pageColours } from './page-colours.ts';
import { textsFor, type Texts } from './texts.ts';
import { readerWindows } from './windows.ts';

let language: UiLanguage = 'en';
let theme: Settings['theme'] = defaultSettings.theme;

/** The words of dialogs, in the language of the interface as it is now. After ready. */
export function currentTexts(): Texts {
  return textsFor(language, process.platform);
}

/** The language of the interface as it is now. */
export function currentLanguage(): UiLanguage {
  return language;
}

/** The background of the page in the theme as it is now. After ready. */
export function currentPageColour(): string {
  const { shouldUseDarkColors: dark, shouldUseHighContrastColors: contrast } = nativeTheme;
  return pageColours[resolveTheme(theme, { dark, contrast })];
}

/** Applies the default settings: for words that are needed before there is a store. After ready. */
export function applyDefaults(): void {
  apply(defaultSettings);
}

/** Applies the stored settings, or the defaults where the store cannot be used. After ready. */
export async function applyStored(handlers: Handlers): Promise<void> {
  // A change of nothing returns all settings.
  const stored = await handlers['settings:save']({});
  apply(stored.ok ? stored.value : defaultSettings);
}

/** The same handlers, where a change of settings reaches this process, too. */
export function applyingChanges(handlers: Handlers): Handlers {
  return {
    ...handlers,
    'settings:save': async (patch) => {
      const saved = await handlers['settings:save'](patch);
      if (saved.ok) apply(saved.value);
      return saved;
    },
  };
}

function apply(settings: Settings): void {
  language = resolveUiLanguage(settings.uiLanguage, app.getPreferredSystemLanguages());
  theme = settings.theme;
  // Dialogs, menus and the page's prefers-color-scheme follow.
  nativeTheme.themeSource = theme === 'system' ? theme : isDarkTheme(theme) ? 'dark' : 'light';
  for (const window of readerWindows()) window.setBackgroundColor(currentPageColour());
  showMenu(currentTexts(), language, settings.keys);
}
