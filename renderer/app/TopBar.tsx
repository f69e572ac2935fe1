import type { Theme } from '../../core/contract/theme.ts';
import { settingsPanelId } from '../features/settings/panel-id.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import type { IconName } from '../ui/Icon.tsx';
import { IconButton, type IconButtonProps } from '../ui/IconButton.tsx';
import { Breadcrumb } from './Breadcrumb.tsx';
import type { Command } from './commands/command.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Progress } from './Progress.tsx';
import type { Services } from './services.ts';
import { firstKey, useKeys } from './keys.ts';
import { lazyPane } from './lazy-pane.tsx';
import styles from './TopBar.module.css';

const SettingsPane = lazyPane(
  async () => (await import('./SettingsPane.tsx')).SettingsPane,
  ({ store }) => store.setState(({ panels }) => ({ panels: { ...panels, settingsAsked: 0 } })),
);

/** The theme on the screen, drawn small. */
const themeIcons: Readonly<Record<Theme, IconName>> = {
  light: 'light',
  sepia: 'page',
  dark: 'dark',
  'contrast-light': 'contrast',
  'contrast-dark': 'contrast',
};

export interface TopBarProps {
  readonly services: Services;
  readonly theme: Theme;
  readonly contentsShown: boolean;
}

export function TopBar({ services, theme, contentsShown }: TopBarProps) {
  const { commands, mac, changeSettings, reader } = services;
  const messages = useMessages();
  const settings = useAppState((state) => state.settings);
  const settingsAsked = useAppState((state) => state.panels.settingsAsked);
  const keys = useKeys(services);
  // Drawn anew with each chapter: whether back and forward lead anywhere may have changed.
  const reading = useAppState((state) => state.reading);
  const { manifest, lang } = reading;

  const button = (command: Command): Pick<IconButtonProps, 'label' | 'keys' | 'onClick'> => ({
    label: messages.commands[command.labelKey],
    keys: firstKey(keys, command, mac),
    onClick: command.run,
  });

  return (
    <header className={styles.bar}>
      <div className={styles.group}>
        <IconButton icon="contents" {...button(commands['contents.toggle'])} expanded={contentsShown} />
        <span className={styles.history}>
          <IconButton
            icon="back"
            {...button(commands['history.back'])}
            disabled={!commands['history.back'].isAvailable()}
          />
          <IconButton
            icon="forward"
            {...button(commands['history.forward'])}
            disabled={!commands['history.forward'].isAvailable()}
          />
        </span>
      </div>
      <Breadcrumb reading={reading} onOpen={(route) => void reader.open(route)} />
      <div className={styles.group}>
        <Progress />
        <LanguageSwitch
          languages={manifest.languages}
          lang={lang}
          bilingual={settings.bilingual}
          onChoose={(next) => {
            if (settings.bilingual !== 'off') changeSettings({ bilingual: 'off' });
            void reader.switchLanguage(next);
          }}
          onBoth={commands['bilingual.next'].run}
          keys={button(commands['bilingual.next']).keys}
        />
        <span className={styles.theme}>
          <IconButton icon={themeIcons[theme]} {...button(commands['theme.toggle'])} />
        </span>
        <IconButton icon="bookmark" {...button(commands['marks.show'])} />
        <IconButton icon="search" {...button(commands['palette.open'])} />
        <span className={styles.shortcuts}>
          <IconButton icon="keyboard" {...button(commands['shortcuts.show'])} />
        </span>
        <IconButton
          icon="settings"
          {...button(commands['settings.show'])}
          onClick={() => {
            // Once the panel is there the browser opens and closes it.
            if (!document.getElementById(settingsPanelId)) commands['settings.show'].run();
          }}
          popoverTarget={settingsPanelId}
        />
        {settingsAsked > 0 && <SettingsPane key={settingsAsked} services={services} />}
      </div>
    </header>
  );
}
