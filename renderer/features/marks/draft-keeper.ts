/** When what is being written is kept: the rule alone, without the page. */

/** So long after the last key a note that is being written is kept. */
const pauseMs = 300;
/** So long at most it is not kept while one key follows another. */
const longestMs = 1000;

export interface DraftKeeper {
  /** What stands in the field now, and what writes it: that resolves to whether it is on disk. */
  readonly wrote: (text: string, write: (text: string) => Promise<boolean>) => void;
  /** Keeps it at once: the field is left, or the page may go away. */
  readonly keep: () => void;
  /** It is being saved for good: nothing is to be kept after that. */
  readonly stop: () => void;
  /** It could not be saved: it is kept again. */
  readonly goOn: () => void;
}

/**
 * `saved` is what is kept already. A text that could not be written is written again with the next occasion. `onKept` is
 * told what is on disk.
 */
export function createDraftKeeper(saved: string, onKept: (text: string) => void): DraftKeeper {
  let text = saved;
  let write = (): Promise<boolean> => Promise.resolve(false);
  let known: string | undefined = saved;
  let stopped = false;
  let changedAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = false;

  function keep(): void {
    clearTimeout(timer);
    changedAt = undefined;
    if (stopped || text === known) return;
    const sent = text;
    known = sent;
    writing = true;
    void write().then((isOnDisk) => {
      writing = false;
      if (isOnDisk) onKept(sent);
      else if (known === sent) known = undefined;
    });
  }

  function keepInTurn(): void {
    // One after another, so that none overtakes the next.
    if (writing) timer = setTimeout(keepInTurn, pauseMs / 3);
    else keep();
  }

  return {
    wrote(now, writeText) {
      write = () => writeText(text);
      if (now === text) return;
      text = now;
      clearTimeout(timer);
      if (text === known) {
        changedAt = undefined;
        return;
      }
      changedAt ??= Date.now();
      const left = changedAt + longestMs - Date.now();
      timer = setTimeout(keepInTurn, Math.max(0, Math.min(pauseMs, left)));
    },
    keep,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    goOn() {
      stopped = false;
      known = undefined;
      keep();
    },
  };
}
