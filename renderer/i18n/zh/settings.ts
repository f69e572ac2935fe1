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
    title: '设置',
    uiLanguage: '界面语言',
    theme: '主题',
    themes: themeNames,
    textSize: '字号',
    lineSpacing: '行距',
    measure: '行宽',
    measures: { narrow: '窄', normal: '适中', wide: '宽' },
    bilingual: '双语对照',
    bilinguals: { off: '关', side: '并排', stacked: '上下' },
    alignment: '对齐',
    alignments: { language: '随语言', justified: '两端', ragged: '左侧' },
    hanFont: '中文字体',
    latinFont: '英文字体',
    hanFonts: { serif: '宋体', sans: '黑体', system: '系统' },
    latinFonts: { serif: '衬线', sans: '无衬线', system: '系统' },
    codeSize: '代码字号',
    wrapCode: '代码折行',
    showTerms: '标出术语',
    on: '开',
    off: '关',
    system: '跟随系统',
    less: (setting) => `${setting}：减小`,
    more: (setting) => `${setting}：增大`,
    reset: (setting) => `${setting}：还原`,
    shortcuts: '快捷键…',
    resetAll: '全部还原',
    themeShown: (theme) => `主题：${themeNames[theme]}`,
    textSizeShown: (percent) => `字号：${percent}%`,
  },
};
