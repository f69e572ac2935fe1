/** The chapters of a book, read and parsed, and compared between languages. */
import { findParting } from '../../core/book/align.ts';
import type { ChapterDraft } from '../../core/book/draft.ts';
import { splitFrontMatter } from '../../core/book/front-matter.ts';
import type { LinkMap } from '../../core/book/links.ts';
import { parseChapter } from '../../core/book/parse-chapter.ts';
import type { Problem } from '../../core/book/report.ts';
import { findLookAlikes } from '../../core/book/writing-rules.ts';
import type { BookFolder, ReadFailure } from './book-folder.ts';
import { checkFrontMatter } from './front-matter.ts';
import { sourceChapters, type SourceBook, type SourceChapter } from './source-book.ts';

export interface ReadDraft {
  readonly chapterId: string;
  readonly draft: ChapterDraft;
}

/** What links of a book may lead to. */
export function toLinkMap(drafts: readonly ReadDraft[]): LinkMap {
  const linkable = drafts.map(
    ({ chapterId, draft: { file, lang, anchors } }) => [file, { chapterId, lang, anchors }] as const,
  );
  return { chapters: new Map(linkable) };
}

/** Reads every written chapter in every language, in reading order; what is missing goes to `problems`. */
export async function readDrafts(folder: BookFolder, book: SourceBook, problems: Problem[]): Promise<ReadDraft[]> {
  const drafts: ReadDraft[] = [];
  for (const chapter of sourceChapters(book.contents)) {
    if (chapter.generated !== undefined) continue;
    for (const [lang, file] of Object.entries(chapter.files)) {
      const text = await folder.readText(file);
      if (!text.ok) {
        problems.push(missingChapter(book, chapter, lang, text.failure));
        continue;
      }
      const { id: chapterId } = chapter;
      const source = {
        file,
        lang,
        markdown: book.dialect === 'recto' ? readOwn(file, text.value, problems) : text.value,
        dialect: book.dialect,
        title: chapter.title[lang] ?? chapterId,
      };
      const draft = orTooDeep(file, problems, () => parseChapter({ ...source, chapterId }));
      if (draft !== undefined) drafts.push({ chapterId, draft });
    }
  }
  checkAlignment(book, drafts, problems);
  return drafts;
}

/** A chapter of our own format without its front matter; what is wrong with that goes to `problems`. */
function readOwn(file: string, text: string, problems: Problem[]): string {
  problems.push(...findLookAlikes(file, text));
  const { frontMatter, markdown } = splitFrontMatter(text);
  if (frontMatter !== undefined) problems.push(...checkFrontMatter(file, frontMatter));
  return markdown;
}

/**
 * Runs a step of one chapter. Lists in lists in lists, thousands deep, exhaust the stack of every recursive parser:
 * such a chapter is reported and left out.
 */
export function orTooDeep<T>(file: string, problems: Problem[], step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({
      severity: 'error',
      code: 'chapter-too-deep',
      file,
      message: 'The chapter is nested too deeply to be read.',
    });
    return undefined;
  }
}

function missingChapter(book: SourceBook, chapter: SourceChapter, lang: string, failure: ReadFailure): Problem {
  const isSource = lang === book.languages[0];
  const missing = isSource ? 'chapter-missing' : 'translation-missing';
  const code = failure.code === 'not-found' ? missing : failure.code;
  const message = `Chapter “${chapter.id}”: ${failure.message}`;
  return { severity: 'error', code, file: book.contentsFile, line: chapter.line, message };
}

function checkAlignment(book: SourceBook, drafts: readonly ReadDraft[], problems: Problem[]): void {
  const [sourceLanguage] = book.languages;
  for (const { chapterId, draft } of drafts) {
    if (draft.lang === sourceLanguage) continue;
    const source = drafts.find((other) => other.chapterId === chapterId && other.draft.lang === sourceLanguage);
    const problem = source === undefined ? undefined : findParting(source.draft, draft);
    if (problem !== undefined) problems.push(problem);
  }
}
