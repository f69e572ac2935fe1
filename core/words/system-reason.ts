/** Reasons that the system or SQLite gives in English, in Chinese words with the system's own code. */

const wordsOf: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EACCES: '没有权限',
  EPERM: '系统不允许',
  ENOSPC: '磁盘已满',
  EDQUOT: '超出磁盘配额',
  EROFS: '磁盘是只读的',
  EBUSY: '正被别的程序使用',
  EEXIST: '已经存在',
  EISDIR: '那是一个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOTEMPTY: '文件夹不是空的',
  EMFILE: '打开的文件过多',
  ENAMETOOLONG: '名字过长',
  EIO: '磁盘读写出错',
};

/** What SQLite or Electron says, by a part of its English words. */
const byWords: readonly (readonly [part: string, words: string])[] = [
  ['database or disk is full', '磁盘已满'],
  ['attempt to write a readonly database', '数据文件是只读的'],
  ['database is locked', '数据文件正被别的程序使用'],
  ['unable to open database file', '数据文件无法打开'],
  ['disk I/O error', '磁盘读写出错'],
  ['database disk image is malformed', '数据文件已损坏'],
  ['file is not a database', '不是数据文件'],
  // What Electron says of a printer.
  ['Invalid printer settings', '打印机设置不对'],
  ['Print job failed', '打印机没有打印出来'],
];

/**
 * `reason`: a code (`EACCES`), or a message that begins with one or is SQLite's. What is not known stays as it is: it is the only
 * thing that tells what happened.
 */
export function systemReasonZh(reason: string): string {
  const code = /^(?:Error: )?(E[A-Z]{2,})\b/.exec(reason)?.[1];
  const words = code === undefined ? undefined : wordsOf[code];
  if (code !== undefined && words !== undefined) return `${words}，${code}`;
  const known = byWords.find(([part]) => reason.includes(part));
  return known === undefined ? reason : `${known[1]}，${known[0]}`;
}
