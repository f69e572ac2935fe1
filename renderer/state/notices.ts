/** Things the reader has to know: warnings stay until dismissed, a remark goes by itself. */
import type { Response } from '../../core/contract/channels.ts';
import type { Failure } from '../../core/contract/result.ts';

/** What is told in words that came with what was opened. With `stays` until something else is told. */
export interface Told {
  readonly what: string;
  readonly wayOut?: string;
  readonly stays?: true;
}

export interface NoticesState {
  readonly warnings: readonly Failure[];
  /** What carries the data folder between machines, until the reader has seen it (`app:start`). */
  readonly synced?: Response<'app:start'>['synced'];
  /** What became of something the reader just did, mostly a failure; shown for some seconds. */
  readonly remark: Failure | Told | undefined;
  /** Whether the host answers. */
  readonly connected: boolean;
  /** The last sentence for the live region; an object, so that the same words twice are two announcements. */
  readonly announcement: { readonly text: string };
}

export const noNotices: NoticesState = {
  warnings: [],
  remark: undefined,
  connected: true,
  announcement: { text: '' },
};

/** Adds a warning; one of each code is enough. */
export function warned(state: NoticesState, warning: Failure): NoticesState {
  if (state.warnings.some((known) => known.code === warning.code)) return state;
  return { ...state, warnings: [...state.warnings, warning] };
}

export function warningDismissed(state: NoticesState, warning: Failure): NoticesState {
  return { ...state, warnings: state.warnings.filter((known) => known !== warning) };
}
