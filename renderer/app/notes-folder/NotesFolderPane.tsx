import { useState } from 'react';
import type { NotesProblem } from '../../../core/contract/notes-folder.ts';
import type { Result } from '../../../core/contract/result.ts';
import { NotesFolder } from '../../features/notes-folder/NotesFolder.tsx';
import { dateOf } from '../../i18n/date-of.ts';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { notesFolderMessagesFor } from '../../i18n/notes-folder.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Services } from '../services.ts';
import { troubleIn } from './news.ts';
import { useNotesFolder } from './use-notes-folder.ts';

export interface NotesFolderPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

/** The panel about the folder of notes, connected with the host. Fetched when it is first opened. */
export function NotesFolderPane({ services, onClose }: NotesFolderPaneProps) {
  const { host, say } = services;
  const { close } = useMessages();
  const language = useUiLanguage();
  const words = notesFolderMessagesFor(language);
  const [state, setState] = useNotesFolder(host, say);
  const [unfit, setUnfit] = useState<NotesProblem>();
  const [byCommand, setByCommand] = useState(false);
  const [said, setSaid] = useState('');

  function told<T>(result: Result<T>): T | undefined {
    if (!result.ok) say(result.error);
    return result.ok ? result.value : undefined;
  }

  async function choose(): Promise<void> {
    setUnfit(undefined);
    setSaid('');
    const answer = told(await host['notes:choose']({}));
    if (!answer) return;
    setState(answer.state);
    setByCommand(answer.outcome === 'ask');
    setUnfit(answer.problem ?? undefined);
    if (answer.outcome === 'chosen' && troubleIn(answer.state) === undefined) setSaid(words.written);
  }

  async function write(): Promise<void> {
    setSaid(words.writing);
    const now = told(await host['notes:write']({}));
    if (now) setState(now);
    setSaid(now && troubleIn(now) === undefined ? words.written : '');
  }

  async function leave(): Promise<void> {
    const now = told(await host['notes:leave']({}));
    if (!now) return;
    setState(now);
    setSaid(words.left);
  }

  return (
    <Dialog title={words.title} closeLabel={close} onClose={onClose}>
      {state && (
        <NotesFolder
          words={words}
          state={state}
          dateOf={(ms) => dateOf(new Date(ms).toISOString(), language)}
          unfit={unfit}
          byCommand={byCommand}
          said={said}
          onChoose={() => void choose()}
          onWrite={() => void write()}
          onLeave={() => void leave()}
        />
      )}
    </Dialog>
  );
}
