import type { Settings } from './settings.ts';

/** The languages that buttons, menus and messages speak. */
export type UiLanguage = Exclude<Settings['uiLanguage'], 'system'>;

export const uiLanguages: readonly UiLanguage[] = ['zh', 'en'];

/**
 * The language of the interface: the one that is set, else the first of the system's languages that we speak, else
 * English. `systemLanguages` are BCP 47 tags in the order of preference.
 */
export function resolveUiLanguage(set: Settings['uiLanguage'], systemLanguages: readonly string[]): UiLanguage {
  if (set !== 'system') return set;
  for (const tag of systemLanguages) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (primary === 'zh' || primary === 'en') return primary;
  }
  return 'en';
}
