import type { UiLanguage } from '../../core/contract/ui-language.ts';

const unknown: Readonly<Record<UiLanguage, string>> = { zh: '较早时候', en: 'an earlier time' };

/** A time (ISO 8601) as one reads it, to the minute; words for a time that is not known. */
export function dateOf(time: string | undefined, language: UiLanguage): string {
  const ms = Date.parse(time ?? '');
  if (Number.isNaN(ms)) return unknown[language];
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(ms);
}
