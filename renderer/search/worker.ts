/** The search of the open book, in a thread of its own: the page never waits for it. */
import { buildIndex } from '../../core/search/build-index.ts';
import { searchNotes, type SearchedMark } from '../../core/search/notes.ts';
import { isInOtherScript } from '../../core/search/one-script.ts';
import { openIndex, type SearchIndex } from '../../core/search/open-index.ts';
import { literalQuery, parseQuery, type ParsedQuery } from '../../core/search/parse-query.ts';
import { searchBook } from '../../core/search/search-book.ts';
import { searchPath } from '../../core/search/search-file.ts';
import { countOccurrences, occurrences, type Occurrence, type Scripts } from '../../core/search/occurrences.ts';
import type { FindQuestion, FindSummary, SearchCalls, SearchReply, SearchRequest } from './protocol.ts';

const indexes = new Map<string, SearchIndex>();
const marks = new Map<string, SearchedMark>();
/** What was counted last; its places are asked for chapter by chapter. */
let last: { readonly question: FindQuestion; readonly counted: Counted } | undefined;

async function answer(request: SearchRequest): Promise<SearchCalls[SearchRequest['kind']]['answer']> {
  switch (request.kind) {
    case 'open': {
      const lacking = await openBook(request.ask);
      warmUp();
      return lacking;
    }
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
      return summaryOf(count(request.ask));
    case 'places':
      return placesIn(request.ask.chapterId, request.ask);
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

/**
 * Engines translate what has run a few times, and the first question reads what all later ones know: so some are asked before the
 * reader has typed one. Each in a turn of its own: what is typed meanwhile comes first.
 */
function warmUp(): void {
  for (const index of indexes.values()) {
    const title = index.chapters[0]?.title ?? '';
    const word = title.slice(0, 2);
    for (const input of [word, `${word} ${title}`, `${title}?`]) {
      setTimeout(() => searchBook([index], { input, languages: [], limit: 32, byChapterFrom: 0 }));
    }
  }
}

interface Counted {
  readonly chapters: ReturnType<typeof countOccurrences>;
  readonly scripts: Scripts;
  readonly otherScript: boolean;
}

/** A text that was typed into the bar is looked for as it is, and in the other script where it is not there. */
function count(question: FindQuestion): Counted {
  const { input, lang, literal } = question;
  const known = last?.question;
  if (last && known?.input === input && known.lang === lang && known.literal === literal) return last.counted;
  const index = indexes.get(lang);
  if (!index) return { chapters: [], scripts: 'as-typed', otherScript: false };
  const query = queryOf(question);
  const chapters = countOccurrences(index, query);
  const isThere = chapters.length > 0;
  const counted: Counted =
    (literal && isThere) || !isInOtherScript(index, query.words)
      ? { chapters, scripts: 'as-typed', otherScript: false }
      : { chapters: countOccurrences(index, query, 'both'), scripts: 'both', otherScript: !isThere };
  last = { question: { input, lang, literal }, counted };
  return counted;
}

function queryOf({ input, literal }: FindQuestion): ParsedQuery {
  return literal ? literalQuery(input) : parseQuery(input);
}

function placesIn(chapterId: string, question: FindQuestion): Occurrence[] {
  const index = indexes.get(question.lang);
  return index ? occurrences(index, queryOf(question), count(question).scripts, chapterId) : [];
}

function summaryOf({ chapters, otherScript }: Counted): FindSummary {
  let total = 0;
  const numbered = chapters.map(({ chapterId, count: own }) => {
    const first = total;
    total += own;
    return { chapterId, first, count: own };
  });
  return { total, otherScript: otherScript && total > 0, chapters: numbered };
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
