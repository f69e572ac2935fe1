/** Sentences about the program itself, loaded with the panel that says them. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';

export interface AboutMessages {
  readonly title: string;
  readonly version: (version: string) => string;
  readonly what: string;
  readonly licence: string;
  readonly book: string;
  readonly edition: (edition: string) => string;
  readonly diagnosis: string;
  readonly diagnosisHint: string;
  readonly copy: string;
  readonly copied: string;
}

const zh: AboutMessages = {
  title: '关于Recto',
  version: (version) => `版本${version}`,
  what: '离线阅读技术书籍。不联网，不上传任何内容。',
  licence: 'Recto按Apache许可证2.0版发布。',
  book: '打开的书',
  edition: (edition) => `版次${edition}`,
  diagnosis: '诊断信息',
  diagnosisHint: '版本、大小、数量和最近的错误；不含正文、笔记、查询和文件夹的名称。报告问题时可以附上。',
  copy: '复制',
  copied: '诊断信息已复制',
};

const en: AboutMessages = {
  title: 'About Recto',
  version: (version) => `Version ${version}`,
  what: 'Reads technical books without a network. Nothing leaves this machine.',
  licence: 'Recto is released under the Apache License, version 2.0.',
  book: 'The open book',
  edition: (edition) => `Edition ${edition}`,
  diagnosis: 'Diagnosis',
  diagnosisHint:
    'Versions, sizes, counts and the latest errors; no text, no notes, no searches, no names of folders. Helpful in a report of a problem.',
  copy: 'Copy',
  copied: 'Diagnosis copied',
};

export function aboutMessagesFor(language: UiLanguage): AboutMessages {
  return language === 'zh' ? zh : en;
}
