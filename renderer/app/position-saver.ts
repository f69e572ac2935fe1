import type { Position } from '../../core/contract/position.ts';

export interface PositionSaver {
  /** Notes where the reader is; saved at most `intervalMs` later. */
  readonly note: (position: Position) => void;
  /** Saves now what has not been saved yet. */
  readonly flush: () => void;
}

const intervalMs = 400;

/** Saves the newest position, not each: a scroll reports dozens a second. Equal positions are saved once. */
export function createPositionSaver(save: (position: Position) => void): PositionSaver {
  let waiting: Position | undefined;
  let last: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const text = JSON.stringify(waiting);
    if (text !== last) save(waiting);
    last = text;
    waiting = undefined;
  }

  return {
    note(position) {
      waiting = position;
      timer ??= setTimeout(flush, intervalMs);
    },
    flush,
  };
}
