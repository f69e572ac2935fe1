/** The page's side of the search worker. */
import type { Chapter, Term } from '../../core/book/model.ts';
import type { NotesAnswer, SearchedMark } from '../../core/search/notes.ts';
import { namesOfTerms } from '../../core/search/search-file.ts';
import { createMarksNews } from './marks-news.ts';
import type { NotesQuestion, SearchCall, SearchCalls, SearchReply, SearchRequest } from './protocol.ts';
import workerUrl from './worker.ts?worker&url';

export type SearchClient = {
  readonly [K in Exclude<SearchCall, 'open' | 'build' | 'notes'>]: (
    ask: SearchCalls[K]['ask'],
  ) => Promise<SearchCalls[K]['answer']>;
} & {
  /** Searches the marks as they are given; the worker is told what is new among them. */
  readonly notes: (marks: readonly SearchedMark[], question: NotesQuestion) => Promise<NotesAnswer>;
};

/** Where the texts of a book come from that was compiled without an index. */
export interface SearchSource {
  readonly bookId: string;
  readonly languages: readonly string[];
  /** All chapters in a language, in reading order. */
  readonly chapters: (lang: string) => Promise<readonly Chapter[]>;
  readonly terms: () => Promise<readonly Term[]>;
}

interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** Our own worker, and no other script: the policy of the page lets nothing else make such an address. */
function startWorker(): Worker {
  const policy = (globalThis as { trustedTypes?: ScriptUrls }).trustedTypes?.createPolicy('recto-search', {
    createScriptURL(url) {
      if (url === workerUrl) return url;
      throw new TypeError(`${url} is not the search of Recto.`);
    },
  });
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'search' });
}

/** Starts the worker and opens the book in it. Calls wait until it is ready; they fail where it cannot start. */
export function createSearchClient(source: SearchSource): SearchClient {
  const worker = startWorker();
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let count = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) call?.resolve(data.answer as never);
    else call?.reject(new Error(data.reason));
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'The search could not be started.'));
    waiting.clear();
  });

  function call<K extends SearchCall>(kind: K, ask: SearchCalls[K]['ask']): Promise<SearchCalls[K]['answer']> {
    count += 1;
    const id = count;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      const request = { id, kind, ask } as SearchRequest;
      worker.postMessage(request);
    });
  }

  async function open(): Promise<void> {
    const lacking = await call('open', { bookId: source.bookId, languages: source.languages });
    if (lacking.length === 0) return;
    const names = namesOfTerms(await source.terms());
    for (const lang of lacking) await call('build', { lang, names, chapters: await source.chapters(lang) });
  }

  const ready = open();
  // Whoever asks hears of it.
  ready.catch(() => undefined);
  const whenReady = async <K extends SearchCall>(
    kind: K,
    ask: SearchCalls[K]['ask'],
  ): Promise<SearchCalls[K]['answer']> => {
    await ready;
    return call(kind, ask);
  };
  const newsOf = createMarksNews();
  return {
    // Marks do not wait for the book.
    notes: (marks, question) => call('notes', { ...question, ...newsOf(marks) }),
    search: (ask) => whenReady('search', ask),
    find: (ask) => whenReady('find', ask),
    places: (ask) => whenReady('places', ask),
  };
}
