/** How settings come onto the page. */
import type { Settings } from '../../core/contract/settings.ts';
import type { SystemLook, Theme } from '../../core/contract/theme.ts';
import { contrastSystem, darkSystem } from './use-media.ts';

const next: Readonly<Record<Theme, Theme>> = {
  light: 'sepia',
  sepia: 'dark',
  dark: 'light',
  'contrast-light': 'contrast-dark',
  'contrast-dark': 'contrast-light',
};

/** The theme after `shown` for whoever goes through them by one button: who needs strong contrast keeps it. */
export function nextTheme(shown: Theme): Theme {
  return next[shown];
}

/** What the system prefers now. */
export function systemLook(page: Window): SystemLook {
  return { dark: page.matchMedia(darkSystem).matches, contrast: page.matchMedia(contrastSystem).matches };
}

/** Puts theme and typography onto the page; tokens.css and prose.css say what they mean. */
export function showAppearance(root: HTMLElement, settings: Settings, theme: Theme): void {
  const { dataset, style } = root;
  dataset.theme = theme;
  dataset.measure = settings.measure;
  dataset.alignment = settings.alignment;
  dataset.hanFont = settings.hanFont;
  dataset.latinFont = settings.latinFont;
  dataset.codeFont = settings.codeFont;
  style.setProperty('--text-scale', String(settings.textSize / 100));
  style.setProperty('--code-scale', String(settings.codeSize / 100));
  style.setProperty('--line-spacing', String(settings.lineSpacing / 10));
}
