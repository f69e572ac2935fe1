/** Search and find, loaded when they are first asked for. */
import type { Term } from '../../core/book/model.ts';
import type { Occurrence } from '../../core/search/occurrences.ts';
import type { Around } from './actions/around.ts';
import { lazily } from './lazily.ts';
import type { Searching } from './searching.ts';

export function searchingLoader(
  { page, host, store, state, reader, words, announce, sayFailure }: Around,
  terms: () => Promise<readonly Term[]>,
): () => Promise<Searching> {
  /** What stands at a place of the open chapter; nothing is known of other chapters. */
  function textAt({ chapterId, blockId }: Occurrence): string | undefined {
    const { shown } = state().reading;
    if (shown.kind !== 'chapter' || shown.chapter.id !== chapterId) return undefined;
    return shown.chapter.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === blockId)?.text;
  }
  return lazily(async () => {
    const [{ createSearching }, { searchMessagesFor }] = await Promise.all([
      import('./searching.ts'),
      import('../i18n/search.ts'),
    ]);
    return createSearching({
      page,
      store,
      reader,
      host,
      terms,
      onPlace: (at, count, place) =>
        announce(searchMessagesFor(words().language).finding.at(at + 1, count, textAt(place) ?? '')),
      onFailure: sayFailure,
    });
  });
}
