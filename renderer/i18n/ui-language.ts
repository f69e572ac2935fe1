import type { Settings } from '../../core/contract/settings.ts';
import { en } from './en.ts';
import type { Explanation, Messages, UiLanguage } from './messages.ts';
import type { Failure } from '../../core/contract/result.ts';
import { zh } from './zh.ts';

const dictionaries: Readonly<Record<UiLanguage, Messages>> = { zh, en };

/**
 * The language of the interface: the one that is set, else the first of the system's languages that we speak, else
 * English. `systemLanguages` are BCP 47 tags in the order of preference.
 */
export function resolveUiLanguage(set: Settings['uiLanguage'], systemLanguages: readonly string[]): UiLanguage {
  if (set !== 'system') return set;
  for (const tag of systemLanguages) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh' || primary === 'en') return primary;
  }
  return 'en';
}

export function messagesFor(language: UiLanguage): Messages {
  return dictionaries[language];
}

/** A failure in the words of `messages`. */
export function explain(messages: Messages, failure: Failure): Explanation {
  return messages.failures[failure.code](failure.details);
}

/** The name of a book's language in the interface's language: 中文, English, Deutsch; the tag itself if unknown. */
export function languageName(tag: string, language: UiLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
