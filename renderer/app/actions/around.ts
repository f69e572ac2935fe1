import type { HostApi } from '../../../core/contract/channels.ts';
import type { SettingsPatch } from '../../../core/contract/settings.ts';
import type { Wording } from '../../i18n/dictionaries.ts';
import type { AppState, AppStore } from '../../state/app-state.ts';
import type { PageHistory } from '../history.ts';
import type { Reader } from '../reader.ts';

/** What is around an action: the page, the host, and what the reader sees and hears. */
export interface Around {
  readonly page: Window;
  readonly host: HostApi;
  readonly store: AppStore;
  readonly state: () => AppState;
  readonly reader: Reader;
  readonly history: PageHistory;
  /** The words in use now. */
  readonly words: () => Wording;
  /** Says something aloud. */
  readonly announce: (text: string) => void;
  readonly change: (patch: SettingsPatch) => void;
  readonly sayFailure: (error: unknown) => void;
}

/** Whether there is text to act on. */
export function hasText(state: () => AppState): () => boolean {
  return () => state().reading.shown.kind === 'chapter';
}
