/** Chapters and data that a book gets from the rest of it: glossary, list of figures, index. */
import { collectIndex } from '../../core/book/generated/collect-index.ts';
import { commandIndexDraft } from '../../core/book/generated/command-index.ts';
import type { GeneratedChapter, ListedChapter, ListedChapters } from '../../core/book/generated/draft.ts';
import { figureListDraft, type ChapterGroup } from '../../core/book/generated/figure-list.ts';
import { glossaryDraft, type TermGroup } from '../../core/book/generated/glossary-chapter.ts';
import type { GeneratedKind } from '../../core/book/generated/kinds.ts';
import type { ChapterDraft } from '../../core/book/draft.ts';
import { bookIndexPath, glossaryPath, type BookIndex, type Term } from '../../core/book/model.ts';
import type { Problem } from '../../core/book/report.ts';
import { say } from '../../core/book/sentences/say.ts';
import { toCanonicalJson, type BundleFiles } from './bundle.ts';
import { toLinkMap, type ReadDraft } from './read-drafts.ts';
import { glossaryFile, resolveGlossary, type SourceGlossary } from './read-glossary.ts';
import { sourceChapters, type SourceBook, type SourceChapter, type SourceEntry } from './source-book.ts';

export interface Generated {
  readonly drafts: readonly ReadDraft[];
  /** Data beside the chapters, by path in the bundle. */
  readonly files: BundleFiles;
  /** The glossary's; none for a book without one. */
  readonly terms: readonly Term[];
}

/** What the contents ask for. `drafts` are the written chapters; what is wrong goes to `problems`. */
export function generateChapters(
  book: SourceBook,
  drafts: readonly ReadDraft[],
  glossary: SourceGlossary | undefined,
  problems: Problem[],
): Generated {
  const chapters = sourceChapters(book.contents);
  const wanted = chapters.filter(({ generated }) => generated !== undefined);
  if (wanted.length === 0 && glossary === undefined) return { drafts: [], files: new Map(), terms: [] };
  const files = new Map<string, Buffer>();

  const terms = glossary === undefined ? undefined : resolveGlossary(glossary, toLinkMap(drafts), problems);
  const glossaryEntry = wanted.find(({ generated }) => generated === 'glossary');
  problems.push(...checkGlossaryEntry(book, glossaryEntry, glossary));
  if (terms !== undefined) {
    files.set(glossaryPath, toCanonicalJson({ terms: terms.flatMap((group) => group.terms) }));
  }

  const byChapter = Map.groupBy(drafts, ({ chapterId }) => chapterId);
  const written = chapters.flatMap(({ id }) => {
    const own = byChapter.get(id)?.map(({ draft }) => draft) ?? [];
    return own.length === 0 ? [] : [{ chapterId: id, drafts: own }];
  });
  const index = collectIndex(written);
  if (wanted.some(({ generated }) => generated !== 'glossary')) files.set(bookIndexPath, toCanonicalJson(index));

  const generated = wanted.flatMap((chapter) =>
    book.languages.flatMap((lang) => {
      const listed = listChapters(chapters, drafts, lang);
      const draft = writeChapter(chapter, lang, { terms: terms ?? [], index, listed, book });
      return draft === undefined ? [] : [{ chapterId: chapter.id, draft }];
    }),
  );
  return { drafts: generated, files, terms: terms?.flatMap((group) => group.terms) ?? [] };
}

interface Material {
  readonly terms: readonly TermGroup[];
  readonly index: BookIndex;
  readonly listed: ListedChapters;
  readonly book: SourceBook;
}

function writeChapter(source: SourceChapter, lang: string, material: Material): ChapterDraft | undefined {
  const { id, generated, files, title } = source;
  if (generated === undefined) return undefined;
  const chapter: GeneratedChapter = { file: files[lang] ?? id, lang, chapterId: id, title: title[lang] ?? id };
  return writers[generated](chapter, material);
}

const writers: Readonly<Record<GeneratedKind, (chapter: GeneratedChapter, material: Material) => ChapterDraft>> = {
  glossary: (chapter, { terms, listed }) => glossaryDraft(chapter, terms, listed),
  'command-index': (chapter, { index, listed }) => commandIndexDraft(chapter, index, listed),
  'figure-list': (chapter, { index, listed, book }) =>
    figureListDraft(chapter, index, groupChapters(book.contents, chapter.lang), listed),
};

function listChapters(chapters: readonly SourceChapter[], drafts: readonly ReadDraft[], lang: string): ListedChapters {
  const titles = new Map(chapters.map(({ id, title }) => [id, title[lang] ?? id]));
  const listed = drafts.flatMap(({ chapterId, draft }): (readonly [string, ListedChapter])[] => {
    if (draft.lang !== lang) return [];
    const sections = new Map(draft.sections.slice(1).map(({ id, title }) => [id, title]));
    return [[chapterId, { chapterId, title: titles.get(chapterId) ?? draft.title, sections, file: draft.file }]];
  });
  return new Map(listed);
}

/** Parts, and between them the chapters that stand in none. */
function groupChapters(entries: readonly SourceEntry[], lang: string): ChapterGroup[] {
  const groups: ChapterGroup[] = [];
  let loose: string[] = [];
  const closeLoose = (): void => {
    const [first] = loose;
    const title = lang.startsWith('zh') ? '独立章节' : 'Chapters on their own';
    if (first !== undefined) groups.push({ id: `before-${String(groups.length + 1)}`, title, chapterIds: loose });
    loose = [];
  };
  for (const entry of entries) {
    const ids = sourceChapters([entry]).map(({ id }) => id);
    if (entry.kind === 'chapter') {
      loose.push(...ids);
      continue;
    }
    closeLoose();
    groups.push({ id: entry.id, title: entry.title[lang] ?? entry.id, chapterIds: ids });
  }
  closeLoose();
  return groups;
}

/** Terms without a chapter could not be linked to; a chapter without terms is empty. */
function checkGlossaryEntry(
  book: SourceBook,
  entry: SourceChapter | undefined,
  glossary: SourceGlossary | undefined,
): Problem[] {
  if ((entry === undefined) === (glossary === undefined)) return [];
  const message =
    entry === undefined
      ? say('glossary-unlisted', { file: glossaryFile })
      : say('glossary-missing', { file: glossaryFile });
  return [{ severity: 'error', code: 'glossary-invalid', file: book.contentsFile, line: entry?.line, message }];
}
