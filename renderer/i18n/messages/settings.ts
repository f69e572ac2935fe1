/** What is said of settings that change without their panel (renderer/i18n/settings.ts has the words of the panel). */
import type { Theme } from '../../../core/contract/theme.ts';

export interface SettingsMessages {
  readonly settings: {
    readonly themes: Readonly<Record<Theme | 'system', string>>;
    /** Said aloud after a change. */
    readonly themeShown: (theme: Theme) => string;
    readonly textSizeShown: (percent: number) => string;
  };
}
