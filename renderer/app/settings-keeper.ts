/** Settings as the reader changes them: on this page at once, then in the store, and from there on every other page. */
import type { HostApi } from '../../core/contract/channels.ts';
import type { Settings, SettingsPatch } from '../../core/contract/settings.ts';
import type { AppStore } from '../state/app-state.ts';
import { warned } from '../state/notices.ts';

export interface SettingsKeeper {
  /** Where a change cannot be kept it holds until the end, and a warning says so. */
  readonly change: (patch: SettingsPatch) => void;
  /** Shows from now on what other pages change. */
  readonly follow: () => void;
}

/** What another page has changed here, too: what is beside the text is a matter of each window. */
function shared(settings: Settings, here: Settings): Settings {
  return { ...settings, contentsOpen: here.contentsOpen };
}

export function createSettingsKeeper(host: Pick<HostApi, 'settings:save' | 'on'>, store: AppStore): SettingsKeeper {
  /** Changes of this page that have no answer yet: until then what is heard may be older than what is shown. */
  let underWay = 0;
  /** The last that was heard in the meantime. */
  let heard: Settings | undefined;

  const take = (settings: Settings): void =>
    store.setState((state) => ({ settings: shared(settings, state.settings) }));

  async function save(patch: SettingsPatch): Promise<void> {
    underWay += 1;
    const saved = await host['settings:save'](patch);
    underWay -= 1;
    if (!saved.ok) store.setState(({ notices }) => ({ notices: warned(notices, saved.error) }));
    if (underWay > 0 || heard === undefined || !saved.ok) return;
    // Usually the echo of this very change.
    const isNews = JSON.stringify(heard) !== JSON.stringify(saved.value);
    heard = undefined;
    if (!isNews) return;
    // A change of nothing returns all settings as they are.
    const now = await host['settings:save']({});
    if (!now.ok) return;
    if (underWay > 0) heard = now.value;
    else take(now.value);
  }

  return {
    change(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      store.setState(({ settings }) => ({
        settings: { ...settings, ...(Object.fromEntries(given) as Partial<Settings>) },
      }));
      void save(patch);
    },
    follow: () =>
      void host.on('settings:changed', (settings) => {
        if (underWay > 0) heard = settings;
        else take(settings);
      }),
  };
}
