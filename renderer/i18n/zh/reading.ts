import type { BlockKind } from '../../../core/book/model.ts';
import { beginning } from '../beginning.ts';
import type { ReadingMessages } from '../messages/reading.ts';

const kinds: Readonly<Record<BlockKind, string>> = {
  heading: '标题',
  paragraph: '正文',
  list: '列表',
  code: '代码',
  figure: '图',
  table: '表格',
  callout: '提示框',
  quote: '引文',
  rule: '分隔线',
};

export const reading: ReadingMessages = {
  contents: {
    title: '目录',
    unfold: (title) => `展开“${title}”`,
    fold: (title) => `收起“${title}”`,
    marks: (count) => `${count}条标记`,
    states: { started: '读过一部分', done: '已读' },
    menu: (title) => `“${title}”的菜单`,
  },
  reading: {
    chapterOpened: (title) => `已打开：${title}`,
    previous: '上一章',
    next: '下一章',
    neighbours: '前后章节',
    whereYouAre: '当前位置',
    backTo: (title) => `回到刚才的位置：${title}`,
    textLanguage: '正文语言',
    readIn: (language) => `用${language}阅读`,
    languageShown: (language) => `正文已切换为${language}`,
    onlyIn: (language) => `本章只有${language}版本。`,
    bothLanguages: '两种语言对照',
    textAlone: { on: '只显示正文，按Esc返回', off: '已返回' },
    bilingualShown: { side: '两种语言并排显示', stacked: '译文显示在每段下方' },
    lacking: (language) => `此处没有${language}版本`,
    cannotTranslate: (language) => `${language}版本读不出来。`,
    cannotOpen: (chapter) => `“${chapter}”打不开`,
  },
  progress: {
    title: '阅读进度',
    read: (percent) => `本章${percent}%`,
    left: (minutes) => `还需约${minutes}分钟`,
    chapter: (number, count) => `全书${count}章中的第${number}章`,
    book: (percent) => `全书已读${percent}%`,
    bookLeft: (minutes) => (minutes < 60 ? `还需约${minutes}分钟` : `还需约${Math.round(minutes / 60)}小时`),
    comma: '，',
  },
  cursor: {
    at: (at, count, kind, text) => `第${at}段，共${count}段，${kinds[kind]}：${beginning(text)}`,
    menu: '这一段',
    linkCopied: '链接已复制',
    textCopied: '文字已复制',
  },
};
