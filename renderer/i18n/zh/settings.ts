import type { SettingsMessages } from '../messages/settings.ts';

const themeNames: SettingsMessages['settings']['themes'] = {
  system: '跟随系统',
  light: '浅色',
  sepia: '米黄',
  dark: '深色',
  'contrast-light': '高对比浅色',
  'contrast-dark': '高对比深色',
};

export const settings: SettingsMessages = {
  settings: {
    themes: themeNames,
    themeShown: (theme) => `主题：${themeNames[theme]}`,
    textSizeShown: (percent) => `字号：${percent}%`,
  },
};
