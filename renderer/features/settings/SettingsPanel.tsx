import { defaultSettings } from '../../../core/contract/default-settings.ts';
import type { Settings, SettingsPatch } from '../../../core/contract/settings.ts';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { settingsMessagesFor } from '../../i18n/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { SettingRow } from './SettingRow.tsx';
import styles from './SettingsPanel.module.css';
import { settingsPanelId } from './panel-id.ts';
import { SizeStepper } from './SizeStepper.tsx';
import { codeSizes, lineHeight, lineSpacings, textSizes } from './steps.ts';
import { ThemePicker } from './ThemePicker.tsx';

export interface SettingsPanelProps {
  readonly settings: Settings;
  /** Language of the text on the page: a line height is said as it is there. */
  readonly textLang: string;
  /** Whether the book has two languages to be shown together. */
  readonly hasTranslation: boolean;
  readonly onChange: (patch: SettingsPatch) => void;
  /** Opens the sheet of keys. */
  readonly onShortcuts: () => void;
}

/** Settings without a row in the panel. */
const noRows: SettingsPatch = {
  contentsOpen: undefined,
  placeholders: undefined,
  searches: undefined,
  keys: undefined,
  paper: undefined,
};

/** Everything that can be set, beside the text that shows it: each change is there at once. */
export function SettingsPanel({ settings, textLang, hasTranslation, onChange, onShortcuts }: SettingsPanelProps) {
  const { close } = useMessages();
  const words = settingsMessagesFor(useUiLanguage());

  const row = (key: keyof Settings, label: string) => ({
    label,
    resetLabel: words.reset(label),
    onReset: settings[key] === defaultSettings[key] ? undefined : () => onChange({ [key]: defaultSettings[key] }),
  });

  const stepper = (key: 'textSize' | 'lineSpacing' | 'codeSize', label: string, steps: readonly number[]) => ({
    label,
    steps,
    value: settings[key],
    onChange: (value: number) => onChange({ [key]: value }),
  });

  const choice = <K extends 'bilingual' | 'measure' | 'alignment' | 'hanFont' | 'latinFont' | 'codeFont'>(
    key: K,
    labels: Readonly<Record<Settings[K], string>>,
  ) => ({
    value: settings[key],
    options: (Object.keys(labels) as Settings[K][]).map((value) => ({ value, label: labels[value] })),
    onChange: (value: Settings[K]) => onChange({ [key]: value }),
  });

  const onOff = (key: 'wrapCode' | 'showTerms') => ({
    value: settings[key] ? 'on' : 'off',
    options: [
      { value: 'on', label: words.on },
      { value: 'off', label: words.off },
    ],
    onChange: (value: string) => onChange({ [key]: value === 'on' }),
  });

  return (
    <Popover id={settingsPanelId} label={words.title}>
      <div className={styles.header}>
        <h2>{words.title}</h2>
        <IconButton icon="close" label={close} popoverTarget={settingsPanelId} />
      </div>
      <SettingRow {...row('theme', words.theme)} shape="tall">
        {(labelId) => (
          <ThemePicker labelledBy={labelId} value={settings.theme} onChange={(theme) => onChange({ theme })} />
        )}
      </SettingRow>
      {hasTranslation && (
        <SettingRow {...row('bilingual', words.bilingual)}>
          {(labelId) => <Choice labelledBy={labelId} {...choice('bilingual', words.bilinguals)} />}
        </SettingRow>
      )}
      <SettingRow {...row('textSize', words.textSize)}>
        {(labelId) => (
          <SizeStepper
            labelledBy={labelId}
            {...stepper('textSize', words.textSize, textSizes)}
            shown={(value) => `${value}%`}
          />
        )}
      </SettingRow>
      <SettingRow {...row('lineSpacing', words.lineSpacing)}>
        {(labelId) => (
          <SizeStepper
            labelledBy={labelId}
            {...stepper('lineSpacing', words.lineSpacing, lineSpacings)}
            shown={(value) => lineHeight(textLang, value).toFixed(2)}
          />
        )}
      </SettingRow>
      <SettingRow {...row('measure', words.measure)}>
        {(labelId) => <Choice labelledBy={labelId} {...choice('measure', words.measures)} />}
      </SettingRow>
      <SettingRow {...row('alignment', words.alignment)}>
        {(labelId) => <Choice labelledBy={labelId} {...choice('alignment', words.alignments)} />}
      </SettingRow>
      <SettingRow {...row('hanFont', words.hanFont)}>
        {(labelId) => <Choice labelledBy={labelId} {...choice('hanFont', words.hanFonts)} />}
      </SettingRow>
      <SettingRow {...row('latinFont', words.latinFont)}>
        {(labelId) => <Choice labelledBy={labelId} {...choice('latinFont', words.latinFonts)} />}
      </SettingRow>
      <SettingRow {...row('codeFont', words.codeFont)}>
        {(labelId) => <Choice labelledBy={labelId} {...choice('codeFont', words.codeFonts)} />}
      </SettingRow>
      <SettingRow {...row('codeSize', words.codeSize)}>
        {(labelId) => (
          <SizeStepper
            labelledBy={labelId}
            {...stepper('codeSize', words.codeSize, codeSizes)}
            shown={(value) => `${value}%`}
          />
        )}
      </SettingRow>
      <SettingRow {...row('wrapCode', words.wrapCode)}>
        {(labelId) => <Choice labelledBy={labelId} {...onOff('wrapCode')} />}
      </SettingRow>
      <SettingRow {...row('showTerms', words.showTerms)}>
        {(labelId) => <Choice labelledBy={labelId} {...onOff('showTerms')} />}
      </SettingRow>
      <SettingRow {...row('uiLanguage', words.uiLanguage)}>
        {(labelId) => (
          <Choice
            labelledBy={labelId}
            value={settings.uiLanguage}
            options={[
              { value: 'system', label: words.system },
              { value: 'zh', label: '中文', lang: 'zh' },
              { value: 'en', label: 'English', lang: 'en' },
            ]}
            onChange={(uiLanguage) => onChange({ uiLanguage })}
          />
        )}
      </SettingRow>
      <div className={styles.footer}>
        <Button onClick={onShortcuts}>{words.shortcuts}</Button>
        {/* All that has a row here: what was filled in, searched for or printed is no matter of taste, and keys have their own way back. */}
        <Button onClick={() => onChange({ ...defaultSettings, ...noRows })}>{words.resetAll}</Button>
      </div>
    </Popover>
  );
}
