import { SettingsPanel } from '../features/settings/SettingsPanel.tsx';
import { useAppState } from '../state/store-context.ts';
import type { Services } from './services.ts';

export interface SettingsPaneProps {
  readonly services: Services;
}

/** The settings, connected with the state. Loaded when they are asked for, and open then; it stays for the next time. */
export function SettingsPane({ services: { commands, changeSettings } }: SettingsPaneProps) {
  const settings = useAppState((state) => state.settings);
  const lang = useAppState((state) => state.reading.lang);
  const languages = useAppState((state) => state.reading.manifest.languages);
  return (
    <SettingsPanel
      settings={settings}
      textLang={lang}
      hasTranslation={languages.length > 1}
      onChange={changeSettings}
      onShortcuts={commands['shortcuts.show'].run}
    />
  );
}
