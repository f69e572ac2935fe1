/** The dictionaries of the first screen, each fetched when its language is first shown: one is there before the first text. */
import { uiLanguages, type UiLanguage } from '../../core/contract/ui-language.ts';
import type { Messages } from './messages.ts';

/** A dictionary and the language it is in. */
export interface Wording {
  readonly language: UiLanguage;
  readonly messages: Messages;
}

const fetchers: Readonly<Record<UiLanguage, () => Promise<Messages>>> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
};

const fetched: Partial<Record<UiLanguage, Messages>> = {};

/** Fetches the dictionary of a language, once; rejects when its file does not load. */
export async function loadWording(language: UiLanguage): Promise<Wording> {
  const messages = (fetched[language] ??= await fetchers[language]());
  return { language, messages };
}

/** The words in a language, or in another one while its dictionary is on the way. Throws before any has been loaded. */
export function wordingIn(wished: UiLanguage): Wording {
  for (const language of [wished, ...uiLanguages]) {
    const messages = fetched[language];
    if (messages) return { language, messages };
  }
  throw new Error('No dictionary has been loaded: loadWording comes first.');
}
