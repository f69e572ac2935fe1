import type { Place } from './reading.ts';

/** How far the reader is in the chapter. Apart from `reading`: it changes with every few lines. */
export interface ProgressState {
  /** The block at the reading line; undefined before anything was placed. */
  readonly blockId: string | undefined;
  /** How much of that block is above the line, 0 to 1, in steps: a block may be longer than several screens. */
  readonly above: number;
  /** Whether the end of the text is on the screen. */
  readonly atEnd: boolean;
}

export const noProgress: ProgressState = { blockId: undefined, above: 0, atEnd: false };

const steps = 20;

/** The same object where nothing has changed. */
export function progressed(state: ProgressState, place: Place, atEnd: boolean): ProgressState {
  const { blockId } = place;
  const above = Math.floor(place.fraction * steps) / steps;
  return state.blockId === blockId && state.above === above && state.atEnd === atEnd
    ? state
    : { blockId, above, atEnd };
}
