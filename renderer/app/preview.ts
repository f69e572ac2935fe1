/** What a link inside the book leads to, in a few lines. */
import { localized, pathToChapter } from '../../core/book/contents.ts';
import type { BookManifest, Chapter } from '../../core/book/model.ts';
import type { LinkPreview } from '../features/link-card/LinkCard.tsx';
import { blockOfTarget, sectionOfBlock } from '../state/reading.ts';

/** Enough to know whether one wants to go there. */
const shownCharacters = 160;

/** Title and beginning of a chapter or of the section that `targetId` names; undefined where there is no such place. */
export function previewOf(
  manifest: BookManifest,
  chapter: Chapter,
  targetId: string | undefined,
): LinkPreview | undefined {
  const blockId = targetId === undefined ? chapter.sections[0]?.blocks[0]?.id : blockOfTarget(chapter, targetId);
  const section = blockId === undefined ? undefined : sectionOfBlock(chapter, blockId);
  if (!section) return undefined;
  const from = section.blocks.slice(section.blocks.findIndex(({ id }) => id === blockId));
  // Cells and lettering make no sentence.
  const toRead = from.filter(({ kind, text: words }) => kind !== 'heading' && kind !== 'code' && words !== '');
  const text = (toRead.find(({ kind }) => kind !== 'table' && kind !== 'figure') ?? toRead[0])?.text ?? '';
  const path = pathToChapter(manifest.contents, chapter.id).map((entry) =>
    localized(entry.title, chapter.lang, manifest.languages),
  );
  return {
    title: section.title,
    // The chapter's own title says it already.
    path: section === chapter.sections[0] ? path.slice(0, -1) : path,
    text: beginningOf(text),
    lang: chapter.lang,
  };
}

/** As many characters as are shown, without a word that is cut. Chinese may end after any character. */
function beginningOf(text: string): string {
  const points = Array.from(text);
  if (points.length <= shownCharacters) return text;
  const shown = points.slice(0, shownCharacters).join('');
  const isWithinWord = /[\p{Script=Latin}\p{N}]/u.test(points[shownCharacters] ?? '');
  const whole = isWithinWord ? shown.replace(/[\p{Script=Latin}\p{N}_'’-]+$/u, '') : shown;
  return `${whole.replace(/[\s,;:，；：、]+$/u, '')}…`;
}
