/** Words that stand in a printed or exported book itself. They are in the language of its text, not of the interface. */

export interface PaperWords {
  readonly contents: string;
  readonly edition: (edition: string) => string;
  readonly license: (license: string) => string;
  /** How many of a book's chapters are there, where it is not all. */
  readonly part: (count: number, of: number) => string;
  /** The reader's own notes: behind a chapter, on the whole book, and those whose place is gone. */
  readonly notes: string;
  readonly notesOnBook: string;
  readonly notesLost: string;
  readonly states: Readonly<Record<'open' | 'verify' | 'done', string>>;
  /** From a note back into the text. */
  readonly back: string;
  /** The book begins here; in the landmarks of an EPUB. */
  readonly start: string;
  /** What an EPUB of ours does for those who do not see it. */
  readonly accessibility: string;
}

const zh: PaperWords = {
  contents: '目录',
  edition: (edition) => `版本 ${edition}`,
  license: (license) => `许可证 ${license}`,
  part: (count, of) => `全书${of}章中的${count}章`,
  notes: '我的笔记',
  notesOnBook: '关于全书的笔记',
  notesLost: '没有找到位置的笔记',
  states: { open: '未定', verify: '待核实', done: '已处理' },
  back: '回到正文',
  start: '正文',
  accessibility: '正文可以重排，标题构成目录，图有文字说明，代码和表格都是文字。',
};

const en: PaperWords = {
  contents: 'Contents',
  edition: (edition) => `Edition ${edition}`,
  license: (license) => `Licence: ${license}`,
  part: (count, of) => (count === 1 ? `One of ${of} chapters` : `${count} of ${of} chapters`),
  notes: 'My notes',
  notesOnBook: 'Notes on the whole book',
  notesLost: 'Notes without a place',
  states: { open: 'Open', verify: 'To be checked', done: 'Done' },
  back: 'Back to the text',
  start: 'Text',
  accessibility:
    'The text reflows, headings form the contents, figures are described in words, and code and tables are text.',
};

/** By the language of the text; English for languages other than Chinese. */
export function paperWords(lang: string): PaperWords {
  return /^zh\b/.test(lang) ? zh : en;
}
