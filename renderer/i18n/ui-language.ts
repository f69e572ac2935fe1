import type { Failure } from '../../core/contract/result.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { Messages } from './messages.ts';
import type { Explanation } from './messages/failures.ts';

/** A failure in the words of `messages`. */
export function explain(messages: Messages, failure: Failure): Explanation {
  return messages.failures[failure.code](failure.details);
}

/** The name of a book's language in the interface's language: 中文, English, Deutsch; the tag itself if unknown. */
export function languageName(tag: string, language: UiLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
