/**
 * First script of the page, kept small: it asks the host for the book before anything else is loaded, so that book and
 * reader travel at the same time.
 */
import type { Failure } from '../../core/contract/result.ts';
import { resolveUiLanguage } from '../../core/contract/ui-language.ts';
import { loadWording } from '../i18n/dictionaries.ts';
import { choosePlatform } from '../platform/choose-platform.ts';
import type { Platform } from '../platform/platform.ts';
import '../styles/index.css';
import { fetchFirstFonts } from './first-fonts.ts';
import { bookInAddress } from './open-book.ts';
import { showStartFailure } from './start-failure.ts';

/**
 * How long the first text waits for its fonts once everything else is there: set first in a font of the system and then
 * again it would move.
 */
const fontPatienceMs = 150;

async function begin(root: HTMLElement): Promise<void> {
  const platform = choosePlatform(window);
  const bookId = bookInAddress(window.location);
  const answer = platform.host['app:start']({
    systemLanguages: navigator.languages.slice(0, 20),
    ...(bookId === undefined ? {} : { bookId }),
  });
  const reader = import('./main.tsx');
  const wording = loadFirstWording(answer);
  const styles = import('../styles/fonts-first.css');
  const fonts = Promise.all([answer, styles])
    .then(([started]) => {
      if (!started.ok) return;
      const { chapter, translation, settings } = started.value;
      const langs = [chapter.lang, ...(translation?.ok === true ? [translation.value.lang] : [])];
      return fetchFirstFonts(document.fonts, langs, settings);
    })
    .catch(fontsLacking);
  const damaged = () => 'page-damaged' as const;
  const [started, main, words] = await Promise.all([answer, reader.catch(damaged), wording.catch(damaged)]);
  await Promise.race([fonts, new Promise((resolve) => setTimeout(resolve, fontPatienceMs))]);
  if (!started.ok) await showStartFailure(window, root, started.error);
  else if (main === 'page-damaged' || words === 'page-damaged') await showStartFailure(window, root, 'page-damaged');
  else {
    main.mount(root, platform, started.value);
    requestAnimationFrame(() => setTimeout(() => void import('../styles/fonts-slices.css').catch(fontsLacking)));
  }
}

/** The words of the first screen. The system's language is right most often: it is not waited for the settings. */
async function loadFirstWording(answer: ReturnType<Platform['host']['app:start']>): Promise<unknown> {
  const guessed = resolveUiLanguage('system', navigator.languages);
  const guess = loadWording(guessed);
  const started = await answer;
  const language = started.ok ? resolveUiLanguage(started.value.settings.uiLanguage, navigator.languages) : guessed;
  return language === guessed ? guess : Promise.any([loadWording(language), guess]);
}

function fontsLacking(error: unknown): void {
  console.warn('The bundled fonts could not be loaded; the fonts of the system are used.', error);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
begin(root).catch((error: unknown) => {
  const failure: Failure = { code: 'internal', details: { what: String(error) } };
  void showStartFailure(window, root, failure);
  throw error;
});
