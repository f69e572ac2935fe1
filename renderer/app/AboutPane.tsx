import { useEffect, useState } from 'react';
import { localized } from '../../core/book/contents.ts';
import { About } from '../features/about/About.tsx';
import { aboutMessagesFor } from '../i18n/about.ts';
import { useMessages, useUiLanguage } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import { diagnosisText } from './diagnosis-text.ts';
import type { Services } from './services.ts';

export interface AboutPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

/** The panel about the program, connected with the host. Loaded when it is asked for. */
export function AboutPane({ services, onClose }: AboutPaneProps) {
  const { diagnose, blockActions, announce } = services;
  const { close } = useMessages();
  const words = aboutMessagesFor(useUiLanguage());
  const version = useAppState((state) => state.program.version);
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const [diagnosis, setDiagnosis] = useState('');

  useEffect(() => {
    let wanted = true;
    void diagnose().then((told) => {
      if (wanted && told) setDiagnosis(diagnosisText(told));
    });
    return () => {
      wanted = false;
    };
  }, [diagnose]);

  async function copy(): Promise<void> {
    if (await blockActions.copyText(diagnosis)) announce(words.copied);
  }

  return (
    <About
      words={words}
      closeLabel={close}
      version={version}
      book={{ title: localized(manifest.title, lang), lang, edition: manifest.edition }}
      diagnosis={diagnosis}
      onCopy={() => void copy()}
      onClose={onClose}
    />
  );
}
