/** Sentences of the list of marks and of the bin. Apart from the others: they are loaded with the list. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { DaySpan } from '../../core/marks/days.ts';

export interface MarkListMessages {
  readonly tabs: Readonly<Record<'marks' | 'bin', string>>;
  readonly showing: string;
  /** Facets. */
  readonly filter: string;
  readonly filtersOn: (count: number) => string;
  readonly clearFilter: string;
  readonly chapter: string;
  readonly language: string;
  readonly date: string;
  readonly spans: Readonly<Record<'any' | DaySpan | 'range', string>>;
  readonly from: string;
  readonly to: string;
  readonly allOf: (count: number) => string;
  readonly fewer: string;
  readonly holding: (name: string, count: number) => string;
  /** What is done with those that are selected. */
  readonly selection: string;
  readonly setState: string;
  readonly removeTag: string;
  readonly clearSelection: string;
  /** One mark. */
  readonly rename: string;
  readonly name: string;
  readonly openNote: string;
  readonly noteOnBook: string;
  readonly noteOnChapter: string;
  readonly notesFolder: string;
  /** The bin. */
  readonly binAbout: string;
  readonly binEmpty: string;
  readonly daysLeft: (days: number) => string;
  readonly restore: string;
  readonly restored: (count: number) => string;
  readonly erase: string;
  readonly eraseAll: string;
  readonly restoreAll: string;
  readonly eraseQuestion: (count: number) => string;
  readonly eraseWarning: string;
  readonly erased: (count: number) => string;
  readonly cancel: string;
  /** What is folded away in a small window: notes on the whole, ways out and in. */
  readonly more: string;
}

const zh: MarkListMessages = {
  tabs: { marks: '标记', bin: '回收站' },
  showing: '看什么',
  filter: '筛选',
  filtersOn: (count) => `筛选（${count}项）`,
  clearFilter: '清除筛选',
  chapter: '章节',
  language: '语言',
  date: '日期',
  spans: { any: '不限', today: '今天', week: '近7天', month: '近30天', range: '自选' },
  from: '从',
  to: '到',
  allOf: (count) => `全部${count}项`,
  fewer: '收起',
  holding: (name, count) => `${name}，${count}条`,
  selection: '选中的标记',
  setState: '改状态',
  removeTag: '去掉标签',
  clearSelection: '取消选择',
  rename: '改名',
  name: '名称',
  openNote: '打开笔记',
  noteOnBook: '写全书的笔记',
  noteOnChapter: '写本章的笔记',
  notesFolder: '笔记文件夹…',
  binAbout: '删除的标记在这里保留30天，到期后彻底删除。',
  binEmpty: '回收站是空的。',
  daysLeft: (days) => (days === 0 ? '下次启动时彻底删除' : `还保留${days}天`),
  restore: '恢复',
  restored: (count) => `已恢复${count}条`,
  erase: '彻底删除',
  eraseAll: '清空回收站',
  restoreAll: '全部恢复',
  eraseQuestion: (count) => `彻底删除${count}条标记？`,
  eraseWarning: '删除后无法恢复，也不能撤销；从旧文件导入时也不会再回来。',
  erased: (count) => `已彻底删除${count}条`,
  cancel: '取消',
  more: '全书笔记、导出与导入',
};

const en: MarkListMessages = {
  tabs: { marks: 'Marks', bin: 'Bin' },
  showing: 'What is shown',
  filter: 'Filter',
  filtersOn: (count) => `Filter (${count})`,
  clearFilter: 'Clear the filter',
  chapter: 'Chapter',
  language: 'Language',
  date: 'Date',
  spans: { any: 'Any', today: 'Today', week: 'Last 7 days', month: 'Last 30 days', range: 'From … to …' },
  from: 'From',
  to: 'To',
  allOf: (count) => `All ${count}`,
  fewer: 'Fewer',
  holding: (name, count) => `${name}, ${count}`,
  selection: 'Selected marks',
  setState: 'Set state',
  removeTag: 'Remove tag',
  clearSelection: 'Clear the selection',
  rename: 'Rename',
  name: 'Name',
  openNote: 'Open note',
  noteOnBook: 'Note on the whole book',
  noteOnChapter: 'Note on this chapter',
  notesFolder: 'Folder of notes…',
  binAbout: 'What you delete stays here for 30 days and is then erased.',
  binEmpty: 'The bin is empty.',
  daysLeft: (days) => {
    if (days === 0) return 'Erased at the next start';
    return days === 1 ? '1 day left' : `${days} days left`;
  },
  restore: 'Restore',
  restored: (count) => (count === 1 ? 'Restored' : `${count} restored`),
  erase: 'Erase',
  eraseAll: 'Empty the bin',
  restoreAll: 'Restore all',
  eraseQuestion: (count) => (count === 1 ? 'Erase this mark for good?' : `Erase ${count} marks for good?`),
  eraseWarning: 'What is erased cannot be brought back: not by undo, and not by importing an old file.',
  erased: (count) => (count === 1 ? 'Erased' : `${count} erased`),
  cancel: 'Cancel',
  more: 'Notes on the book, export and import',
};

export function markListMessagesFor(language: UiLanguage): MarkListMessages {
  return language === 'zh' ? zh : en;
}
