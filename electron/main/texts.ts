/** Words of the menu and of the native dialogs, in the two languages of the interface. `&` marks an access key. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';

const english = {
  about: 'About Recto',
  services: 'Services',
  hide: 'Hide Recto',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit Recto',
  exit: 'E&xit',

  file: '&File',
  books: '&Books…',
  print: '&Print, or Save as PDF…',
  close: 'Close Window',

  edit: '&Edit',
  undo: '&Undo',
  redo: '&Redo',
  cut: 'Cu&t',
  copy: '&Copy',
  paste: '&Paste',
  selectAll: 'Select &All',
  find: '&Find in the Text',
  findNext: 'Find &Next',
  findPrevious: 'Find Pre&vious',
  search: '&Search the Book',

  view: '&View',
  contents: '&Contents',
  language: 'Switch the &Language of the Text',
  bilingual: '&Both Languages: Beside, Stacked, Off',
  theme: 'Switch the &Theme',
  textLarger: 'La&rger Text',
  textSmaller: '&Smaller Text',
  codeWrap: '&Wrap Long Lines of Code',
  terms: 'Ter&ms of this Section',
  settings: 'S&ettings…',
  zoomIn: 'Zoom &In',
  zoomOut: 'Zoom &Out',
  resetZoom: '&Actual Size',
  fullScreen: '&Full Screen',
  reload: 'Reload',
  developerTools: 'Developer Tools',

  marks: '&Marks',
  markBookmark: '&Bookmark, or Take It Away',
  markHighlight: '&Highlight the Selection or Block',
  markNote: 'Write a &Note',
  marksShow: 'Bookmarks &and Notes',
  markPrevious: '&Previous Mark',
  markNext: 'Ne&xt Mark',
  marksUndo: '&Undo the Last Change of Marks',
  marksRedo: '&Redo the Change of Marks',

  go: '&Go',
  palette: '&Go to…',
  back: '&Back',
  forward: '&Forward',
  previousChapter: '&Previous Chapter',
  nextChapter: '&Next Chapter',
  previousBlock: 'P&revious Block',
  nextBlock: 'Ne&xt Block',
  blockMenu: '&Menu of the Current Block',

  window: '&Window',
  minimize: '&Minimize',
  zoom: 'Zoom',
  front: 'Bring All to Front',

  help: '&Help',
  shortcuts: '&Keyboard Shortcuts',

  linkQuestion: 'Open this address outside Recto?',
  linkOpen: '&Open',
  linkCopy: '&Copy Address',
  cancel: 'Cancel',
  savePicture: 'Save the Figure',
  vectorDrawing: 'SVG drawing',
  picture: 'PNG picture',
  saveMarks: 'Export Bookmarks and Notes',
  marksFile: 'Bookmarks and notes',
  saveKeys: 'Export Keyboard Shortcuts',
  keysFile: 'Keyboard shortcuts',
  openFolder: 'Open a Folder as a Book',
  openZip: 'Open a Zip as a Book',
  openBook: 'Open Book',
  zipFile: 'Zip file',

  folderTaken: 'Recto is open already, in a browser.',
  folderTakenDetail: (folder: string) =>
    `Only one Recto at a time writes to its folder, ${folder}. Close the other one, or start with --data and another folder.`,

  pageGone: 'The page ended unexpectedly and has been loaded again.',
  pageGoneAgain: 'The page ended unexpectedly again.',
  pageGoneDetail: (reason: string, exitCode: number) =>
    `Reason: ${reason} (exit code ${exitCode}). Your place in the book has been kept.`,
  pageFailed: 'The page could not be loaded.',
  pageFailedDetail: (address: string, reason: string) => `${address}: ${reason}\nInstalling Recto again repairs this.`,
  reloadPage: '&Load Again',
  quitReader: '&Quit',
  ok: 'OK',
};

export type Texts = typeof english;

const chinese: Texts = {
  about: '关于 Recto',
  services: '服务',
  hide: '隐藏 Recto',
  hideOthers: '隐藏其他',
  unhide: '全部显示',
  quit: '退出 Recto',
  exit: '退出(&X)',

  file: '文件(&F)',
  books: '书架…(&B)',
  print: '打印，或存为 PDF(&P)…',
  close: '关闭窗口',

  edit: '编辑(&E)',
  undo: '撤销(&U)',
  redo: '重做(&R)',
  cut: '剪切(&T)',
  copy: '复制(&C)',
  paste: '粘贴(&P)',
  selectAll: '全选(&A)',
  find: '在正文中查找(&F)',
  findNext: '查找下一处(&N)',
  findPrevious: '查找上一处(&V)',
  search: '搜索全书(&S)',

  view: '查看(&V)',
  contents: '目录(&C)',
  language: '切换正文语言(&L)',
  bilingual: '双语对照：并排、上下、关闭(&B)',
  theme: '切换主题(&T)',
  textLarger: '放大文字(&R)',
  textSmaller: '缩小文字(&S)',
  codeWrap: '代码长行折行(&W)',
  terms: '本节术语(&M)',
  settings: '设置…(&E)',
  zoomIn: '放大(&I)',
  zoomOut: '缩小(&O)',
  resetZoom: '实际大小(&A)',
  fullScreen: '全屏(&F)',
  reload: '重新加载',
  developerTools: '开发者工具',

  marks: '标记(&M)',
  markBookmark: '加书签或移除书签(&B)',
  markHighlight: '标注选中的文字或这一段(&H)',
  markNote: '写笔记(&N)',
  marksShow: '书签与笔记(&A)',
  markPrevious: '上一个标记(&P)',
  markNext: '下一个标记(&X)',
  marksUndo: '撤销对标记的改动(&U)',
  marksRedo: '重做对标记的改动(&R)',

  go: '转到(&G)',
  palette: '转到…(&G)',
  back: '后退(&B)',
  forward: '前进(&F)',
  previousChapter: '上一章(&P)',
  nextChapter: '下一章(&N)',
  previousBlock: '上一段(&R)',
  nextBlock: '下一段(&X)',
  blockMenu: '当前段的菜单(&M)',

  window: '窗口(&W)',
  minimize: '最小化(&M)',
  zoom: '缩放',
  front: '前置全部窗口',

  help: '帮助(&H)',
  shortcuts: '键盘快捷键(&K)',

  linkQuestion: '要在 Recto 之外打开此地址吗？',
  linkOpen: '打开(&O)',
  linkCopy: '复制地址(&C)',
  cancel: '取消',
  savePicture: '保存图',
  vectorDrawing: 'SVG 矢量图',
  picture: 'PNG 图片',
  saveMarks: '导出书签与笔记',
  marksFile: '书签与笔记',
  saveKeys: '导出快捷键',
  keysFile: '快捷键',
  openFolder: '打开文件夹作为书',
  openZip: '打开 zip 文件作为书',
  openBook: '打开这本书',
  zipFile: 'zip 文件',

  folderTaken: 'Recto 已经在浏览器中打开。',
  folderTakenDetail: (folder) =>
    `同一数据文件夹 ${folder} 一次只能由一个 Recto 写入。请先关闭另一个，或用 --data 指定其他文件夹。`,

  pageGone: '页面意外终止，已重新加载。',
  pageGoneAgain: '页面再次意外终止。',
  pageGoneDetail: (reason, exitCode) => `原因：${reason}（退出代码 ${exitCode}）。您的阅读位置已保留。`,
  pageFailed: '无法加载页面。',
  pageFailedDetail: (address, reason) => `${address}：${reason}\n重新安装 Recto 可以修复此问题。`,
  reloadPage: '重新加载(&L)',
  quitReader: '退出(&Q)',
  ok: '好',
};

const texts: Readonly<Record<UiLanguage, Texts>> = { en: english, zh: chinese };

/** All words in one language. macOS has no access keys: there the marks are left out. */
export function textsFor(language: UiLanguage, platform: NodeJS.Platform): Texts {
  if (platform !== 'darwin') return texts[language];
  const plain = Object.entries(texts[language]).map(([key, text]) => [
    key,
    typeof text === 'string' ? text.replace(/\(&\w\)|&/g, '') : text,
  ]);
  return Object.fromEntries(plain) as Texts;
}
