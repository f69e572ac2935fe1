import type { Details, Messages } from './messages.ts';

const named = (value: string | undefined, otherwise: string): string => (value ? `“${value}”` : otherwise);
const reason = (details: Details): string => (details.what ? `（${details.what}）` : '');

export const zh: Messages = {
  skipToText: '跳到正文',
  toolbar: '工具栏',
  close: '关闭',
  dismiss: '知道了',
  tryAgain: '再试一次',
  contents: {
    title: '目录',
    unfold: (title) => `展开“${title}”`,
    fold: (title) => `收起“${title}”`,
  },
  reading: {
    chapterOpened: (title) => `已打开：${title}`,
    previous: '上一章',
    next: '下一章',
    neighbours: '前后章节',
    textLanguage: '正文语言',
    readIn: (language) => `用${language}阅读`,
    languageShown: (language) => `正文已切换为${language}`,
    onlyIn: (language) => `本章只有${language}版本。`,
    cannotOpen: (chapter) => `“${chapter}”打不开`,
  },
  commands: {
    historyBack: '后退',
    historyForward: '前进',
    chapterPrevious: '上一章',
    chapterNext: '下一章',
    contentsToggle: '显示或收起目录',
    languageToggle: '切换正文语言',
    themeToggle: '切换明暗',
    shortcutsShow: '快捷键',
  },
  settings: {
    title: '设置',
    uiLanguage: '界面语言',
    theme: '主题',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    themeShown: (theme) => (theme === 'dark' ? '已切换为深色' : '已切换为浅色'),
  },
  shortcuts: { title: '快捷键' },
  links: {
    title: '打开外部链接？',
    intro: '这个地址在书外，将由浏览器打开：',
    copy: '复制地址',
    copied: '地址已复制',
    open: '打开',
    cancel: '取消',
    cannotCopy: '没能复制，请选中地址手动复制。',
  },
  start: {
    title: 'Recto没能启动',
    pageDamaged: {
      what: '阅读器自身的页面文件缺失或损坏。',
      wayOut: '请重新安装Recto。您的书签和笔记另外保存，不受影响。',
    },
  },
  failures: {
    refused: () => ({
      what: '这个窗口不属于正在运行的Recto。',
      wayOut: '请关闭它，重新启动Recto。',
    }),
    'bad-request': (details) => ({
      what: `阅读器发出的请求不合规则${reason(details)}。`,
      wayOut: '这是Recto自身的错误。请重新启动；如果反复出现，请把这句话告诉我们。',
    }),
    'not-found': (details) => ({
      what: `书里没有${named(details.what, '要找的内容')}。`,
      wayOut: '请从目录里另选一章。',
    }),
    'book-missing': (details) => ({
      what: `在${named(details.folder, '书的文件夹')}里没有找到可以打开的书${reason(details)}。`,
      wayOut: '请重新安装Recto，或检查这个文件夹是否被移动或删除。',
    }),
    'book-damaged': (details) => ({
      what: `书的文件${named(details.file, '')}已损坏，和出厂时的内容不一致。`,
      wayOut: '请重新安装Recto或重新导入这本书。您的书签和笔记另外保存，不受影响。',
    }),
    'store-unavailable': (details) => ({
      what: `没法在${named(details.folder, '数据文件夹')}里保存设置和阅读位置${reason(details)}。`,
      wayOut: '可以照常阅读，但改动不会留下来。请检查磁盘空间和文件夹的写入权限，再重新启动Recto。',
    }),
    'store-newer': (details) => ({
      what: `数据文件${named(details.file, '')}是由更新版本的Recto写的（格式${details.found ?? '未知'}，本版本只认识到${details.known ?? '更早的格式'}）。`,
      wayOut: '文件没有被改动。请使用更新的Recto。',
    }),
    'store-damaged': (details) => ({
      what: `数据文件${named(details.file, '')}无法读取，已另存为${named(details.movedTo, '备份')}。`,
      wayOut: 'Recto用了一份新的数据文件。旧文件请保留，其中的内容也许还能找回。',
    }),
    'link-refused': (details) => ({
      what: `为安全起见，没有打开地址${named(details.url, '')}。`,
      wayOut: '只能打开http、https和邮件地址。',
    }),
    'host-gone': () => ({
      what: '与Recto的连接断开了。',
      wayOut: '已打开的正文还可以继续看。如果连接没有自行恢复，请关闭窗口，重新启动Recto。',
    }),
    internal: (details) => ({
      what: `Recto出了意料之外的错误${reason(details)}。`,
      wayOut: '请重新启动；如果反复出现，请把这句话告诉我们。',
    }),
  },
};
