/** The chapter `figure-list`: a section a part, a block a chapter. */
import type { Element } from 'hast';
import type { ChapterDraft } from '../draft.ts';
import { element, textNode } from '../hast.ts';
import type { BookIndex } from '../model.ts';
import { generatedDraft, isChinese, placeLink, type GeneratedChapter, type ListedChapters } from './draft.ts';

/** Chapters that stand together in the contents. */
export interface ChapterGroup {
  readonly id: string;
  readonly title: string;
  readonly chapterIds: readonly string[];
}

/** Groups without figures are left out, in every language alike. */
export function figureListDraft(
  chapter: GeneratedChapter,
  index: BookIndex,
  groups: readonly ChapterGroup[],
  chapters: ListedChapters,
): ChapterDraft {
  const { lang } = chapter;
  const lead = isChinese(lang)
    ? `书中共有${String(index.figures.length)}幅图，按章节排列。`
    : `The ${String(index.figures.length)} figures of this book, by chapter.`;
  const byChapter = Map.groupBy(index.figures, ({ chapterId }) => chapterId);
  const sections = groups.flatMap(({ id, title, chapterIds }) => {
    const blocks = chapterIds.flatMap((chapterId) => {
      const figures = byChapter.get(chapterId);
      return figures === undefined ? [] : [chapterBlock(chapterId, figures, lang, chapters)];
    });
    return blocks.length === 0 ? [] : [{ id, depth: 2, title, blocks }];
  });
  return generatedDraft(chapter, lead, sections);
}

function chapterBlock(
  chapterId: string,
  figures: BookIndex['figures'],
  lang: string,
  chapters: ListedChapters,
): Element {
  const title = placeLink({ chapterId }, chapters, 'full');
  return element('dl', {}, [
    element('dt', {}, title === undefined ? [] : [element('strong', {}, [title])]),
    ...figures.map((figure) => element('dd', {}, figureLine(figure, lang, chapters))),
  ]);
}

/** The caption leads to the section the figure stands in. */
function figureLine(figure: BookIndex['figures'][number], lang: string, chapters: ListedChapters): Element['children'] {
  const { chapterId, sectionId, title } = figure;
  const caption = title[lang] ?? Object.values(title)[0] ?? '';
  const link = placeLink({ chapterId, sectionId }, chapters, 'section');
  return [link === undefined ? textNode(caption) : { ...link, children: [textNode(caption)] }];
}
