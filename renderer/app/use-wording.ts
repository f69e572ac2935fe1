import { useEffect, useState } from 'react';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import { loadWording, wordingIn, type Wording } from '../i18n/dictionaries.ts';

/** The dictionary of a language: that of before until it has come, and for good where it does not come. */
export function useWording(language: UiLanguage, onFailure: (error: unknown) => void): Wording {
  const [wording, setWording] = useState(() => wordingIn(language));

  useEffect(() => {
    if (wording.language === language) return;
    let wanted = true;
    loadWording(language).then((loaded) => {
      if (wanted) setWording(loaded);
    }, onFailure);
    return () => {
      wanted = false;
    };
  }, [wording, language, onFailure]);

  return wording;
}
