/** The channels of what was read. */
import type { EventPayload, Handlers } from '../../../core/contract/channels.ts';
import { failure, success, type Result } from '../../../core/contract/result.ts';
import { sectionWeights } from '../../../core/reading/section-weights.ts';
import type { Book } from '../library/book.ts';
import type { MarkStore } from '../store/mark-store.ts';
import type { ReadStore } from '../store/section-reads.ts';

export interface ReadHandlerParts {
  readonly reads: ReadStore;
  readonly marks: Pick<MarkStore, 'history'>;
  /** The open book, if it is the one that is asked for. */
  readonly bookOf: (bookId: string) => Result<Book>;
  /** Tells every page what has changed. */
  readonly tell: (change: EventPayload<'marks:changed'>) => void;
}

type Weights = ReadonlyMap<string, number>;

export function readHandlers({
  reads,
  marks,
  bookOf,
  tell,
}: ReadHandlerParts): Pick<Handlers, 'reads:list' | 'reads:save'> {
  // Asked for every few seconds while somebody reads; a book that is opened again has other chapters.
  const known = new WeakMap<Book, Map<string, Weights>>();
  const weightsOf = async (book: Book, chapterId: string, lang: string): Promise<Result<Weights>> => {
    const ofBook = known.get(book) ?? new Map<string, Weights>();
    known.set(book, ofBook);
    const key = `${lang} ${chapterId}`;
    const found = ofBook.get(key);
    if (found) return success(found);
    const chapter = await book.chapter(chapterId, lang);
    if (!chapter.ok) return chapter;
    const weights = sectionWeights(chapter.value);
    ofBook.set(key, weights);
    return success(weights);
  };

  return {
    'reads:list': ({ bookId }) => {
      const book = bookOf(bookId);
      return Promise.resolve(book.ok ? success({ reads: reads.list(bookId) }) : book);
    },
    'reads:save': async ({ bookId, chapterId, lang, byHand, sections }) => {
      const book = bookOf(bookId);
      if (!book.ok) return book;
      const weights = await weightsOf(book.value, chapterId, lang);
      if (!weights.ok) return weights;
      const strange = sections.find(({ sectionId }) => !weights.value.has(sectionId));
      if (strange) return failure('not-found', { what: strange.sectionId });
      // One that is named twice counts as it is named last.
      const wanted = new Map(sections.map(({ sectionId, share }) => [sectionId, share]));
      const rows = [...wanted].map(([sectionId, share]) => {
        return { chapterId, sectionId, share, weight: weights.value.get(sectionId) ?? 0, byHand };
      });
      const kept = reads[byHand ? 'set' : 'add'](book.value.manifest, rows);
      if (!kept.ok) return kept;
      const change = { bookId, changed: [], removed: [], history: marks.history(bookId), sections: [...kept.value] };
      if (kept.value.length > 0) tell(change);
      return success(change);
    },
  };
}
