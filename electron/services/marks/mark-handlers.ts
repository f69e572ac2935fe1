/** The channels of marks and drafts. */
import type { EventPayload, Handlers } from '../../../core/contract/channels.ts';
import type { MarkChange, MarksChanged, PlacedMark } from '../../../core/contract/marks.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import type { Mark } from '../../../core/marks/mark.ts';
import type { Book } from '../library/book.ts';
import type { ChangedMarks, MarkStore, StoreChange } from '../store/mark-store.ts';
import { exchangeHandlers } from './exchange-handlers.ts';
import { placesOf, type Places } from './find-places.ts';

type MarkChannels =
  | 'marks:list'
  | 'marks:bin'
  | 'marks:save'
  | 'marks:undo'
  | 'marks:redo'
  | 'marks:export'
  | 'marks:import'
  | 'draft:save';

export interface MarkHandlerParts {
  readonly store: MarkStore;
  /** The open book, if it is the one that is asked for. */
  readonly bookOf: (bookId: string) => Result<Book>;
  /** Tells every page what has changed. */
  readonly tell: (change: EventPayload<'marks:changed'>) => void;
}

export function markHandlers({ store, bookOf, tell }: MarkHandlerParts): Pick<Handlers, MarkChannels> {
  // A book that is opened again has other chapters.
  const known = new WeakMap<Book, Places>();
  const places = (book: Book): Places => {
    const found = known.get(book) ?? placesOf(book);
    known.set(book, found);
    return found;
  };

  const placed = (book: Book, marks: readonly Mark[]): Promise<PlacedMark[]> =>
    Promise.all(marks.map(async (mark) => ({ ...mark, placement: await places(book).placementOf(mark) })));

  const answer = async (book: Book, done: Result<ChangedMarks>): Promise<Result<MarksChanged>> => {
    if (!done.ok) return done;
    const { changed, removed, history } = done.value;
    const change = { bookId: book.manifest.id, changed: await placed(book, changed), removed: [...removed], history };
    tell(change);
    return success(change);
  };

  const turn = async (bookId: string, direction: 'undo' | 'redo'): Promise<Result<MarksChanged>> => {
    const book = bookOf(bookId);
    return book.ok ? answer(book.value, store.turn(bookId, direction)) : book;
  };

  return {
    ...exchangeHandlers({ store, bookOf, places, tellChange: answer }),
    'marks:list': async ({ bookId }) => {
      const book = bookOf(bookId);
      if (!book.ok) return book;
      const marks = await placed(book.value, store.list(bookId));
      return success({ marks, drafts: store.drafts(bookId), history: store.history(bookId) });
    },
    'marks:bin': async ({ bookId }) => {
      const book = bookOf(bookId);
      return book.ok ? success({ marks: await placed(book.value, store.bin(bookId)) }) : book;
    },
    'marks:save': async ({ bookId, changes }) => {
      const book = bookOf(bookId);
      if (!book.ok) return book;
      const fastened = await Promise.all(changes.map((change) => fastenedChange(places(book.value), change)));
      const failed = fastened.find((change) => !change.ok);
      if (failed) return failed;
      const changesOfStore = fastened.flatMap((change) => (change.ok ? [change.value] : []));
      return answer(book.value, store.change(book.value.manifest, changesOfStore));
    },
    'marks:undo': ({ bookId }) => turn(bookId, 'undo'),
    'marks:redo': ({ bookId }) => turn(bookId, 'redo'),
    'draft:save': ({ bookId, draft }) => {
      const book = bookOf(bookId);
      return Promise.resolve(book.ok ? store.saveDraft(book.value.manifest, draft) : book);
    },
  };
}

async function fastenedChange(places: Places, change: MarkChange): Promise<Result<StoreChange>> {
  if (change.do === 'add') {
    const { id, kind, content, spot } = change;
    const fastening = await places.fasten(spot);
    return fastening.ok ? success({ do: 'add', id, kind, content, fastening: fastening.value }) : fastening;
  }
  if (change.do !== 'edit') return success(change);
  const { id, revision, patch, spot } = change;
  if (spot === undefined) return success({ do: 'edit', id, revision, patch });
  const fastening = await places.fasten(spot);
  return fastening.ok ? success({ do: 'edit', id, revision, patch, fastening: fastening.value }) : fastening;
}
