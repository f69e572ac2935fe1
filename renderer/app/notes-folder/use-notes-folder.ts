import { useEffect, useState } from 'react';
import type { HostApi } from '../../../core/contract/channels.ts';
import type { NotesFolderState } from '../../../core/contract/notes-folder.ts';

/** How the folder of notes stands, also while nothing is done with it; undefined until that is known. */
export function useNotesFolder(host: Pick<HostApi, 'notes:folder' | 'on'>): NotesFolderState | undefined {
  const [state, setState] = useState<NotesFolderState>();
  useEffect(() => {
    let isWanted = true;
    const stop = host.on('notes:written', setState);
    void host['notes:folder']({}).then((now) => {
      // What came meanwhile is newer.
      if (isWanted && now.ok) setState((newer) => newer ?? now.value);
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [host]);
  return state;
}
