/** Sentences of search, find bar and palette. Apart from the others: they are loaded after the first text. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { MarkKind } from '../../core/marks/mark.ts';
import type { SearchScope } from '../state/finding.ts';
import { beginning } from './beginning.ts';

export interface SearchMessages {
  /** The bar that goes from place to place. */
  readonly finding: {
    readonly title: string;
    readonly field: string;
    readonly next: string;
    readonly previous: string;
    /** Takes the bar away; Escape in it goes back to where the reader was. */
    readonly stay: string;
    /** `current` is from 0, and undefined before the first; `here` is how many stand in the open chapter. */
    readonly count: (current: number | undefined, total: number, here: number) => string;
    /** Behind the count, where the text has it in the other script of Chinese alone. */
    readonly otherScript: string;
    /** Said aloud at each place, with the text of its block. */
    readonly at: (at: number, count: number, text: string) => string;
  };
  /** The panel that searches the whole book. */
  readonly search: {
    readonly title: string;
    readonly placeholder: string;
    readonly hint: string;
    readonly where: string;
    readonly scopes: Readonly<Record<SearchScope, string>>;
    readonly parts: string;
    /** Unfold all parts, and fold them again. */
    readonly allParts: (count: number) => string;
    readonly fewerParts: string;
    readonly results: string;
    /** `others` are sections that hold a part of it, or another name for it. */
    readonly found: (exact: number, others: number) => string;
    readonly near: (count: number) => string;
    readonly otherName: (count: number) => string;
    readonly nothing: string;
    readonly corrected: (typed: string, used: string) => string;
    readonly lacks: (words: readonly string[]) => string;
    readonly via: (name: string) => string;
    /** So many sections have it in the other script of Chinese alone; and what is said at each of them. */
    readonly inOtherScript: (count: number, others: number) => string;
    readonly otherScript: string;
    /** What the reader wrote and marked, as a group of its own. */
    readonly notes: string;
    readonly noteKinds: Readonly<Record<MarkKind, string>>;
    readonly wholeBook: string;
    /** So many marks hold all that was typed; where they are all that was asked for, and beside the book. */
    readonly notesFound: (count: number) => string;
    readonly notesToo: (ofBook: string, count: number) => string;
    readonly noNotes: string;
    readonly allNotes: (count: number) => string;
    readonly forget: string;
  };
  readonly palette: {
    readonly title: string;
    readonly placeholder: string;
    readonly recent: string;
    readonly results: string;
    readonly hint: string;
    readonly found: (count: number) => string;
    readonly nothing: (query: string) => string;
    readonly kinds: Readonly<Record<'chapter' | 'heading' | 'term' | 'figure' | 'command' | 'text' | MarkKind, string>>;
    /** The row that leads to the search panel: so many sections hold what was typed. */
    readonly allText: (query: string, count: number) => string;
  };
}

/** The words of the panel alone. */
export type PanelMessages = SearchMessages['search'];

const zhMarkKinds = { bookmark: '书签', highlight: '标注', note: '笔记' };
const enMarkKinds = { bookmark: 'Bookmark', highlight: 'Highlight', note: 'Note' };

const zh: SearchMessages = {
  finding: {
    title: '在正文中查找',
    field: '在正文中查找',
    next: '下一处',
    previous: '上一处',
    stay: '关闭，留在这里',
    count: (current, total, here) => {
      if (total === 0) return '没有找到';
      return current === undefined ? `本章${here}处，共${total}处` : `第${current + 1}处，共${total}处`;
    },
    otherScript: '（简繁对应）',
    at: (at, count, text) => `第${at}处，共${count}处：${beginning(text)}`,
  },
  search: {
    title: '搜索全书',
    placeholder: '词语、“短语”、-排除',
    hint: '各个词都要出现；“…”表示连在一起，-词表示不含。也可以直接提问。',
    where: '搜索范围',
    scopes: { all: '全部', title: '标题', code: '代码', notes: '笔记' },
    parts: '书的各部分',
    allParts: (count) => `全部${count}个部分`,
    fewerParts: '收起',
    results: '结果',
    found: (exact, others) => `${exact}节${others === 0 ? '' : `；另有${others}节相近`}`,
    near: (count) => `没有一节包含全部词语；相近的有${count}节。`,
    otherName: (count) => `没有这个写法；${count}节用了别的名称。`,
    nothing: '没有找到。',
    corrected: (typed, used) => `书中没有“${typed}”，以下是“${used}”的结果。`,
    lacks: (words) => `不含：${words.join('、')}`,
    via: (name) => `名称：${name}`,
    inOtherScript: (count, others) =>
      `书中没有这种字形；按简繁对应找到${count}节${others === 0 ? '' : `，另有${others}节相近`}。`,
    otherScript: '简繁对应',
    notes: '我的笔记与标注',
    noteKinds: zhMarkKinds,
    wholeBook: '全书',
    notesFound: (count) => `${count}条`,
    notesToo: (ofBook, count) => `${ofBook}${ofBook.endsWith('。') ? '' : '；'}笔记与标注${count}条`,
    noNotes: '笔记与标注里没有找到。',
    allNotes: (count) => `全部${count}条笔记与标注`,
    forget: '清除搜索记录',
  },
  palette: {
    title: '转到章节、标题或命令',
    placeholder: '章节、标题、图、命令，或拼音',
    recent: '最近到过',
    results: '结果',
    hint: '输入章节、标题、图或命令的名称，中英文皆可；正文和笔记里的词也找得到。拼音也行，全拼或首字母：jimi 和 jmjs 都找到“机密计算”。',
    found: (count) => `${count}项结果`,
    nothing: (query) => `没有名称与“${query}”相符的章节、标题或命令。`,
    kinds: { chapter: '章', heading: '节', term: '术语', figure: '图', command: '命令', text: '正文', ...zhMarkKinds },
    allText: (query, count) => `正文中的“${query}”：${count}节`,
  },
};

