/** Sentences about bookmarks, highlights and notes. Apart from the others: they are loaded after the first text. */
import type { Response } from '../../core/contract/channels.ts';
import type { MarkHistory } from '../../core/contract/marks.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { ColorMeanings, MarkColor, MarkKind, MarkState } from '../../core/marks/mark.ts';
import type { ExportFormat } from '../../core/marks/exchange/formats.ts';
import type { ReadState } from '../../core/reading/section-read.ts';
import type { MarkOrder } from '../../core/marks/select.ts';

type StepKind = NonNullable<MarkHistory['undo']>['what'];

type ImportCounts = Response<'marks:import'>['counts'];

/** Of what there is some. */
function listed(comma: string, none: string, parts: readonly (readonly [count: number, words: string])[]): string {
  return parts.flatMap(([count, words]) => (count > 0 ? [words] : [])).join(comma) || none;
}

export interface MarkMessages {
  readonly kinds: Readonly<Record<MarkKind, string>>;
  readonly colors: Readonly<Record<MarkColor, string>>;
  readonly states: Readonly<Record<MarkState, string>>;
  readonly orders: Readonly<Record<MarkOrder, string>>;
  readonly wholeBook: string;
  /** Said aloud. */
  readonly bookmarked: (text: string) => string;
  readonly unbookmarked: string;
  readonly highlighted: (color: string) => string;
  readonly saved: string;
  readonly deleted: (count: number) => string;
  readonly undone: (what: StepKind, count: number) => string;
  readonly redone: (what: StepKind, count: number) => string;
  /** What the reader has said of a section or chapter. */
  readonly markedRead: (title: string, state: ReadState) => string;
  readonly none: string;
  readonly undo: string;
  /** The tools of a selection. */
  readonly selection: string;
  readonly highlight: (color: string) => string;
  readonly note: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyCited: string;
  readonly citation: (quote: string, place: string, link: string) => string;
  /** The note that is open. */
  readonly noteOn: string;
  readonly body: string;
  /** The two ways to see it, and what each is. */
  readonly noteMode: string;
  readonly write: string;
  readonly preview: string;
  readonly noteReads: string;
  readonly emptyNote: string;
  /** A name of the reader's own. */
  readonly label: string;
  readonly onSection: (title: string) => string;
  readonly tags: string;
  readonly color: string;
  readonly state: string;
  readonly noState: string;
  readonly done: string;
  readonly remove: string;
  /** What is being written is on disk. */
  readonly kept: string;
  /** It was changed or deleted elsewhere while it was being written here. */
  readonly conflict: {
    readonly changed: string;
    readonly deleted: string;
    /** In place of their text, where they took it away. */
    readonly emptied: string;
    readonly mine: string;
    readonly theirs: string;
    readonly both: string;
    readonly restore: string;
    readonly letGo: string;
  };
  readonly draftFound: (count: number) => string;
  readonly goOn: string;
  readonly drop: string;
  /** Signs beside the text. */
  readonly sign: (kind: string, text: string) => string;
  readonly otherLanguage: (kind: string) => string;
  readonly bookmarkHere: (title: string) => string;
  readonly menuHere: (title: string) => string;
  /** What colours mean to the reader. */
  readonly meanings: string;
  readonly meaningOf: (color: string) => string;
  readonly meaningsAbout: string;
  /** The list of all marks. */
  readonly title: string;
  readonly search: string;
  readonly filterKind: string;
  readonly filterTag: string;
  readonly all: string;
  readonly order: string;
  readonly shown: (count: number, of: number) => string;
  readonly empty: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly select: (text: string) => string;
  readonly selected: (count: number) => string;
  readonly selectAll: string;
  readonly addTag: string;
  readonly needsPlace: string;
  readonly putHere: (place: string) => string;
  readonly madeOn: (date: string) => string;
  readonly exportAs: string;
  readonly formats: Readonly<Record<ExportFormat, string>>;
  readonly exported: (name: string) => string;
  readonly importFile: string;
  readonly importing: string;
  readonly wouldTake: (counts: ImportCounts, passedOver: number, notFound: number | null) => string;
  readonly otherBook: (bookId: string) => string;
  readonly take: string;
  readonly cancel: string;
  readonly taken: (count: number) => string;
}

