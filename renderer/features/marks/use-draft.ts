import { useCallback, useEffect, useRef, useState } from 'react';

/** So long after the last key a note that is being written is kept. */
const keptAfterMs = 300;

export interface DraftKeeper {
  /** Whether what stands in the field now is on disk. */
  readonly isKept: boolean;
  /** Keeps it now, where it has changed since it was kept. */
  readonly keep: () => void;
  /** It is being saved for good: nothing is to be kept after that. */
  readonly stop: () => void;
  /** It could not be saved: it is kept again. */
  readonly goOn: () => void;
}

/**
 * Keeps what is being written without anybody asking for it: as soon as one pauses, and when the page is hidden or goes
 * away. `onDraft` resolves to whether it is on disk. `saved` is the text that is kept already.
 */
export function useDraft(body: string, saved: string, onDraft: (body: string) => Promise<boolean>): DraftKeeper {
  const known = useRef(saved);
  const latest = useRef({ body, onDraft });
  const stopped = useRef(false);
  const [kept, setKept] = useState(saved);

  const keep = useCallback((): void => {
    const { body: text, onDraft: write } = latest.current;
    if (stopped.current || text === known.current) return;
    known.current = text;
    void write(text).then((isOnDisk) => {
      if (isOnDisk) setKept(text);
    });
  }, []);
  const stop = useCallback((): void => {
    stopped.current = true;
  }, []);
  const goOn = useCallback((): void => {
    stopped.current = false;
    known.current = '';
    keep();
  }, [keep]);

  useEffect(() => {
    latest.current = { body, onDraft };
  });

  useEffect(() => {
    const timer = setTimeout(keep, keptAfterMs);
    return () => clearTimeout(timer);
  }, [body, keep]);

  useEffect(() => {
    // A window that is closed by the system may have no time left at pagehide.
    window.addEventListener('beforeunload', keep);
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('beforeunload', keep);
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
    };
  }, [keep]);

  return { isKept: kept === body, keep, stop, goOn };
}
