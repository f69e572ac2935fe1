/** Asks the search for what stands in the panel, page after page, and the marks beside it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NotesAnswer } from '../../core/search/notes.ts';
import { parseQuery } from '../../core/search/parse-query.ts';
import type { Answer } from '../../core/search/search.ts';
import type { PanelAnswer } from '../features/search/result.ts';
import type { SearchScope } from '../state/finding.ts';
import { useAppState } from '../state/store-context.ts';
import { continued, toNotes, toOutcome } from './search-outcome.ts';
import type { Services } from './services.ts';

/** Results that come at once: what a tall window shows, and a little more. What nobody sees yet would make each key slower. */
const firstStep = 32;
/** Results that come with each step after that. */
const step = 100;
/** Marks that are shown before what the book says. */
const notesBeside = 3;

/** The query of a panel's field and scope. */
export function queryOf(input: string, scope: SearchScope): string {
  return scope === 'all' ? input : `${input} in:${scope}`;
}

interface Found {
  readonly asked: string;
  readonly answers: readonly Answer[];
  readonly notes: NotesAnswer;
  readonly onlyNotes: boolean;
}

export interface PanelSearch {
  /** Undefined before anything was asked. */
  readonly answer: PanelAnswer | undefined;
  /** Fetches what follows the results that are there. */
  readonly more: () => void;
}

/** @param chapterIds chapters whose results are listed; undefined for all */
export function useSearch(
  { searching, marks: loadMarks, sayFailure }: Services,
  { input, scope }: { readonly input: string; readonly scope: SearchScope },
  chapterIds: readonly string[] | undefined,
): PanelSearch {
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const both = useAppState((state) => state.reading.bilingual !== 'off');
  const marks = useAppState((state) => state.marks.list);
  const [found, setFound] = useState<Found>();
  const [noteLimit, setNoteLimit] = useState(step);
  /** Whether a page of results is on its way. */
  const isFetching = useRef(false);
  /** Ends when the last question has been answered. */
  const line = useRef(Promise.resolve());
  const asked = queryOf(input, scope);

  // Marks are read when they are first wanted; the search starts while the reader begins to type.
  useEffect(() => {
    loadMarks().catch(sayFailure);
    // Where it cannot, the first question says so.
    searching().catch(() => undefined);
  }, [loadMarks, searching, sayFailure]);

  useEffect(() => {
    if (input.trim() === '') return;
    const over = new AbortController();
    const isWanted = (): boolean => !over.signal.aborted;
    const { scopes } = parseQuery(asked);
    const onlyNotes = scopes.size === 1 && scopes.has('notes');
    const question = { input: asked, languages: both ? [] : [lang], limit: firstStep, chapterIds, byChapterFrom: 0 };
    const ask = async (): Promise<void> => {
      if (!isWanted()) return;
      const { client } = await searching();
      const [answers, notes] = await Promise.all([
        onlyNotes ? [] : client.search(question),
        client.notes(marks, { input: asked, limit: onlyNotes ? noteLimit : notesBeside }),
      ]);
      if (isWanted()) setFound({ asked, answers, notes, onlyNotes });
    };
    // One after the other: of what is typed faster than it is answered only the last is asked.
    line.current = line.current.then(ask).catch(sayFailure);
    return () => over.abort();
  }, [input, asked, both, lang, chapterIds, marks, noteLimit, searching, sayFailure]);

  const more = useCallback((): void => {
    if (found?.asked !== asked || isFetching.current) return;
    if (found.onlyNotes) {
      if (found.notes.hits.length < found.notes.total) setNoteLimit((limit) => limit + step);
      return;
    }
    const byChapterFrom = found.answers.reduce((sum, { hits }) => sum + hits.length, 0);
    if (byChapterFrom >= found.answers.reduce((sum, { listed }) => sum + listed, 0)) return;
    isFetching.current = true;
    searching()
      .then(async ({ client }) => {
        const languages = found.answers.map((answer) => answer.lang);
        const next = await client.search({ input: asked, languages, limit: step, chapterIds, byChapterFrom });
        // Another question may have been answered meanwhile.
        setFound((now) => (now === found ? { ...found, answers: continued(found.answers, next) } : now));
      })
      .catch(sayFailure)
      .finally(() => {
        isFetching.current = false;
      });
  }, [found, asked, chapterIds, searching, sayFailure]);

  const answer = useMemo((): PanelAnswer | undefined => {
    if (!found) return undefined;
    const { answers, notes, onlyNotes } = found;
    return {
      asked: found.asked,
      book: toOutcome(answers, manifest, lang),
      notes: { total: notes.total, results: toNotes(notes, marks, manifest, lang), only: onlyNotes },
    };
  }, [found, manifest, lang, marks]);
  return { more, answer: input.trim() === '' ? undefined : answer };
}