const zh: MarkMessages = {
  kinds: { bookmark: '书签', highlight: '标注', note: '笔记' },
  colors: { yellow: '黄色', green: '绿色', blue: '蓝色', pink: '粉色', orange: '橙色', purple: '紫色' },
  states: { open: '未定', verify: '待核实', done: '已处理' },
  orders: { book: '书中顺序', newest: '新的在前', changed: '最近改动' },
  wholeBook: '全书',
  bookmarked: (text) => `已加书签：${text}`,
  unbookmarked: '书签已移除',
  highlighted: (color) => `已标注：${color}`,
  saved: '笔记已保存',
  deleted: (count) => `已删除${count}条`,
  markedRead: (title, state) => `“${title}”${state === 'done' ? '已标为已读' : '已标为未读'}`,
  undone: (what, count) => (what === 'read' ? `已撤销：${count}节的已读标记` : `已撤销：${steps.zh[what]}${count}条`),
  redone: (what, count) => (what === 'read' ? `已重做：${count}节的已读标记` : `已重做：${steps.zh[what]}${count}条`),
  none: '没有更多标记',
  undo: '撤销',
  selection: '选中的文字',
  highlight: (color) => `标注：${color}`,
  note: '写笔记',
  copy: '复制',
  copied: '已复制',
  copyCited: '复制并注明出处',
  citation: (quote, place, link) => `“${quote}”\n——${place}\n${link}`,
  noteOn: '笔记',
  body: '笔记（Markdown）',
  noteMode: '写还是看（Ctrl/⌘+Shift+P）',
  write: '编写',
  preview: '预览',
  noteReads: '笔记正文，按回车键修改',
  emptyNote: '还没有写什么。',
  label: '名称（不填则用书中文字）',
  onSection: (title) => `整节：${title}`,
  tags: '标签（用逗号分开）',
  color: '颜色',
  state: '状态',
  noState: '无',
  done: '完成',
  remove: '删除',
  kept: '已存在本机',
  conflict: {
    changed: '写的时候，这条笔记在别处也改了。两份都在，由您决定。别处写的是：',
    deleted: '写的时候，这条笔记在别处删除了。这里写的还在。',
    emptied: '（清空了）',
    mine: '用这里的',
    theirs: '用别处的',
    both: '两份都留',
    restore: '恢复笔记',
    letGo: '一起丢弃',
  },
  draftFound: (count) => `有${count}条没写完的笔记。`,
  goOn: '接着写',
  drop: '丢弃',
  sign: (kind, text) => `${kind}：${text}`,
  otherLanguage: (kind) => `${kind}，写在另一种语言的文字上`,
  bookmarkHere: (title) => `给“${title}”加书签`,
  menuHere: (title) => `“${title}”的菜单`,
  meanings: '颜色的含义',
  meaningOf: (color) => `${color}的含义`,
  meaningsAbout: '写上含义，各处就用它代替颜色名，导出时也带上；留空则用颜色名。',
  title: '书签与笔记',
  search: '搜索标记',
  filterKind: '种类',
  filterTag: '标签',
  all: '全部',
  order: '排序',
  shown: (count, of) => (count === of ? `共${of}条` : `${of}条中的${count}条`),
  empty: '还没有标记。选中文字可以标注；按Ctrl/\u2060⌘+D给正在读的一段加书签；按N写笔记。',
  nothing: '没有符合条件的标记。',
  more: (count) => `再显示${count}条`,
  select: (text) => `选择：${text}`,
  selected: (count) => `已选${count}条`,
  selectAll: '全选',
  addTag: '添加标签',
  needsPlace: '这段文字在书里没有找到。原文：',
  putHere: (place) => `放到${place}`,
  madeOn: (date) => date,
  exportAs: '导出',
  formats: {
    annotation: '全部内容（.annotation，可再导入）',
    markdown: 'Markdown（.md）',
    html: '网页（.html，可再导入）',
    csv: '表格（.csv，可再导入）',
  },
  exported: (name) => `已导出：${name}`,
  importFile: '导入…',
  importing: '导入书签与笔记',
  wouldTake: (counts, passedOver, notFound) =>
    `文件里：${listed('，', '没有标记', [
      [counts.new, `新的${counts.new}条`],
      [counts.newer, `比这里新的${counts.newer}条`],
      [counts.same, `相同的${counts.same}条`],
      [counts.older, `比这里旧的${counts.older}条`],
      [counts.erased, `已彻底删除的${counts.erased}条`],
      [passedOver, `有错而略过的${passedOver}条`],
    ])}。将收下新的和较新的，可以撤销。${notFound ? `其中${notFound}条在这本书里找不到位置：会连同原文一起留下，等您安放。` : ''}`,
  otherBook: (bookId) => `它们属于另一本书：${bookId}。`,
  take: '收下',
  cancel: '取消',
  taken: (count) => `已导入${count}条`,
};

