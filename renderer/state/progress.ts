/** How far the reader is in the chapter. Apart from `reading`: it changes with every few lines. */
export interface ProgressState {
  /** The block at the reading line; undefined before anything was placed. */
  readonly blockId: string | undefined;
  /** Whether the end of the text is on the screen. */
  readonly atEnd: boolean;
}

export const noProgress: ProgressState = { blockId: undefined, atEnd: false };

/** The same object where nothing has changed. */
export function progressed(state: ProgressState, blockId: string, atEnd: boolean): ProgressState {
  return state.blockId === blockId && state.atEnd === atEnd ? state : { blockId, atEnd };
}
