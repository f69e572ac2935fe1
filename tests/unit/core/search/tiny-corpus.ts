/** Small books for the search, from texts alone. */
import { buildIndex, type SearchChapter } from '../../../../core/search/build-index.ts';
import { openIndex, type SearchIndex } from '../../../../core/search/open-index.ts';
import { parseQuery } from '../../../../core/search/parse-query.ts';
import { search, type Answer } from '../../../../core/search/search.ts';

/** A chapter a title; a section is a title and the texts below it, those that begin with `$ ` are code. */
export type TinyBook = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function chaptersOf(book: TinyBook): SearchChapter[] {
  return Object.entries(book).map(([title, sections], at) => ({
    id: `c${at}`,
    title,
    sections: [[title, []] as const, ...Object.entries(sections)].map(([heading, blocks], section) => ({
      id: `s${section}`,
      depth: section === 0 ? 1 : 2,
      title: heading,
      blocks: [
        { kind: 'heading', text: heading },
        ...blocks.map((text) => ({ kind: text.startsWith('$ ') ? ('code' as const) : ('paragraph' as const), text })),
      ],
    })),
  }));
}

export function indexOf(book: TinyBook, names: readonly (readonly string[])[] = [], lang = 'zh'): SearchIndex {
  return openIndex(buildIndex({ lang, chapters: chaptersOf(book), names }));
}

export function ask(index: SearchIndex, input: string, limit = 50): Answer {
  return search(index, parseQuery(input), { limit });
}

/** `chapter/section` of the hits. */
export function placesOf({ hits }: Answer): string[] {
  return hits.map(({ chapterId, sectionId }) => `${chapterId}/${sectionId}`);
}
