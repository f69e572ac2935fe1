import { useEffect, useState } from 'react';
import type { Response } from '../../../core/contract/channels.ts';
import type { Result } from '../../../core/contract/result.ts';
import { ImportPreview } from '../../features/marks/ImportPreview.tsx';
import { markMessagesFor } from '../../i18n/marks.ts';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { useAppState } from '../../state/store-context.ts';
import type { Services } from '../services.ts';
import { importReport } from './import-report.ts';

export interface ArrivedMarksPaneProps {
  readonly services: Services;
  readonly file: { readonly name: string; readonly text: string };
}

/** Looks at a file of marks that was opened with Recto, and takes it where the reader wants it. */
export function ArrivedMarksPane({ services, file }: ArrivedMarksPaneProps) {
  const { store } = services;
  const messages = useMessages();
  const language = useUiLanguage();
  const words = markMessagesFor(language);
  const bookId = useAppState((state) => state.reading.manifest.id);
  const [seen, setSeen] = useState<Result<Response<'marks:import'>>>();
  const [isTaking, setTaking] = useState(false);

  useEffect(() => {
    let isWanted = true;
    void services
      .marks()
      .then((marks) => marks.importText(file.text, false))
      .then((report) => isWanted && setSeen(report), services.sayFailure);
    return () => {
      isWanted = false;
    };
  }, [services, file]);

  const close = (): void => store.setState(({ panels }) => ({ panels: { ...panels, arrivedMarks: undefined } }));
  async function take(): Promise<void> {
    setTaking(true);
    const marks = await services.marks();
    const taken = await marks.importText(file.text, true).finally(() => setTaking(false));
    setSeen(taken);
    if (!taken.ok) return;
    close();
    store.setState((state) => ({ marks: { ...state.marks, panelOpen: true } }));
    services.announce(words.taken(taken.value.counts.new + taken.value.counts.newer));
  }

  return (
    <ImportPreview
      words={words}
      closeLabel={messages.close}
      name={file.name}
      bookId={bookId}
      seen={seen && importReport(language, messages, seen)}
      isTaking={isTaking}
      onTake={() => void take().catch(services.sayFailure)}
      onClose={close}
    />
  );
}
