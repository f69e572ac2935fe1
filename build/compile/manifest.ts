/** `book.json`: the contents tree of what was really there. */
import type { ChapterDraft } from '../../core/book/draft.ts';
import { bundleFormat, type BookManifest, type ContentsEntry, type Heading } from '../../core/book/model.ts';
import type { ReadDraft } from './read-drafts.ts';
import type { SourceBook, SourceEntry } from './source-book.ts';

type DraftsByChapter = ReadonlyMap<string, readonly ReadDraft[]>;

/** The manifest of a book with these chapters; drafts of a chapter stand in the book's order of languages. */
export function toManifest(book: SourceBook, drafts: readonly ReadDraft[]): BookManifest {
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
    ),
  };
}

function toContents(entries: readonly SourceEntry[], drafts: DraftsByChapter): ContentsEntry[] {
  return entries.flatMap((entry): ContentsEntry[] => {
    const { id, title } = entry;
    const children = toContents(entry.children, drafts);
    if (entry.kind === 'part') return [{ kind: 'part', id, title, children }];
    const own = (drafts.get(id) ?? []).map(({ draft }) => draft);
    // A chapter without a text is no chapter; what hangs below it still is.
    if (own.length === 0) return children;
    const headings = Object.fromEntries(own.map((draft) => [draft.lang, headingsOf(draft)]));
    const page = entry.page === undefined ? {} : { page: entry.page };
    return [{ kind: 'chapter', id, title, ...page, languages: own.map(({ lang }) => lang), headings, children }];
  });
}

function headingsOf(draft: ChapterDraft): Heading[] {
  return draft.sections.slice(1).map(({ id, depth, title }) => ({ id, depth, title }));
}
