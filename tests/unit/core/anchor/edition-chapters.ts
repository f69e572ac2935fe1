/** Chapters of the edition as anchors see them, from their sources; code is not coloured and figures are not drawn. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chapterText, type ChapterText } from '../../../../core/anchor/chapter-text.ts';
import { codeFigure, finishChapter } from '../../../../core/book/finish-chapter.ts';
import { textNode } from '../../../../core/book/hast.ts';
import { parseChapter } from '../../../../core/book/parse-chapter.ts';

const names = ['platforms/intel-sgx', 'platforms/intel-tdx', 'runtime/occlum', 'sig-overview'];

export const editionChapters: readonly ChapterText[] = ['zh', 'en'].flatMap((lang) =>
  names.map((name) => readChapter(lang, name)),
);

function readChapter(lang: string, name: string): ChapterText {
  const file = fileURLToPath(new URL(`../../../../content/${lang}/${name}.md`, import.meta.url));
  const markdown = readFileSync(file, 'utf8').replace(/^---\n.*?\n---\n/s, '');
  const chapterId = name.replace(/^.*\//, '');
  const draft = parseChapter({ file, lang, markdown, dialect: 'recto', title: '', chapterId });
  const { chapter } = finishChapter(draft, {
    chapterId,
    dialect: 'recto',
    image: () => undefined,
    fence: ({ language, output, text }) => codeFigure(language, output, [textNode(text)]),
    link: () => ({ href: '#/', external: false, problem: undefined }),
  });
  return chapterText(chapter);
}
