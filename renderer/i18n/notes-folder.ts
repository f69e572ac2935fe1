/** Sentences about the folder of notes. Loaded with its panel. */
import type { NotesProblem } from '../../core/contract/notes-folder.ts';
import type { UiLanguage } from '../../core/contract/ui-language.ts';

export interface NotesFolderMessages {
  readonly title: string;
  readonly what: string;
  readonly yours: string;
  readonly safe: string;
  readonly choose: string;
  readonly chooseOther: string;
  readonly leave: string;
  readonly left: string;
  readonly writeNow: string;
  readonly writing: string;
  readonly written: string;
  /** For a host without a dialog. */
  readonly byCommand: string;
  readonly folder: string;
  readonly writtenAt: (date: string) => string;
  readonly notYet: string;
  readonly noMarks: string;
  readonly marks: (count: number) => string;
  readonly kept: (count: number) => string;
  readonly foreign: (count: number) => string;
  /** What is wrong with the folder or a file, and what to do. */
  readonly problems: Readonly<Record<NotesProblem, string>>;
  /** For the foot of the text, where the panel is not open. */
  readonly trouble: (folder: string) => string;
  readonly changedByHand: (count: number) => string;
  readonly look: string;
  readonly dismiss: string;
}

const zh: NotesFolderMessages = {
  title: '笔记文件夹',
  what: '选一个文件夹，Recto就把书签、标注和笔记也存成Markdown文件，每本书一个，改动后随即更新。Obsidian等程序可以直接打开。',
  yours: '文件里也可以写你自己的话：Recto只改写自己的标记之间的文字，其余一字不动。',
  safe: '笔记始终存在Recto里；这个文件夹是另外的一份，出了什么事都不影响它们。',
  choose: '选择文件夹…',
  chooseOther: '换一个文件夹…',
  leave: '不再更新',
  left: '不再更新这个文件夹，里面的文件还在。',
  writeNow: '现在更新',
  writing: '正在更新…',
  written: '已更新',
  byCommand: '浏览器里不能选文件夹。请在启动时指定：',
  folder: '文件夹',
  writtenAt: (date) => `${date}更新`,
  notYet: '还没有写成',
  noMarks: '还没有书签和笔记。有了就会写进来。',
  marks: (count) => `${count}条`,
  kept: (count) => `有${count}处在文件里改过，在Recto里也改了：文件里的改动已留作你自己的文字，Recto的新内容写在后面。`,
  foreign: (count) => `有${count}处来自另一台机器上的Recto，原样保留。要收进这里，请在那边导出，再在这边导入。`,
  problems: {
    missing: '找不到这个文件夹：可能改了名、删除了，或者磁盘没有接上。放回原处后会接着更新；也可以换一个文件夹。',
    refused: '系统不允许写入。请检查它的权限，或者换一个文件夹。',
    full: '磁盘满了。腾出空间后会接着更新。',
    'not-text': '这个文件不是UTF-8文本，没有动它。请另存为UTF-8，或者移到别处。',
    'too-large': '这个文件太大，没有动它。请移到别处，Recto会新建一个。',
    busy: '另一个程序一直在写这个文件，稍后会再试。',
    'own-data': '这是Recto存放数据的文件夹，请换一个。',
    other: '没有写成，稍后会再试。',
  },
  trouble: (folder) => `笔记文件夹“${folder}”没有更新。笔记都好好地存在Recto里。`,
  changedByHand: (count) => `笔记文件夹里有${count}处两边都改了，两份都留着。`,
  look: '看一看',
  dismiss: '知道了',
};

const en: NotesFolderMessages = {
  title: 'Folder of notes',
  what: 'Choose a folder, and Recto keeps your bookmarks, highlights and notes in it as well: a Markdown file for each book, brought up to date soon after each change. Obsidian and other programs open them as they are.',
  yours:
    'You may write in the files too: Recto rewrites only what stands between its own markers, and leaves the rest as it is.',
  safe: 'Your notes are always in Recto itself. The folder is a second copy; whatever becomes of it, they are safe.',
  choose: 'Choose a folder…',
  chooseOther: 'Another folder…',
  leave: 'Stop keeping it',
  left: 'The folder is no longer kept up to date. Its files are still there.',
  writeNow: 'Update now',
  writing: 'Updating…',
  written: 'Up to date',
  byCommand: 'A browser cannot choose a folder. Name it when you start Recto:',
  folder: 'Folder',
  writtenAt: (date) => `Updated ${date}`,
  notYet: 'Not written yet',
  noMarks: 'No bookmarks or notes yet. They will be written as soon as there are some.',
  marks: (count) => (count === 1 ? '1 mark' : `${count} marks`),
  kept: (count) =>
    `${count === 1 ? 'One passage was' : `${count} passages were`} changed in the file and in Recto: what you changed in the file stays as text of your own, and Recto’s new text stands behind it.`,
  foreign: (count) =>
    `${count === 1 ? 'One passage comes' : `${count} passages come`} from Recto on another machine and stays as it is. To have it here, export there and import here.`,
  problems: {
    missing:
      'The folder is not there: it was renamed or deleted, or its disk is not plugged in. Once it is back, Recto goes on; or choose another.',
    refused: 'The system does not let it be written. See to its permissions, or choose another folder.',
    full: 'The disk is full. Recto goes on as soon as there is room.',
    'not-text': 'This file is not text in UTF-8 and was left alone. Save it as UTF-8, or move it away.',
    'too-large': 'This file is too large and was left alone. Move it away, and Recto begins a new one.',
    busy: 'Another program keeps writing to this file. Recto will try again.',
    'own-data': 'This is the folder of Recto’s own data. Choose another.',
    other: 'It could not be written. Recto will try again.',
  },
  trouble: (folder) => `The folder of notes “${folder}” is not up to date. Your notes are safe in Recto.`,
  changedByHand: (count) =>
    count === 1
      ? 'In the folder of notes a passage was changed on both sides; both versions are there.'
      : `In the folder of notes ${count} passages were changed on both sides; both versions are there.`,
  look: 'Have a look',
  dismiss: 'All right',
};

export function notesFolderMessagesFor(language: UiLanguage): NotesFolderMessages {
  return language === 'zh' ? zh : en;
}
