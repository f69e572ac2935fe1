/** Settings as the reader changes them, and the system's own preferences beside them. */
import type { HostApi } from '../../core/contract/channels.ts';
import type { Settings, SettingsPatch } from '../../core/contract/settings.ts';
import type { AppStore } from '../state/app-state.ts';
import { warned } from '../state/notices.ts';

export type ShownTheme = 'light' | 'dark';

/** The theme on the screen. */
export function resolveTheme(set: Settings['theme'], systemDark: boolean): ShownTheme {
  if (set !== 'system') return set;
  return systemDark ? 'dark' : 'light';
}

/**
 * Changes settings on the screen at once and then in the store. Where they cannot be kept they hold until the end,
 * and a warning says so.
 */
export async function changeSettings(host: HostApi, store: AppStore, patch: SettingsPatch): Promise<void> {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  store.setState(({ settings }) => ({
    settings: { ...settings, ...(Object.fromEntries(given) as Partial<Settings>) },
  }));
  const saved = await host['settings:save'](patch);
  if (saved.ok) store.setState({ settings: saved.value });
  else store.setState(({ notices }) => ({ notices: warned(notices, saved.error) }));
}
