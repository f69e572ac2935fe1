/** Sentences of the sheet of keys, which is loaded when it is opened. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { KeysProblem } from '../../core/keys/keys-file.ts';
import type { Holder } from '../../core/keys/reserved.ts';
import type { CommandArea } from '../app/commands/command.ts';

export interface KeysMessages {
  readonly title: string;
  readonly filter: string;
  readonly nothing: string;
  readonly areas: Readonly<Record<CommandArea, string>>;
  readonly none: string;
  readonly change: (command: string) => string;
  readonly done: string;
  /** Before a key. */
  readonly remove: string;
  readonly press: (command: string) => string;
  readonly pressHint: string;
  readonly reset: string;
  readonly resetAll: string;
  readonly exportFile: string;
  readonly importFile: string;
  /** What became of a key that was pressed. */
  readonly added: (key: string, command: string) => string;
  readonly removed: (key: string, command: string) => string;
  readonly wasReset: (command: string) => string;
  readonly allReset: string;
  readonly alreadyHere: (key: string) => string;
  readonly full: (limit: number) => string;
  readonly held: Readonly<Record<Holder, (key: string) => string>>;
  readonly unknownKey: string;
  /** A key that another command has. */
  readonly taken: (key: string, owner: string) => string;
  readonly giveTo: (command: string) => string;
  readonly leave: string;
  readonly exported: (file: string) => string;
  readonly imported: (count: number, unknown: readonly string[]) => string;
  readonly problem: (problem: KeysProblem) => string;
}

const zh: KeysMessages = {
  title: '快捷键',
  filter: '按名称或按键查找',
  nothing: '没有相符的命令。',
  areas: {
    moving: '在书中移动',
    reading: '显示与正文',
    blocks: '逐段光标',
    marks: '书签与笔记',
    search: '查找与搜索',
    program: '程序与窗口',
  },
  none: '未设',
  change: (command) => `更改按键：${command}`,
  done: '完成',
  remove: '移除',
  press: (command) => `按下给“${command}”的键`,
  pressHint: '按下新的键；Esc结束',
  reset: '还原',
  resetAll: '全部还原',
  exportFile: '导出…',
  importFile: '导入…',
  added: (key, command) => `${key}现在是“${command}”`,
  removed: (key, command) => `${key}不再是“${command}”`,
  wasReset: (command) => `“${command}”的按键已还原`,
  allReset: '所有按键已还原',
  alreadyHere: (key) => `这个命令已经有${key}了。`,
  full: (limit) => `每个命令最多${limit}组键，请先移除一组。`,
  held: {
    moving: (key) => `${key}用来滚动和操作页面上的控件，不能另作他用。`,
    editing: (key) => `${key}用于选择、复制和粘贴文字，不能另作他用。`,
    window: (key) => `${key}属于窗口和程序本身（关闭、退出、缩放、全屏）。`,
    browser: (key) => `${key}由浏览器占用，网页收不到。`,
  },
  unknownKey: '这个键没有可用的名称，请换一个。',
  taken: (key, owner) => `${key}现在是“${owner}”。`,
  giveTo: (command) => `改给“${command}”`,
  leave: '不改',
  exported: (file) => `已导出：${file}`,
  imported: (count, unknown) =>
    `已导入${count}个命令的按键。${unknown.length > 0 ? `这个版本没有、因而略过的命令：${unknown.join('、')}。` : ''}`,
  problem: ({ kind, what }) =>
    ({
      'not-keys': '这不是Recto导出的按键文件，没有改动任何内容。请选择用“导出”得到的.json文件。',
      newer: `这个文件由更新的Recto写成（格式${what}），没有改动任何内容。`,
      'not-a-list': `文件中“${what}”的按键不是至多四组的列表，没有改动任何内容。`,
      'not-a-key': `文件中的“${what}”不是按键，没有改动任何内容。`,
      twice: `文件把“${what}”给了两个命令，没有改动任何内容。`,
    })[kind],
};

const en: KeysMessages = {
  title: 'Keyboard shortcuts',
  filter: 'Find by name or key',
  nothing: 'No command fits.',
  areas: {
    moving: 'Moving through the book',
    reading: 'How the text is shown',
    blocks: 'Block by block',
    marks: 'Bookmarks and notes',
    search: 'Finding',
    program: 'Program and windows',
  },
  none: 'none',
  change: (command) => `Change the keys: ${command}`,
  done: 'Done',
  remove: 'Remove',
  press: (command) => `Press the keys for “${command}”`,
  pressHint: 'Press new keys; Esc ends',
  reset: 'Reset',
  resetAll: 'Reset all',
  exportFile: 'Export…',
  importFile: 'Import…',
  added: (key, command) => `${key} is now “${command}”`,
  removed: (key, command) => `${key} is no longer “${command}”`,
  wasReset: (command) => `The keys of “${command}” are as they were`,
  allReset: 'All keys are as they were',
  alreadyHere: (key) => `This command has ${key} already.`,
  full: (limit) => `A command has ${limit} shortcuts at most. Take one away first.`,
  held: {
    moving: (key) => `${key} scrolls, or works the controls on the page. It cannot be used for something else.`,
    editing: (key) => `${key} selects, copies or pastes text. It cannot be used for something else.`,
    window: (key) => `${key} belongs to the window and the program: closing, quitting, zoom, full screen.`,
    browser: (key) => `${key} is kept by the browser: no page gets it.`,
  },
  unknownKey: 'This key has no name that can be used. Please take another one.',
  taken: (key, owner) => `${key} is “${owner}” now.`,
  giveTo: (command) => `Give it to “${command}”`,
  leave: 'Leave it',
  exported: (file) => `Exported: ${file}`,
  imported: (count, unknown) =>
    `Keys of ${count === 1 ? '1 command' : `${count} commands`} imported.${unknown.length > 0 ? ` Left out, because this version has no such command: ${unknown.join(', ')}.` : ''}`,
  problem: ({ kind, what }) =>
    ({
      'not-keys': 'This is no file of keys from Recto. Nothing was changed. Choose a .json file made by “Export”.',
      newer: `A newer Recto has written this file (format ${what}). Nothing was changed.`,
      'not-a-list': `In the file, the keys of “${what}” are no list of up to four. Nothing was changed.`,
      'not-a-key': `In the file, “${what}” is no shortcut. Nothing was changed.`,
      twice: `The file gives “${what}” to two commands. Nothing was changed.`,
    })[kind],
};

export function keysMessagesFor(language: UiLanguage): KeysMessages {
  return language === 'zh' ? zh : en;
}
