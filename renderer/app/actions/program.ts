import { settingsPanelId } from '../../features/settings/panel-id.ts';
import type { ProgramActions } from '../commands/program.ts';
import type { Around } from './around.ts';

export function programActions(
  { page, host, state, store, sayFailure }: Around,
  openWindow: (place: 'here') => Promise<void>,
): ProgramActions {
  return {
    openWindow: () => void openWindow('here').catch(sayFailure),
    ownsWindow: () => state().program.host === 'electron',
    changeView: (as) => void host['window:view']({ as }).catch(sayFailure),
    showSettings() {
      const panel = page.document.getElementById(settingsPanelId);
      if (panel) panel.showPopover();
      // A panel that is fetched first opens itself.
      else store.setState(({ panels }) => ({ panels: { ...panels, settingsAsked: panels.settingsAsked + 1 } }));
    },
    showAbout: () => store.setState(({ panels }) => ({ panels: { ...panels, aboutOpen: true } })),
    showShortcuts: () => store.setState(({ panels }) => ({ panels: { ...panels, shortcutsOpen: true } })),
  };
}
