/** Sentences about bookmarks, highlights and notes. Apart from the others: they are loaded after the first text. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { ColorMeanings } from '../../core/marks/mark.ts';
import { marks as en } from './en/marks.ts';
import type { MarkMessages } from './messages/marks.ts';
import { marks as zh } from './zh/marks.ts';

export type { MarkMessages } from './messages/marks.ts';

/** With `meanings` colours go by what the reader takes them to mean. */
export function markMessagesFor(language: UiLanguage, meanings: ColorMeanings = {}): MarkMessages {
  const words = language === 'zh' ? zh : en;
  return { ...words, colors: { ...words.colors, ...meanings } };
}