const en: MarkMessages = {
  kinds: { bookmark: 'Bookmark', highlight: 'Highlight', note: 'Note' },
  colors: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink', orange: 'Orange', purple: 'Purple' },
  states: { open: 'Open', verify: 'To verify', done: 'Done' },
  orders: { book: 'In the book’s order', newest: 'Newest first', changed: 'Last changed' },
  wholeBook: 'The whole book',
  bookmarked: (text) => `Bookmarked: ${text}`,
  unbookmarked: 'Bookmark removed',
  highlighted: (color) => `Highlighted: ${color}`,
  saved: 'Note saved',
  deleted: (count) => (count === 1 ? 'Deleted' : `${count} deleted`),
  markedRead: (title, state) => `“${title}” marked as ${state === 'done' ? 'read' : 'unread'}`,
  undone: (what, count) => `Undone: ${what === 'read' ? readSections(count) : `${steps.en[what]} ${count}`}`,
  redone: (what, count) => `Done again: ${what === 'read' ? readSections(count) : `${steps.en[what]} ${count}`}`,
  none: 'No more marks',
  undo: 'Undo',
  selection: 'Selected text',
  highlight: (color) => `Highlight: ${color}`,
  note: 'Write a note',
  copy: 'Copy',
  copied: 'Copied',
  copyCited: 'Copy with source',
  citation: (quote, place, link) => `“${quote}”\n— ${place}\n${link}`,
  noteOn: 'Note',
  body: 'Note (Markdown)',
  noteMode: 'Write or read (Ctrl/⌘+Shift+P)',
  write: 'Write',
  preview: 'Preview',
  noteReads: 'The note; press Enter to change it',
  emptyNote: 'Nothing written yet.',
  label: 'Name (else the words of the book)',
  onSection: (title) => `The whole section: ${title}`,
  tags: 'Tags (with commas between)',
  color: 'Colour',
  state: 'State',
  noState: 'None',
  done: 'Done',
  remove: 'Delete',
  kept: 'Kept on this machine',
  conflict: {
    changed:
      'While you were writing, this note was changed elsewhere. Both versions are here, and you decide. The other says:',
    deleted: 'While you were writing, this note was deleted elsewhere. What you wrote is still here.',
    emptied: '(nothing any more)',
    mine: 'Keep mine',
    theirs: 'Take the other',
    both: 'Keep both',
    restore: 'Restore the note',
    letGo: 'Let both go',
  },
  draftFound: (count) => (count === 1 ? 'There is an unfinished note.' : `There are ${count} unfinished notes.`),
  goOn: 'Go on writing',
  drop: 'Discard',
  sign: (kind, text) => `${kind}: ${text}`,
  otherLanguage: (kind) => `${kind}, made on the text in the other language`,
  bookmarkHere: (title) => `Bookmark “${title}”`,
  menuHere: (title) => `Menu of “${title}”`,
  meanings: 'What the colours mean',
  meaningOf: (color) => `What ${color} means`,
  meaningsAbout:
    'A meaning stands in place of the colour’s name everywhere, and in exports. Leave it empty for the name.',
  title: 'Bookmarks and notes',
  search: 'Search marks',
  filterKind: 'Kind',
  filterTag: 'Tag',
  all: 'All',
  order: 'Order',
  shown: (count, of) => (count === of ? `${of} in all` : `${count} of ${of}`),
  empty:
    'No marks yet. Select text to highlight it; press Ctrl/\u2060⌘+D to bookmark what you are reading; press N to write a note.',
  nothing: 'No mark fits.',
  more: (count) => `Show ${count} more`,
  select: (text) => `Select: ${text}`,
  selected: (count) => `${count} selected`,
  selectAll: 'Select all',
  addTag: 'Add tag',
  needsPlace: 'This passage was not found in the book. It said:',
  putHere: (place) => `Put it at ${place}`,
  madeOn: (date) => date,
  exportAs: 'Export',
  formats: {
    annotation: 'Everything (.annotation, can be imported)',
    markdown: 'Markdown (.md)',
    html: 'Web page (.html, can be imported)',
    csv: 'Table (.csv, can be imported)',
  },
  exported: (name) => `Exported: ${name}`,
  importFile: 'Import…',
  importing: 'Import bookmarks and notes',
  wouldTake: (counts, passedOver, notFound) =>
    `In the file: ${listed(', ', 'no marks', [
      [counts.new, `${counts.new} new`],
      [counts.newer, `${counts.newer} newer than here`],
      [counts.same, `${counts.same} the same`],
      [counts.older, `${counts.older} older than here`],
      [counts.erased, `${counts.erased} erased here`],
      [passedOver, `${passedOver} passed over because something is wrong with them`],
    ])}. New and newer ones will be taken; that can be undone.${notFound ? ` The place of ${notFound} of them is not in this book: they are kept with their words, for you to put.` : ''}`,
  otherBook: (bookId) => `They belong to another book, ${bookId}.`,
  take: 'Take them',
  cancel: 'Cancel',
  taken: (count) => (count === 1 ? '1 mark imported' : `${count} marks imported`),
};

function readSections(count: number): string {
  return `read or unread, ${count === 1 ? '1 section' : `${count} sections`}`;
}

const steps: Readonly<Record<UiLanguage, Readonly<Record<Exclude<StepKind, 'read'>, string>>>> = {
  zh: { add: '添加', edit: '修改', delete: '删除', restore: '恢复', import: '导入' },
  en: { add: 'added', edit: 'changed', delete: 'deleted', restore: 'restored', import: 'imported' },
};

/** With `meanings` colours go by what the reader takes them to mean. */
export function markMessagesFor(language: UiLanguage, meanings: ColorMeanings = {}): MarkMessages {
  const words = language === 'zh' ? zh : en;
  return { ...words, colors: { ...words.colors, ...meanings } };
}
