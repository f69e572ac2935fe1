/** Why a file of marks cannot be taken, and what to do. Apart from the others: they are loaded with the panels that import. */
import type { UiLanguage } from '../../core/contract/ui-language.ts';
import type { FileProblem, ProblemCode } from '../../core/marks/exchange/problem.ts';
import { fileDetailZh } from '../../core/words/file-detail.ts';

type Sentences = Readonly<Record<ProblemCode, (what: string) => string>>;

const completeZh = '请导入同一些标记的.annotation、HTML、JSON，或各列齐全的CSV文件。';

const zh: Sentences = {
  'too-large': (what) => `文件超过${what}：存标记的文件没有这么大。请另选一个文件。`,
  unreadable: (what) => `文件无法读取：${fileDetailZh(what)}。请另选一个文件，或重新导出一份再导入。`,
  'unknown-format': (what) =>
    `这不是存标记的文件（${fileDetailZh(what)}）。请选择Recto导出的文件，或别的阅读器导出的.annotation文件。`,
  'not-complete': (what) => `${fileDetailZh(what)}只供阅读，不能导回。${completeZh}`,
  newer: (what) => `文件由更新版本的Recto写成（格式${what}）。请先更新Recto，再导入。`,
  'wrong-shape': (what) => `文件内容不合格式：${fileDetailZh(what)}。请重新导出一份，再导入。`,
  doubled: (what) => `文件里有两条标记的编号都是${what}，分不清以哪一条为准。请删去其中一条，再导入。`,
  'mixed-books': (what) => `文件里的标记分属几本书：${what}。请按书分别导出，再逐个导入。`,
  'other-book': (what) => `文件里的标记属于另一本书：${what}。请打开那本书，再导入。`,
  'book-needed': () => '文件里的标记要对照原书才能找到位置。请打开那本书，再导入。',
};

const en: Sentences = {
  'too-large': (what) => `The file is larger than ${what}; no file of marks is. Please choose another.`,
  unreadable: (what) => `The file cannot be read: ${what}. Please choose another, or export it again.`,
  'unknown-format': (what) =>
    `This is no file of marks (${what}). Please choose one that Recto exported, or an .annotation file of another reader.`,
  'not-complete': (what) =>
    `${what} is written for reading alone and cannot come back. Please import the same marks as .annotation, HTML, JSON or CSV with all columns.`,
  newer: (what) => `The file was written by a newer Recto (format ${what}). Please update Recto, then import it.`,
  'wrong-shape': (what) => `The file is not as it should be: ${what}. Please export it again, then import it.`,
  doubled: (what) =>
    `Two marks in the file have the id ${what}; which of them is meant cannot be known. Please remove one, then import it.`,
  'mixed-books': (what) =>
    `The marks in the file are in several books: ${what}. Please export them book by book, then import each.`,
  'other-book': (what) => `The marks in the file are in another book: ${what}. Please open that book, then import it.`,
  'book-needed': () =>
    'The marks in the file have to be looked for in their book. Please open that book, then import it.',
};

const nothing: Readonly<Record<UiLanguage, string>> = { zh: '什么都没有改动。', en: ' Nothing was changed.' };

/** Sentences for the reader: what is wrong, what to do, and that nothing was changed. */
export function importProblem(language: UiLanguage, { code, what }: FileProblem): string {
  return (language === 'zh' ? zh : en)[code](what) + nothing[language];
}
