import { useEffect, useState } from 'react';
import type { HostApi } from '../../../core/contract/channels.ts';
import type { NotesFolderState } from '../../../core/contract/notes-folder.ts';
import type { Failure } from '../../../core/contract/result.ts';

/**
 * How the folder of notes stands, also while nothing is done with it, and a way to take in what an answer says of it;
 * undefined until it is known. `onFailure` hears why it is not; it has to be stable.
 */
export function useNotesFolder(
  host: Pick<HostApi, 'notes:folder' | 'on'>,
  onFailure?: (failure: Failure) => void,
): readonly [NotesFolderState | undefined, (state: NotesFolderState) => void] {
  const [state, setState] = useState<NotesFolderState>();
  useEffect(() => {
    let isWanted = true;
    const stop = host.on('notes:written', setState);
    void host['notes:folder']({}).then((now) => {
      // What came meanwhile is newer.
      if (now.ok) {
        if (isWanted) setState((newer) => newer ?? now.value);
      } else onFailure?.(now.error);
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [host, onFailure]);
  return [state, setState];
}
