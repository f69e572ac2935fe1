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
    themes: themeNames,
    themeShown: (theme) => `Theme: ${themeNames[theme]}`,
    textSizeShown: (percent) => `Text size: ${percent}%`,
  },
};
