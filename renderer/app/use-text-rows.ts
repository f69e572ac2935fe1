import { useCallback, useEffect, useRef, useState } from 'react';
import { parseQuery } from '../../core/search/parse-query.ts';
import type { PaletteProps } from '../features/palette/Palette.tsx';
import { useUiLanguage } from '../i18n/messages-context.ts';
import { searchMessagesFor } from '../i18n/search.ts';
import type { SearchScope } from '../state/finding.ts';
import { toNotes } from './search-outcome.ts';
import type { Services } from './services.ts';
import { allRow, markRow, sectionRow } from './text-rows.ts';

const none: PaletteProps['text'] = { query: '', rows: [] };

/** As many as do not crowd out the names. */
const sectionCount = 5;
const markCount = 3;
/** Where marks are all that is asked for. */
const markCountAlone = 20;

/**
 * Rows of the palette from the reader's marks and the text of the book: the best of each, and the way to all of them. They
 * come with the query that they answer.
 */
export function useTextRows(services: Services): readonly [PaletteProps['text'], (query: string) => void] {
  const { store, searching, marks, sayFailure, commands } = services;
  const { palette: words, search: panelWords } = searchMessagesFor(useUiLanguage());
  const [text, setText] = useState(none);
  const latest = useRef('');

  // Ready when something is typed.
  useEffect(() => void searching().catch(sayFailure), [searching, sayFailure]);

  const onQuery = useCallback(
    (query: string): void => {
      latest.current = query;
      // A single letter stands everywhere.
      if (!/\p{Script=Han}|\S\s*\S/u.test(query)) {
        setText({ query, rows: [] });
        return;
      }
      const { scopes } = parseQuery(query);
      const marksAlone = scopes.size === 1 && scopes.has('notes');

      const openPanel = (scope: SearchScope): void => {
        store.setState(({ finding }) => ({ finding: { ...finding, panel: { input: query, scope } } }));
        commands['search.open'].run();
      };

      async function markRows() {
        const loaded = await marks();
        const { list } = store.getState().marks;
        const { manifest, lang } = store.getState().reading;
        const { client } = await searching();
        const found = await client.notes(list, { input: query, limit: marksAlone ? markCountAlone : markCount });
        const open = (markId: string): void => {
          const mark = store.getState().marks.list.find(({ id }) => id === markId);
          if (mark) loaded.show(mark).catch(sayFailure);
        };
        const rows = toNotes(found, list, manifest, lang).map((result) => markRow(result, panelWords.wholeBook, open));
        const more = allRow('note', panelWords.allNotes(found.total), () => openPanel(marksAlone ? 'all' : 'notes'));
        return found.total > rows.length ? [...rows, more] : rows;
      }

      async function sectionRows() {
        const { manifest, lang } = store.getState().reading;
        const { client, finding } = await searching();
        const answers = await client.search({ input: query, languages: [lang], limit: sectionCount });
        const exact = answers
          .flatMap(({ hits }) => hits.filter((hit) => hit.exact || hit.otherScript))
          .slice(0, sectionCount);
        if (exact.length === 0) return [];
        const total = answers.reduce((sum, answer) => sum + answer.exactTotal + answer.otherScriptTotal, 0);
        return [
          ...exact.map((hit) => sectionRow(hit, manifest, () => finding.follow(hit, query))),
          allRow('text', words.allText(query.trim(), total), () => openPanel('all')),
        ];
      }

      Promise.all([markRows(), marksAlone ? [] : sectionRows()])
        .then(([ofMarks, ofBook]) => {
          if (latest.current !== query) return;
          setText({ query, rows: [...ofMarks, ...ofBook], nothing: marksAlone ? panelWords.noNotes : undefined });
        })
        .catch(sayFailure);
    },
    [store, searching, marks, sayFailure, commands, words, panelWords],
  );
  return [text, onQuery];
}
