import { useState } from 'react';
import type { NotesFolderState } from '../../../core/contract/notes-folder.ts';
import { MarkNotice } from '../../features/marks/MarkNotice.tsx';
import { useUiLanguage } from '../../i18n/messages-context.ts';
import { notesFolderMessagesFor } from '../../i18n/notes-folder.ts';
import type { Services } from '../services.ts';
import { keptIn, troubleIn } from './news.ts';

export interface NotesFolderNoticeProps {
  readonly services: Services;
  readonly state: NotesFolderState;
  /** Whether something else has the reader's attention. */
  readonly isQuiet: boolean;
}

/** What has happened to the folder of notes while nobody looked: said once, and calmly. */
export function NotesFolderNotice({ services, state, isQuiet }: NotesFolderNoticeProps) {
  const words = notesFolderMessagesFor(useUiLanguage());
  const [known, setKnown] = useState('');
  const trouble = troubleIn(state);
  const kept = keptIn(state);
  // The same trouble after all was well is another.
  const news = trouble === undefined ? String(kept) : `${trouble} ${String(state.writtenAt)}`;
  if (isQuiet || news === known || (trouble === undefined && kept === 0)) return null;
  return (
    <MarkNotice
      text={trouble === undefined ? words.changedByHand(kept) : words.trouble(state.folder ?? '')}
      actions={[
        { label: words.dismiss, run: () => setKnown(news) },
        {
          label: words.look,
          run: () => {
            setKnown(news);
            services.store.setState(({ panels }) => ({ panels: { ...panels, notesFolderOpen: true } }));
          },
        },
      ]}
    />
  );
}
