import type { SettingsMessages } from '../messages/settings.ts';

const themeNames: SettingsMessages['settings']['themes'] = {
  system: 'System',
  light: 'Light',
  sepia: 'Sepia',
  dark: 'Dark',
  'contrast-light': 'High contrast, light',
  'contrast-dark': 'High contrast, dark',
};

export const settings: SettingsMessages = {
  settings: {
    title: 'Settings',
    uiLanguage: 'Interface language',
    theme: 'Theme',
    themes: themeNames,
    textSize: 'Text size',
    lineSpacing: 'Line height',
    measure: 'Line length',
    measures: { narrow: 'Short', normal: 'Normal', wide: 'Long' },
    bilingual: 'Bilingual',
    bilinguals: { off: 'Off', side: 'Beside', stacked: 'Below' },
    alignment: 'Alignment',
    alignments: { language: 'Usual', justified: 'Justified', ragged: 'Left' },
    hanFont: 'Chinese font',
    latinFont: 'English font',
    hanFonts: { serif: 'Serif', sans: 'Sans', system: 'System' },
    latinFonts: { serif: 'Serif', sans: 'Sans', system: 'System' },
    codeSize: 'Code size',
    wrapCode: 'Wrap code',
    showTerms: 'Mark terms',
    on: 'On',
    off: 'Off',
    system: 'System',
    less: (setting) => `${setting}: less`,
    more: (setting) => `${setting}: more`,
    reset: (setting) => `${setting}: reset`,
    shortcuts: 'Keyboard shortcuts…',
    resetAll: 'Reset all',
    themeShown: (theme) => `Theme: ${themeNames[theme]}`,
    textSizeShown: (percent) => `Text size: ${percent}%`,
  },
};
