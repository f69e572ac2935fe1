/** The search indexes of a bundle, one a language. */
import { flattenChapters } from '../../core/book/contents.ts';
import type { BookManifest, Chapter, Term } from '../../core/book/model.ts';
import { buildIndex } from '../../core/search/build-index.ts';
import { namesOfTerms, searchPath } from '../../core/search/search-file.ts';
import type { BundleFiles } from './bundle.ts';

/** Index files by path. The order of sections is that of the contents. */
export function searchFiles(
  { languages, contents }: BookManifest,
  chapters: readonly Chapter[],
  terms: readonly Term[],
): BundleFiles {
  const names = namesOfTerms(terms);
  const order = flattenChapters(contents).map(({ id }) => id);
  const files = languages.map((lang) => {
    const texts = new Map(chapters.filter((chapter) => chapter.lang === lang).map((chapter) => [chapter.id, chapter]));
    const index = buildIndex({ lang, names, chapters: order.flatMap((id) => texts.get(id) ?? []) });
    return [searchPath(lang), Buffer.from(index.buffer, index.byteOffset, index.byteLength)] as const;
  });
  return new Map(files);
}
