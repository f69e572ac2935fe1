/** Sentences about the books on the shelf. Apart from the others: they are loaded when the shelf is first opened. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { ProblemCode, Severity } from '../../core/book/report.ts';
import { sentencesEn } from '../../core/book/sentences/en.ts';
import type { SentenceKey } from '../../core/book/sentences/say.ts';
import { sentencesZh } from '../../core/book/sentences/zh.ts';
import { systemReasonZh } from '../../core/words/system-reason.ts';
import { problemTitlesEn, problemTitlesZh } from './problems.ts';

export interface ShelfMessages {
  readonly title: string;
  readonly loading: string;
  readonly cannotList: string;
  readonly open: (title: string) => string;
  readonly here: string;
  readonly manual: string;
  readonly neverRead: string;
  readonly read: (percent: number) => string;
  readonly lastRead: (date: string) => string;
  readonly marks: (count: number) => string;
  readonly chapters: (count: number) => string;
  readonly from: (name: string) => string;
  readonly damaged: string;
  readonly changed: string;
  readonly gone: string;
  readonly add: string;
  readonly openFolder: string;
  readonly openZip: string;
  readonly hint: string;
  readonly working: (name: string | undefined) => string;
  readonly progress: (done: number, total: number) => string;
  readonly stop: string;
  readonly added: (title: string) => string;
  readonly updated: (title: string) => string;
  readonly refused: (name: string) => string;
  readonly tooLarge: (megabytes: number) => string;
  readonly notABook: string;
  readonly readNow: string;
  readonly update: string;
  readonly remove: string;
  readonly removeQuestion: (title: string, marks: number) => string;
  readonly removed: (title: string) => string;
  readonly cancel: string;
  readonly problems: (errors: number, warnings: number) => string;
  readonly noProblems: string;
  readonly reportTitle: (title: string) => string;
  readonly reportIntro: string;
  readonly more: (count: number) => string;
  readonly back: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly problemTitles: Readonly<Record<ProblemCode, string>>;
  /** What the compiler says, as templates for `inWords`. */
  readonly sentences: Readonly<Record<SentenceKey, string>>;
  /** What the system gives as a reason, in words. */
  readonly systemReason: (reason: string) => string;
  readonly place: (file: string, line: number | undefined) => string;
  readonly wholeBook: string;
}

