/** What is said aloud of the window; loaded when it changes. */
import type { EventPayload } from '../../core/contract/channels.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';

interface WindowViewMessages {
  readonly zoom: (percent: number) => string;
  readonly fullScreen: Readonly<Record<'on' | 'off', string>>;
}

const messages: Readonly<Record<UiLanguage, WindowViewMessages>> = {
  zh: {
    zoom: (percent) => `页面大小${percent}%`,
    fullScreen: { on: '已全屏', off: '已退出全屏' },
  },
  en: {
    zoom: (percent) => `Zoom ${percent}%`,
    fullScreen: { on: 'Full screen', off: 'Out of full screen' },
  },
};

/** How the window is shown now, in words. */
export function windowNews(language: UiLanguage, { what, zoom, fullScreen }: EventPayload<'window:changed'>): string {
  const words = messages[language];
  return what === 'zoom' ? words.zoom(zoom) : words.fullScreen[fullScreen ? 'on' : 'off'];
}
