/** The channel that makes an EPUB of the open book. */
import { localized } from '../../../core/book/contents.ts';
import type { Handlers } from '../../../core/contract/channels.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import { fileNameFor } from '../../../core/paper/file-name.ts';
import type { Book } from '../library/book.ts';
import { placesOf } from '../marks/find-places.ts';
import type { MarkStore } from '../store/mark-store.ts';
import { makeEpub } from './make-epub.ts';

/** Saves a file where the reader says, and tells the name it got; for a host that has a dialog for it. */
export type SaveBytes = (
  name: string,
  bytes: Uint8Array,
) => Promise<Result<{ readonly outcome: 'saved' | 'declined'; readonly name: string }>>;

export interface EpubHandlerParts {
  readonly store: Pick<MarkStore, 'list'>;
  readonly bookOf: (bookId: string) => Result<Book>;
  /** Undefined where the page saves by itself. */
  readonly save: SaveBytes | undefined;
}

export function epubHandlers({ store, bookOf, save }: EpubHandlerParts): Pick<Handlers, 'book:epub'> {
  return {
    'book:epub': async ({ bookId, langs: [lang = '', other], marks }) => {
      const book = bookOf(bookId);
      if (!book.ok) return book;
      const { manifest } = book.value;
      const list = marks === 'none' ? [] : store.list(bookId);
      const placements = await placesOf(book.value).placementsOf(list);
      const notes = list.map((mark, at) => ({ ...mark, placement: placements[at] ?? ({ kind: 'book' } as const) }));
      const langs: readonly [string, string?] = other === undefined ? [lang] : [lang, other];
      const epub = await makeEpub(book.value, { langs, marks, notes });
      if (!epub.ok) return epub;
      const name = fileNameFor(localized(manifest.title, lang, manifest.languages), 'epub', manifest.id);
      if (save === undefined) {
        return success({ outcome: 'ask', name, content: Buffer.from(epub.value).toString('base64') });
      }
      return save(name, epub.value);
    },
  };
}
