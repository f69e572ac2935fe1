/** Sentences of the panel of settings, loaded with it. */
import type { Settings } from '../../core/contract/settings.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';

type Choices<K extends keyof Settings> = Readonly<Record<Extract<Settings[K], string>, string>>;

export interface SettingsPanelMessages {
  readonly title: string;
  readonly uiLanguage: string;
  readonly theme: string;
  readonly textSize: string;
  readonly lineSpacing: string;
  readonly measure: string;
  readonly measures: Choices<'measure'>;
  readonly bilingual: string;
  readonly bilinguals: Choices<'bilingual'>;
  readonly alignment: string;
  readonly alignments: Choices<'alignment'>;
  readonly hanFont: string;
  readonly latinFont: string;
  readonly hanFonts: Choices<'hanFont'>;
  readonly latinFonts: Choices<'latinFont'>;
  readonly codeFont: string;
  readonly codeFonts: Choices<'codeFont'>;
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
}

const zh: SettingsPanelMessages = {
  title: '设置',
  uiLanguage: '界面语言',
  theme: '主题',
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
  codeFont: '代码字体',
  codeFonts: { bundled: 'JetBrains Mono', system: '系统' },
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
};

const en: SettingsPanelMessages = {
  title: 'Settings',
  uiLanguage: 'Interface language',
  theme: 'Theme',
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
  codeFont: 'Code font',
  codeFonts: { bundled: 'JetBrains Mono', system: 'System' },
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
};

export function settingsMessagesFor(language: UiLanguage): SettingsPanelMessages {
  return language === 'zh' ? zh : en;
}
