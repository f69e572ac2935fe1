/** Sentences about print, PDF and EPUB. Apart from the others: they are loaded with their dialog. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { Told } from '../state/notices.ts';
import type { PaperMarks, PaperScope, PaperSize, PaperText } from '../../core/paper/choice.ts';

export interface PaperMessages {
  readonly title: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<PaperScope, string>>;
  readonly chapters: string;
  readonly all: string;
  readonly none: string;
  /** How many chapters are chosen. */
  readonly chosen: (count: number, of: number) => string;
  readonly text: string;
  /** The ways to show both languages; one language goes by its name. */
  readonly both: Readonly<Record<Exclude<PaperText, 'shown' | 'other'>, string>>;
  readonly marks: string;
  readonly markChoices: Readonly<Record<PaperMarks, string>>;
  readonly size: string;
  readonly sizes: Readonly<Record<PaperSize, string>>;
  readonly points: string;
  readonly pointsShown: (points: number) => string;
  readonly smaller: string;
  readonly larger: string;
  readonly contents: string;
  readonly on: string;
  readonly off: string;
  readonly print: string;
  readonly pdf: string;
  readonly epub: string;
  /** What the EPUB takes of the choices above. */
  readonly epubHint: string;
  readonly preparing: (done: number, of: number) => string;
  readonly layingOut: string;
  readonly writing: string;
  readonly stop: string;
  /** A browser's own print window makes the PDF. */
  readonly browserPdf: string;
  readonly goOn: string;
  /** While the document is laid out and printed or written, which nothing can tell the progress of. */
  readonly placed: Told;
  readonly saved: (name: string) => Told;
  readonly nothingChosen: string;
}

const zh: PaperMessages = {
  title: '打印与导出',
  scope: '范围',
  scopes: { chapter: '本章', chapters: '选择章节', book: '全书' },
  chapters: '要打印的章节',
  all: '全选',
  none: '全不选',
  chosen: (count, of) => `已选${count}章，共${of}章`,
  text: '文字',
  both: { side: '双语并排', stacked: '双语上下' },
  marks: '标记',
  markChoices: { none: '只要正文', highlights: '带标注', notes: '带标注和笔记' },
  size: '纸张',
  sizes: { a4: 'A4', letter: 'Letter' },
  points: '字号',
  pointsShown: (points) => `${points}磅`,
  smaller: '小一号',
  larger: '大一号',
  contents: '目录页',
  on: '有',
  off: '无',
  print: '打印…',
  pdf: '存为PDF…',
  epub: '导出EPUB…',
  epubHint: 'EPUB总是全书，文字和标记按上面所选。',
  preparing: (done, of) => `正在准备第${done}章，共${of}章`,
  layingOut: '正在排版…',
  writing: '正在写入文件…',
  stop: '停止',
  browserPdf: '接下来浏览器会打开它自己的打印窗口。请在那里把“目标打印机”选为“另存为PDF”。',
  goOn: '打开打印窗口',
  placed: {
    what: '正在排版…',
    wayOut: '整本书可能要一两分钟，其间窗口可能没有反应。请稍候。',
    stays: true,
  },
  saved: (name) => ({ what: `已保存：${name}` }),
  nothingChosen: '请至少选择一章。',
};

const en: PaperMessages = {
  title: 'Print and export',
  scope: 'What',
  scopes: { chapter: 'This chapter', chapters: 'Chosen', book: 'Whole book' },
  chapters: 'Chapters to print',
  all: 'All',
  none: 'None',
  chosen: (count, of) => `${count} of ${of} chapters`,
  text: 'Text',
  both: { side: 'Side by side', stacked: 'Stacked' },
  marks: 'With',
  markChoices: { none: 'Text only', highlights: 'Highlights', notes: 'Notes too' },
  size: 'Paper',
  sizes: { a4: 'A4', letter: 'Letter' },
  points: 'Text size',
  pointsShown: (points) => `${points} pt`,
  smaller: 'Smaller text',
  larger: 'Larger text',
  contents: 'Contents page',
  on: 'Yes',
  off: 'No',
  print: 'Print…',
  pdf: 'Save as PDF…',
  epub: 'Export as EPUB…',
  epubHint: 'An EPUB is always the whole book, with the text and marks chosen above.',
  preparing: (done, of) => `Preparing chapter ${done} of ${of}`,
  layingOut: 'Laying out the pages…',
  writing: 'Writing the file…',
  stop: 'Stop',
  browserPdf: 'Your browser opens its own print window next. Choose “Save as PDF” as the destination there.',
  goOn: 'Open the print window',
  placed: {
    what: 'Laying out the pages…',
    wayOut: 'A whole book can take a minute or two, in which this window may not answer. Please wait.',
    stays: true,
  },
  saved: (name) => ({ what: `Saved: ${name}` }),
  nothingChosen: 'Choose at least one chapter.',
};

export function paperMessagesFor(language: UiLanguage): PaperMessages {
  return language === 'zh' ? zh : en;
}
