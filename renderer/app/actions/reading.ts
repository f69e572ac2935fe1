import { resolveTheme } from '../../../core/contract/theme.ts';
import { step, textSizes } from '../../features/settings/steps.ts';
import { nextBilingual, roomForTwo } from '../bilingual.ts';
import type { ReadingActions } from '../commands/reading.ts';
import { nextTheme, systemLook } from '../preferences.ts';
import { hasText, type Around } from './around.ts';

export function readingActions({ page, store, state, reader, words, announce, change }: Around): ReadingActions {
  function otherLanguage(): string | undefined {
    const { languages } = state().reading.manifest;
    const at = languages.indexOf(state().reading.lang);
    return languages.length > 1 ? languages[(at + 1) % languages.length] : undefined;
  }
  return {
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
    toggleWrap() {
      const wrapCode = !state().settings.wrapCode;
      change({ wrapCode });
      announce(words().messages.code.wrapped(wrapCode));
    },
    toggleTextAlone() {
      const textAlone = !state().panels.textAlone;
      store.setState(({ panels }) => ({ panels: { ...panels, textAlone, drawerOpen: false } }));
      announce(words().messages.reading.textAlone[textAlone ? 'on' : 'off']);
    },
    showTerms: () => store.setState(({ panels }) => ({ panels: { ...panels, termsOpen: true } })),
    print: () => store.setState(({ panels }) => ({ panels: { ...panels, paperOpen: true } })),
    hasText: hasText(state),
  };
}
