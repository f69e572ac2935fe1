import { localized, pathToChapter } from '../../core/book/contents.ts';
import { SettingsMenu } from '../features/settings/SettingsMenu.tsx';
import { useMessages } from '../i18n/messages-context.ts';
import { shownChapterId } from '../state/reading.ts';
import { useAppState } from '../state/store-context.ts';
import { IconButton, type IconButtonProps } from '../ui/IconButton.tsx';
import type { Command } from './commands.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import type { ShownTheme } from './preferences.ts';
import type { Services } from './services.ts';
import { shortcutKeys } from './shortcut.ts';
import styles from './TopBar.module.css';

export interface TopBarProps {
  readonly services: Services;
  readonly theme: ShownTheme;
  readonly contentsShown: boolean;
}

export function TopBar({ services, theme, contentsShown }: TopBarProps) {
  const { commands, mac, changeSettings, reader } = services;
  const messages = useMessages();
  const settings = useAppState((state) => state.settings);
  // Drawn anew with each chapter: whether back and forward lead anywhere may have changed.
  const reading = useAppState((state) => state.reading);
  const { manifest, lang } = reading;
  const path = pathToChapter(manifest.contents, shownChapterId(reading.shown));

  const button = (command: Command): Pick<IconButtonProps, 'label' | 'keys' | 'onClick'> => ({
    label: messages.commands[command.labelKey],
    keys: command.shortcuts[0] === undefined ? undefined : shortcutKeys(command.shortcuts[0], mac).join(mac ? '' : '+'),
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
      <p className={styles.where} lang={lang}>
        {path.map((entry, index) => (
          <span key={entry.id} data-last={index === path.length - 1 || undefined}>
            {localized(entry.title, lang, manifest.languages)}
          </span>
        ))}
      </p>
      <div className={styles.group}>
        <LanguageSwitch
          languages={manifest.languages}
          lang={lang}
          onChoose={(next) => void reader.switchLanguage(next)}
        />
        <IconButton icon={theme === 'dark' ? 'light' : 'dark'} {...button(commands['theme.toggle'])} />
        <span className={styles.shortcuts}>
          <IconButton icon="keyboard" {...button(commands['shortcuts.show'])} />
        </span>
        <IconButton icon="settings" label={messages.settings.title} popoverTarget="settings" />
        <SettingsMenu id="settings" settings={settings} onChange={changeSettings} />
      </div>
    </header>
  );
}
