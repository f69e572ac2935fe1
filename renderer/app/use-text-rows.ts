import { useCallback, useEffect, useRef, useState } from 'react';
import { localized, pathToChapter } from '../../core/book/contents.ts';
import type { Hit } from '../../core/search/search.ts';
import type { PaletteProps } from '../features/palette/Palette.tsx';
import type { PaletteRow } from '../features/palette/palette-item.ts';
import { useUiLanguage } from '../i18n/messages-context.ts';
import { searchMessagesFor } from '../i18n/search.ts';
import type { Services } from './services.ts';

const none: PaletteProps['text'] = { query: '', rows: [] };

/** As many as do not crowd out the names. */
const rowCount = 5;

/** Rows of the palette from the text of the book: the best sections, and the way to all of them. */
export function useTextRows(services: Services): readonly [PaletteProps['text'], (query: string) => void] {
  const { store, searching, sayFailure, commands } = services;
  const { palette: words } = searchMessagesFor(useUiLanguage());
  const [text, setText] = useState(none);
  const latest = useRef('');

  // Ready when something is typed.
  useEffect(() => void searching().catch(sayFailure), [searching, sayFailure]);

  const onQuery = useCallback(
    (query: string): void => {
      latest.current = query;
      // A single letter stands everywhere.
      if (!/\p{Script=Han}|\S\s*\S/u.test(query)) {
        setText(none);
        return;
      }
      const { manifest, lang } = store.getState().reading;
      const rowOf = (hit: Hit): PaletteRow => ({
        name: 0,
        ranges: hit.excerpt.ranges,
        item: {
          id: `text ${hit.lang} ${hit.chapterId}/${hit.sectionId}`,
          kind: 'text',
          names: [hit.excerpt.text],
          languages: [hit.lang],
          path: [
            ...pathToChapter(manifest.contents, hit.chapterId).map(({ title }) =>
              localized(title, hit.lang, manifest.languages),
            ),
            ...hit.trail.slice(1),
            ...(hit.trail.length > 0 ? [hit.title] : []),
          ],
          trail: [],
          weight: 0,
          run: () => void searching().then(({ finding }) => finding.follow(hit, query), sayFailure),
        },
      });
      const allOf = (count: number): PaletteRow => ({
        name: 0,
        ranges: [],
        item: {
          id: 'text all',
          kind: 'text',
          names: [words.allText(query.trim(), count)],
          languages: [lang],
          path: [],
          trail: [],
          weight: 0,
          run() {
            store.setState(({ finding }) => ({ finding: { ...finding, panel: { input: query, scope: 'all' } } }));
            commands['search.open'].run();
          },
        },
      });
      searching()
        .then(async ({ client }) => {
          const answers = await client.search({ input: query, languages: [lang], limit: rowCount });
          if (latest.current !== query) return;
          const exact = answers
            .flatMap(({ hits }) => hits.filter((hit) => hit.exact || hit.otherScript))
            .slice(0, rowCount);
          const total = answers.reduce((sum, answer) => sum + answer.exactTotal + answer.otherScriptTotal, 0);
          setText({ query, rows: exact.length === 0 ? [] : [...exact.map(rowOf), allOf(total)] });
        })
        .catch(sayFailure);
    },
    [store, searching, sayFailure, commands, words],
  );
  return [text, onQuery];
}