const en: SearchMessages = {
  finding: {
    title: 'Find in the text',
    field: 'Find in the text',
    next: 'Next place',
    previous: 'Previous place',
    stay: 'Close, and stay here',
    count: (current, total, here) => {
      if (total === 0) return 'Not found';
      return current === undefined ? `${here} here, ${total} in all` : `${current + 1} of ${total}`;
    },
    otherScript: ' (other script)',
    at: (at, count, text) => `${at} of ${count}: ${beginning(text)}`,
  },
  search: {
    title: 'Search the book',
    placeholder: 'Words, “a phrase”, -without',
    hint: 'All words have to occur. “…” keeps words together, -word leaves a word out. Whole questions work too.',
    where: 'Where to look',
    scopes: { all: 'Everywhere', title: 'Headings', code: 'Code', notes: 'Notes' },
    parts: 'Parts of the book',
    allParts: (count) => `All ${count} parts`,
    fewerParts: 'Fewer',
    results: 'Results',
    found: (exact, others) =>
      `${exact === 1 ? '1 section' : `${exact} sections`}${others === 0 ? '' : `; ${others} more come near`}`,
    near: (count) => `No section has all of it. ${count === 1 ? 'One comes' : `${count} come`} near.`,
    otherName: (count) =>
      `Not found under this name; ${count === 1 ? '1 section has' : `${count} sections have`} another name for it.`,
    nothing: 'Nothing found.',
    corrected: (typed, used) => `“${typed}” is not in the book; “${used}” is shown.`,
    lacks: (words) => `without: ${words.join(', ')}`,
    via: (name) => `found as: ${name}`,
    inOtherScript: (count, others) =>
      `Not written in these characters; ${count === 1 ? '1 section has' : `${count} sections have`} it in the other Chinese script${others === 0 ? '' : `, ${others} more come near`}.`,
    otherScript: 'in the other script',
    notes: 'My notes and highlights',
    noteKinds: enMarkKinds,
    wholeBook: 'The whole book',
    notesFound: (count) => (count === 1 ? '1 note or highlight' : `${count} notes and highlights`),
    notesToo: (ofBook, count) =>
      `${ofBook}${ofBook.endsWith('.') ? '' : ';'} ${count === 1 ? '1 note or highlight' : `${count} notes and highlights`}`,
    noNotes: 'Not found in notes and highlights.',
    allNotes: (count) => `All ${count} notes and highlights`,
    forget: 'Forget earlier searches',
  },
  palette: {
    title: 'Go to a chapter, heading or command',
    placeholder: 'Chapter, heading, figure or command',
    recent: 'Recent places',
    results: 'Results',
    hint: 'Type part of the name of a chapter, heading, figure or command, in either language, or words of the text and of your notes. Pinyin works too, in full or by first letters: jimi and jmjs find 机密计算.',
    found: (count) => (count === 1 ? '1 result' : `${count} results`),
    nothing: (query) => `No chapter, heading or command has a name like “${query}”.`,
    kinds: {
      chapter: 'Chapter',
      heading: 'Heading',
      term: 'Term',
      figure: 'Figure',
      command: 'Command',
      text: 'Text',
      ...enMarkKinds,
    },
    allText: (query, count) => `“${query}” in the text: ${count === 1 ? '1 section' : `${count} sections`}`,
  },
};

export function searchMessagesFor(language: UiLanguage): SearchMessages {
  return language === 'zh' ? zh : en;
}
