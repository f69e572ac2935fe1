/** The search of the open book, in a thread of its own: the page never waits for it. */
import { buildIndex } from '../../core/search/build-index.ts';
import { searchNotes, type SearchedMark } from '../../core/search/notes.ts';
import { isInOtherScript } from '../../core/search/one-script.ts';
import { openIndex, type SearchIndex } from '../../core/search/open-index.ts';
import { literalQuery, parseQuery } from '../../core/search/parse-query.ts';
import { searchBook } from '../../core/search/search-book.ts';
import { searchPath } from '../../core/search/search-file.ts';
import { occurrences, type Occurrence } from '../../core/search/search.ts';
import type { FindQuestion, FindSummary, SearchCalls, SearchReply, SearchRequest } from './protocol.ts';

const indexes = new Map<string, SearchIndex>();
const marks = new Map<string, SearchedMark>();
/** What was found last; it is asked for again chapter by chapter. */
let last: { readonly question: FindQuestion; readonly found: FoundPlaces } | undefined;

async function answer(request: SearchRequest): Promise<SearchCalls[SearchRequest['kind']]['answer']> {
  switch (request.kind) {
    case 'open':
      return openBook(request.ask);
    case 'build':
      indexes.set(request.ask.lang, openIndex(buildIndex(request.ask)));
      return null;
    case 'search':
      return searchBook([...indexes.values()], request.ask);
    case 'notes': {
      const { input, limit, changed, removed } = request.ask;
      for (const id of removed) marks.delete(id);
      for (const mark of changed) marks.set(mark.id, mark);
      return searchNotes(marks.values(), parseQuery(input), limit);
    }
    case 'find':
      return summaryOf(placesOf(request.ask));
    case 'places':
      return placesOf(request.ask).places.filter(({ chapterId }) => chapterId === request.ask.chapterId);
  }
}

/** Languages without an index that this version can use are left to the page: it has the chapters. */
async function openBook({ bookId, languages }: SearchCalls['open']['ask']): Promise<string[]> {
  const opened = await Promise.all(
    languages.map(async (lang) => {
      const response = await fetch(`/books/${encodeURIComponent(bookId)}/${searchPath(lang)}`);
      if (!response.ok) return undefined;
      try {
        return openIndex(await response.bytes());
      } catch (error) {
        if (error instanceof RangeError) return undefined;
        throw error;
      }
    }),
  );
  // In the order of the book's languages, whichever came first.
  for (const index of opened) if (index) indexes.set(index.lang, index);
  return languages.filter((lang) => !indexes.has(lang));
}

interface FoundPlaces {
  readonly places: readonly Occurrence[];
  readonly otherScript: boolean;
}

/** A text that was typed into the bar is looked for as it is, and in the other script where it is not there. */
function placesOf(question: FindQuestion): FoundPlaces {
  const { input, lang, literal } = question;
  const index = indexes.get(lang);
  if (!index) return { places: [], otherScript: false };
  const known = last?.question;
  if (last && known?.input === input && known.lang === lang && known.literal === literal) return last.found;
  const query = literal ? literalQuery(input) : parseQuery(input);
  const asTyped = occurrences(index, query);
  const found =
    (literal && asTyped.length > 0) || !isInOtherScript(index, query.words)
      ? { places: asTyped, otherScript: false }
      : { places: occurrences(index, query, 'both'), otherScript: asTyped.length === 0 };
  last = { question: { input, lang, literal }, found };
  return found;
}

function summaryOf({ places, otherScript }: FoundPlaces): FindSummary {
  const chapters: { chapterId: string; first: number; count: number }[] = [];
  for (const [at, { chapterId }] of places.entries()) {
    const chapter = chapters.at(-1);
    if (chapter?.chapterId === chapterId) chapter.count += 1;
    else chapters.push({ chapterId, first: at, count: 1 });
  }
  return { total: places.length, otherScript: otherScript && places.length > 0, chapters };
}

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  const { id } = data;
  answer(data).then(
    (given) => reply({ id, ok: true, answer: given }),
    (error: unknown) => reply({ id, ok: false, reason: String(error) }),
  );
});

function reply(message: SearchReply): void {
  postMessage(message);
}
