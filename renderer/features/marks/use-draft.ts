import { useEffect, useState } from 'react';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';

export interface Draft extends Pick<DraftKeeper, 'keep' | 'stop' | 'goOn'> {
  /** Whether what stands in the field now is on disk. */
  readonly isKept: boolean;
}

/**
 * Keeps what is being written without anybody asking for it: whenever one pauses, every second while one does not, and
 * when the page is hidden or goes away. `onDraft` resolves to whether it is on disk. `saved` is the text that is kept
 * already.
 */
export function useDraft(body: string, saved: string, onDraft: (body: string) => Promise<boolean>): Draft {
  const [kept, setKept] = useState(saved);
  const [keeper] = useState(() => createDraftKeeper(saved, setKept));

  useEffect(() => keeper.wrote(body, onDraft), [keeper, body, onDraft]);

  useEffect(() => {
    // A window that is closed by the system may have no time left at pagehide.
    window.addEventListener('beforeunload', keeper.keep);
    window.addEventListener('pagehide', keeper.keep);
    document.addEventListener('visibilitychange', keeper.keep);
    return () => {
      window.removeEventListener('beforeunload', keeper.keep);
      window.removeEventListener('pagehide', keeper.keep);
      document.removeEventListener('visibilitychange', keeper.keep);
    };
  }, [keeper]);

  return { isKept: kept === body, keep: keeper.keep, stop: keeper.stop, goOn: keeper.goOn };
}
