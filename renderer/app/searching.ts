/** Search and find, put together. Loaded when one of them is asked for: no text waits for it. */
import { flattenChapters } from '../../core/book/contents.ts';
import type { Chapter, Term } from '../../core/book/model.ts';
import type { HostApi } from '../../core/contract/channels.ts';
import { createSearchClient, type SearchClient } from '../search/client.ts';
import { createFinding, type Finding, type FindingOptions } from './finding.ts';

export interface Searching {
  readonly finding: Finding;
  readonly client: SearchClient;
}

export interface SearchingOptions extends Omit<FindingOptions, 'client'> {
  readonly host: HostApi;
  readonly terms: () => Promise<readonly Term[]>;
}

/** Starts the worker for the open book. */
export function createSearching({ host, terms, ...options }: SearchingOptions): Searching {
  const { manifest } = options.store.getState().reading;

  /** For a book without an index. A chapter that cannot be read cannot be searched; the reading view says why. */
  async function chapters(lang: string): Promise<Chapter[]> {
    const entries = flattenChapters(manifest.contents).filter(({ languages }) => languages.includes(lang));
    const read: Chapter[] = [];
    for (const { id: chapterId } of entries) {
      const chapter = await host['book:read']({ bookId: manifest.id, chapterId, lang });
      if (chapter.ok) read.push(chapter.value);
    }
    return read;
  }

  const client = createSearchClient({ bookId: manifest.id, languages: manifest.languages, chapters, terms });
  return { client, finding: createFinding({ ...options, client: () => client }) };
}
