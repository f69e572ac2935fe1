/** The chapters of a book, read and parsed, and compared between languages. */
import { findParting } from '../../core/book/align.ts';
import type { ChapterDraft } from '../../core/book/draft.ts';
import { splitFrontMatter } from '../../core/book/front-matter.ts';
import type { LinkMap } from '../../core/book/links.ts';
import { parseChapter } from '../../core/book/parse-chapter.ts';
import type { Problem } from '../../core/book/report.ts';
import { say } from '../../core/book/sentences/say.ts';
import { findLookAlikes } from '../../core/book/writing-rules.ts';
import type { BookFolder, ReadFailure } from './book-folder.ts';
import { preprocess } from './mdbook.ts';
import { readFrontMatter } from './front-matter.ts';
import { fillRequirements, type ChapterText } from './requirements.ts';
import { sourceChapters, type SourceBook, type SourceChapter } from './source-book.ts';

export interface ReadDraft {
  readonly chapterId: string;
  readonly draft: ChapterDraft;
  /** The day on which the chapter says that it was last compared with its sources. */
  readonly reviewed?: string | undefined;
}

/** What links of a book may lead to. */
export function toLinkMap(drafts: readonly ReadDraft[]): LinkMap {
  const linkable = drafts.map(
    ({ chapterId, draft: { file, lang, anchors } }) => [file, { chapterId, lang, anchors }] as const,
  );
  return { chapters: new Map(linkable) };
}

export interface ReadOptions {
  readonly onChapter?: ((file: string) => void) | undefined;
  readonly plainFiles?: ReadonlySet<string> | undefined;
}

/** Reads every written chapter in every language, in reading order; what is missing goes to `problems`. */
export async function readDrafts(
  folder: BookFolder,
  book: SourceBook,
  problems: Problem[],
  { onChapter, plainFiles }: ReadOptions = {},
): Promise<ReadDraft[]> {
  const texts = await readTexts(folder, book, problems);
  const filled = book.dialect === 'recto' ? fillRequirements(texts, problems) : texts;
  const drafts = filled.flatMap((text, at): ReadDraft[] => {
    const { chapterId = '', reviewed } = texts[at] ?? {};
    onChapter?.(text.file);
    const isPlain = plainFiles?.has(text.file) === true;
    if (isPlain) problems.push(tooSlow(text.file));
    const source = {
      ...text,
      chapterId,
      dialect: book.dialect,
      ...(isPlain ? { markdown: asCode(text) } : {}),
    };
    const draft = orTooDeep(text.file, problems, () => parseChapter(source));
    return draft === undefined ? [] : [{ chapterId, draft, reviewed }];
  });
  checkAlignment(book, drafts, problems);
  return drafts;
}

function tooSlow(file: string): Problem {
  const message = say('chapter-too-slow');
  return { severity: 'error', code: 'chapter-too-slow', file, message };
}

/** A chapter with its text in one fence, which no fence in it can close. */
function asCode({ title, markdown }: ChapterText): string {
  const longest = (markdown.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `# ${title}\n\n${fence}text\n${markdown}\n${fence}\n`;
}

interface ReadText extends ChapterText {
  readonly chapterId: string;
  readonly reviewed: string | undefined;
}

async function readTexts(folder: BookFolder, book: SourceBook, problems: Problem[]): Promise<ReadText[]> {
  const texts: ReadText[] = [];
  for (const chapter of sourceChapters(book.contents)) {
    if (chapter.generated !== undefined) continue;
    for (const [lang, file] of Object.entries(chapter.files)) {
      const text = await folder.readText(file);
      if (!text.ok) {
        problems.push(missingChapter(book, chapter, lang, text.failure));
        continue;
      }
      const { id: chapterId } = chapter;
      const own =
        book.dialect === 'recto'
          ? readOwn(file, text.value, problems)
          : { markdown: await readOther(folder, book, file, text.value, problems) };
      texts.push({ chapterId, file, lang, title: chapter.title[lang] ?? chapterId, reviewed: undefined, ...own });
    }
  }
  return texts;
}

async function readOther(
  folder: BookFolder,
  { preprocessed }: SourceBook,
  file: string,
  text: string,
  problems: Problem[],
): Promise<string> {
  if (preprocessed !== true) return text;
  return preprocess(folder, file, text, (problem) => problems.push({ ...problem, file }));
}

/** A chapter of our own format without its front matter; what is wrong with that goes to `problems`. */
function readOwn(file: string, text: string, problems: Problem[]): Pick<ReadText, 'markdown' | 'reviewed'> {
  problems.push(...findLookAlikes(file, text));
  const { frontMatter, markdown } = splitFrontMatter(text);
  const reviewed = frontMatter === undefined ? undefined : readFrontMatter(file, frontMatter, problems)?.reviewed;
  return { markdown, reviewed };
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
      message: say('chapter-too-deep'),
    });
    return undefined;
  }
}

function missingChapter(book: SourceBook, chapter: SourceChapter, lang: string, failure: ReadFailure): Problem {
  const isSource = lang === book.languages[0];
  const missing = isSource ? 'chapter-missing' : 'translation-missing';
  const code = failure.code === 'not-found' ? missing : failure.code;
  const message = say('chapter-file', { id: chapter.id, failure: failure.message });
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
