import type { Settings, SettingsPatch } from '../../../core/contract/settings.ts';
import { useMessages } from '../../i18n/messages-context.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Popover } from '../../ui/Popover.tsx';

export interface SettingsMenuProps {
  /** Id that the opening button names. */
  readonly id: string;
  readonly settings: Settings;
  readonly onChange: (patch: SettingsPatch) => void;
}

/** The few settings there are, under the button in the top bar. */
export function SettingsMenu({ id, settings, onChange }: SettingsMenuProps) {
  const { settings: words } = useMessages();
  return (
    <Popover id={id} label={words.title}>
      <Choice
        label={words.theme}
        value={settings.theme}
        options={[
          { value: 'system', label: words.system },
          { value: 'light', label: words.light },
          { value: 'dark', label: words.dark },
        ]}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        label={words.uiLanguage}
        value={settings.uiLanguage}
        options={[
          { value: 'system', label: words.system },
          { value: 'zh', label: '中文', lang: 'zh' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
        onChange={(uiLanguage) => onChange({ uiLanguage })}
      />
    </Popover>
  );
}
