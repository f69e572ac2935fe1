import { dateOf } from '../date-of.ts';
import type { Details, FailuresMessages } from '../messages/failures.ts';

const named = (value: string | undefined, otherwise: string): string => (value ? `“${value}”` : otherwise);
const reason = (details: Details): string => (details.what ? `（${details.what}）` : '');

export const failures: FailuresMessages = {
  safeMode: {
    what: 'Recto以安全模式启动：用默认设置，从书的开头打开。',
    wayOut: '您的设置和阅读位置原样保留，下次正常启动时恢复。书签和笔记照常显示和保存。',
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
    'store-restored': (details) => ({
      what: `数据文件${named(details.file, '')}无法读取。Recto换上了${dateOf(details.takenAt, 'zh')}的副本，此后写下的内容不在里面。`,
      wayOut: `无法读取的文件已另存为${named(details.movedTo, '备份')}，请保留，其中的内容也许还能找回。`,
    }),
    'mark-conflict': () => ({
      what: '这条标记在另一个窗口里被修改或删除了。',
      wayOut: '您在这里写的内容没有丢。请先看看它现在的样子，再保存一次，或把文字复制出来。',
    }),
    'import-refused': (details) => ({
      what: `这个文件无法读取${reason(details)}。`,
      wayOut: '没有改动任何内容。请选择.annotation文件，或由Recto导出的.html文件。',
    }),
    'link-refused': (details) => ({
      what: `为安全起见，没有打开地址${named(details.url, '')}。`,
      wayOut: '只能打开http、https和邮件地址。',
    }),
    'window-refused': () => ({
      what: '无法再打开窗口。',
      wayOut: '请关闭一个不再需要的窗口；在浏览器中，请允许本页面打开窗口。',
    }),
    'copy-refused': (details) => ({
      what: `没能复制${reason(details)}。`,
      wayOut: '请选中文字，用键盘或菜单复制。',
    }),
    'file-not-read': (details) => ({
      what: `文件${named(details.file, '')}无法读取${reason(details)}。`,
      wayOut: '什么都没有改动。请检查文件是否还在、是否有读取权限。',
    }),
    'file-not-saved': (details) => ({
      what: `文件${named(details.file, '')}没能保存${reason(details)}。`,
      wayOut: '请另选一个文件夹，或检查磁盘空间和写入权限。',
    }),
    'print-failed': (details) => ({
      what: `没能打印${reason(details)}。`,
      wayOut: '请检查打印机，或存为PDF再打印；章节多时可以分几次。',
    }),
    'host-gone': () => ({
      what: '与Recto的连接断开了。',
      wayOut: '已打开的正文还可以继续看。如果连接没有自行恢复，请关闭窗口，重新启动Recto。',
    }),
    'part-missing': (details) => ({
      what: `Recto的这一部分没能载入${reason(details)}。`,
      wayOut: '请再打开一次；还是不行，请重新启动或重新安装Recto。',
    }),
    internal: (details) => ({
      what: `Recto出了意料之外的错误${reason(details)}。`,
      wayOut: '请重新启动；如果反复出现，请把这句话告诉我们。',
    }),
  },
};
