import { settingsPanelId } from '../../features/settings/SettingsPanel.tsx';
import type { ProgramActions } from '../commands/program.ts';
import type { Around } from './around.ts';

export function programActions({ page, store }: Around): ProgramActions {
  return {
    showSettings: () => page.document.getElementById(settingsPanelId)?.showPopover(),
    showAbout: () => store.setState(({ panels }) => ({ panels: { ...panels, aboutOpen: true } })),
    showShortcuts: () => store.setState(({ panels }) => ({ panels: { ...panels, shortcutsOpen: true } })),
  };
}
