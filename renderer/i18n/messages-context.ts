import { createContext, useContext } from 'react';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { Wording } from './dictionaries.ts';
import type { Messages } from './messages.ts';

/** The dictionary in use; provided once by the shell. */
export const WordingContext = createContext<Wording | undefined>(undefined);

function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (!wording) throw new Error('Nothing around this part of the page provides a dictionary.');
  return wording;
}

export function useMessages(): Messages {
  return useWording().messages;
}

export function useUiLanguage(): UiLanguage {
  return useWording().language;
}
