/** Sentences of the settings. */
import type { Theme } from '../../../core/contract/theme.ts';

export interface SettingsMessages {
  readonly settings: {
    readonly title: string;
    readonly uiLanguage: string;
    readonly theme: string;
    readonly themes: Readonly<Record<Theme | 'system', string>>;
    readonly textSize: string;
    readonly lineSpacing: string;
    readonly measure: string;
    readonly measures: { readonly narrow: string; readonly normal: string; readonly wide: string };
    readonly bilingual: string;
    readonly bilinguals: { readonly off: string; readonly side: string; readonly stacked: string };
    readonly alignment: string;
    readonly alignments: { readonly language: string; readonly justified: string; readonly ragged: string };
    readonly hanFont: string;
    readonly latinFont: string;
    readonly hanFonts: { readonly serif: string; readonly sans: string; readonly system: string };
    readonly latinFonts: { readonly serif: string; readonly sans: string; readonly system: string };
    readonly codeSize: string;
    readonly wrapCode: string;
    readonly showTerms: string;
    readonly on: string;
    readonly off: string;
    readonly system: string;
    /** Names of the buttons beside a setting. */
    readonly less: (setting: string) => string;
    readonly more: (setting: string) => string;
    readonly reset: (setting: string) => string;
    readonly shortcuts: string;
    readonly resetAll: string;
    /** Said aloud after a change. */
    readonly themeShown: (theme: Theme) => string;
    readonly textSizeShown: (percent: number) => string;
  };
}
