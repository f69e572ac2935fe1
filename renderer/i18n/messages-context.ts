import { createContext, useContext } from 'react';
import { en } from './en.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { Messages } from './messages.ts';

export interface Wording {
  readonly language: UiLanguage;
  readonly messages: Messages;
}

/** The dictionary in use; provided once by the shell. */
export const WordingContext = createContext<Wording>({ language: 'en', messages: en });

export function useMessages(): Messages {
  return useContext(WordingContext).messages;
}

export function useUiLanguage(): UiLanguage {
  return useContext(WordingContext).language;
}
