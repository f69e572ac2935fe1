import { useEffect, useLayoutEffect } from 'react';
import { localized } from '../../core/book/contents.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import { WordingContext } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import { sectionTitle } from '../state/reading.ts';
import { resolveTheme } from '../../core/contract/theme.ts';
import { showAppearance } from './preferences.ts';
import type { Services } from './services.ts';
import { Shell } from './Shell.tsx';
import { contrastSystem, darkSystem, useMedia } from './use-media.ts';
import { useWording } from './use-wording.ts';

export interface AppProps {
  readonly services: Services;
}

/** Language, theme and title of the page; the shell draws the rest. */
export function App({ services }: AppProps) {
  const settings = useAppState((state) => state.settings);
  const bookTitle = useAppState(({ reading }) => localized(reading.manifest.title, reading.lang));
  const section = useAppState((state) => sectionTitle(state.reading));
  const system = { dark: useMedia(darkSystem), contrast: useMedia(contrastSystem) };
  const theme = resolveTheme(settings.theme, system);
  const wording = useWording(resolveUiLanguage(settings.uiLanguage, navigator.languages), services.sayFailure);
  const { language } = wording;

  // Before the first painting, so that it is right at once: style rules ask for the language, too.
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  useLayoutEffect(() => showAppearance(document.documentElement, settings, theme), [settings, theme]);

  useEffect(() => {
    document.title = section === undefined ? bookTitle : `${section} – ${bookTitle}`;
  }, [section, bookTitle]);

  return (
    <WordingContext value={wording}>
      <Shell services={services} theme={theme} />
    </WordingContext>
  );
}
