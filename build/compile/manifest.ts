/** `book.json`: the contents tree of what was really there. */
import type { ChapterDraft } from '../../core/book/draft.ts';
import { bundleFormat, type BookManifest, type ContentsEntry, type Heading } from '../../core/book/model.ts';
import type { ReadDraft } from './read-drafts.ts';
import type { SourceBook, SourceEntry } from './source-book.ts';

/** Minutes that reading the chapter of a source file takes. */
type MinutesOf = (file: string) => number;

type DraftsByChapter = ReadonlyMap<string, readonly ReadDraft[]>;

/** The manifest of a book with these chapters; drafts of a chapter stand in the book's order of languages. */
export function toManifest(book: SourceBook, drafts: readonly ReadDraft[], minutesOf: MinutesOf): BookManifest {
  const { id, edition, title, languages, license, attribution } = book;
  return {
    format: bundleFormat,
    id,
    edition,
    title,
    languages: [...languages],
    ...(license === undefined ? {} : { license }),
    ...(attribution === undefined ? {} : { attribution }),
    contents: toContents(
      book.contents,
      Map.groupBy(drafts, ({ chapterId }) => chapterId),
      minutesOf,
    ),
  };
}

function toContents(entries: readonly SourceEntry[], drafts: DraftsByChapter, minutesOf: MinutesOf): ContentsEntry[] {
  return entries.flatMap((entry): ContentsEntry[] => {
    const { id, title } = entry;
    const children = toContents(entry.children, drafts, minutesOf);
    if (entry.kind === 'part') return [{ kind: 'part', id, title, children }];
    const own = (drafts.get(id) ?? []).map(({ draft }) => draft);
    // A chapter without a text is no chapter; what hangs below it still is.
    if (own.length === 0) return children;
    const headings = Object.fromEntries(own.map((draft) => [draft.lang, headingsOf(draft)]));
    const page = entry.page === undefined ? {} : { page: entry.page };
    // A glossary or an index is not read from end to end.
    const minutes =
      entry.generated === undefined
        ? { minutes: Object.fromEntries(own.map(({ lang, file }) => [lang, minutesOf(file)])) }
        : {};
    const languages = own.map(({ lang }) => lang);
    return [{ kind: 'chapter', id, title, ...page, languages, ...minutes, headings, children }];
  });
}

function headingsOf(draft: ChapterDraft): Heading[] {
  return draft.sections.slice(1).map(({ id, depth, title }) => ({ id, depth, title }));
}