const en: ShelfMessages = {
  title: 'Books',
  loading: 'Looking through the shelf…',
  cannotList: 'The shelf cannot be shown.',
  open: (title) => `Open “${title}”`,
  here: 'open now',
  manual: 'the manual',
  neverRead: 'not opened yet',
  read: (percent) => `${percent}% read`,
  lastRead: (date) => `last read ${date}`,
  marks: (count) => (count === 1 ? '1 mark' : `${count} marks`),
  chapters: (count) => (count === 1 ? '1 chapter' : `${count} chapters`),
  from: (name) => `from ${name}`,
  damaged: 'Its files have been changed; update it, or take it from the shelf and open it again.',
  changed: 'The source has changed since.',
  gone: 'The source is not there any more; the book stays readable.',
  add: 'Put a book on the shelf',
  openFolder: 'Open a folder…',
  openZip: 'Open a zip file…',
  hint: 'Books of GitBook, HonKit and mdBook, and of Recto’s own format. You can also drop a folder or a zip anywhere on the window.',
  working: (name) => (name === undefined ? 'Reading the book…' : `Reading “${name}”…`),
  progress: (done, total) => `${done} of ${total} chapters`,
  stop: 'Stop',
  added: (title) => `“${title}” is on the shelf.`,
  updated: (title) => `“${title}” is up to date.`,
  refused: (name) => `“${name}” cannot be read as a book.`,
  tooLarge: (megabytes) => `This is more than ${megabytes} MB, which is too much to hand over here.`,
  notABook: 'Please choose a folder or a zip file.',
  readNow: 'Read it',
  update: 'Update',
  remove: 'Remove',
  removeQuestion: (title, marks) =>
    marks === 0
      ? `Take “${title}” from the shelf? Your place in it is kept.`
      : `Take “${title}” from the shelf? Your ${marks === 1 ? 'mark' : `${marks} marks`} and your place in it are kept, and are there again when the book is.`,
  removed: (title) => `“${title}” is off the shelf.`,
  cancel: 'Cancel',
  problems: (errors, warnings) =>
    [
      errors > 0 ? (errors === 1 ? '1 mistake' : `${errors} mistakes`) : '',
      warnings > 0 ? (warnings === 1 ? '1 remark' : `${warnings} remarks`) : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  noProblems: 'Nothing is wrong with this book.',
  reportTitle: (title) => `About “${title}”`,
  reportIntro:
    'What was found while the book was read. Mistakes are things its author did not mean; everything readable is there all the same.',
  more: (count) => `and ${count} more`,
  back: 'Back to the shelf',
  severities: { error: 'Mistake', warning: 'Remark' },
  problemTitles: problemTitlesEn,
  sentences: sentencesEn,
  systemReason: (reason) => reason,
  place: (file, line) => (line === undefined ? file : `${file}, line ${line}`),
  wholeBook: 'The book as a whole',
};

const zh: ShelfMessages = {
  title: '书架',
  loading: '正在查看书架…',
  cannotList: '无法显示书架。',
  open: (title) => `打开《${title}》`,
  here: '正在读',
  manual: '使用手册',
  neverRead: '还没打开过',
  read: (percent) => `已读${percent}%`,
  lastRead: (date) => `上次阅读：${date}`,
  marks: (count) => `${count}条标记`,
  chapters: (count) => `${count}章`,
  from: (name) => `来源：${name}`,
  damaged: '书的文件被改动过。可以更新它，或者移除后重新打开。',
  changed: '源文件后来有改动。',
  gone: '源文件已经不在原处；书仍然可以读。',
  add: '添加一本书',
  openFolder: '打开文件夹…',
  openZip: '打开zip文件…',
  hint: '支持GitBook、HonKit、mdBook的书，以及Recto自己的格式。也可以把文件夹或zip拖到窗口里。',
  working: (name) => (name === undefined ? '正在读取这本书…' : `正在读取“${name}”…`),
  progress: (done, total) => `第${done}章，共${total}章`,
  stop: '停止',
  added: (title) => `《${title}》已放上书架。`,
  updated: (title) => `《${title}》已更新。`,
  refused: (name) => `“${name}”不是能读的书。`,
  tooLarge: (megabytes) => `内容超过${megabytes} MB，太大，无法从这里打开。`,
  notABook: '请选择文件夹或zip文件。',
  readNow: '开始读',
  update: '更新',
  remove: '移除',
  removeQuestion: (title, marks) =>
    marks === 0
      ? `要把《${title}》移出书架吗？阅读位置会保留。`
      : `要把《${title}》移出书架吗？${marks}条标记和阅读位置都会保留，书回来时它们也会回来。`,
  removed: (title) => `《${title}》已移出书架。`,
  cancel: '取消',
  problems: (errors, warnings) =>
    [errors > 0 ? `${errors}处错误` : '', warnings > 0 ? `${warnings}处提醒` : '']
      .filter((part) => part !== '')
      .join('，'),
  noProblems: '这本书没有问题。',
  reportTitle: (title) => `《${title}》的检查结果`,
  reportIntro: '读取这本书时发现的问题。“错误”是作者本意之外的地方；能读的内容都已保留。',
  more: (count) => `另有${count}处`,
  back: '回到书架',
  severities: { error: '错误', warning: '提醒' },
  problemTitles: problemTitlesZh,
  sentences: sentencesZh,
  systemReason: systemReasonZh,
  place: (file, line) => (line === undefined ? file : `${file}，第${line}行`),
  wholeBook: '整本书',
};

const dictionaries: Readonly<Record<UiLanguage, ShelfMessages>> = { zh, en };

export function shelfMessagesFor(language: UiLanguage): ShelfMessages {
  return dictionaries[language];
}
