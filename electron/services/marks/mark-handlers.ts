/** The channels of marks and drafts. */
import type { EventPayload, Handlers } from '../../../core/contract/channels.ts';
import type { MarkChange, MarksChanged, PlacedMark } from '../../../core/contract/marks.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import type { ColorMeanings, Mark } from '../../../core/marks/mark.ts';
import type { Book } from '../library/book.ts';
import type { ChangedMarks, MarkStore, StoreChange } from '../store/mark-store.ts';
import { exchangeHandlers } from './exchange-handlers.ts';
import { placesOf, type Places } from './find-places.ts';

type MarkChannels =
  | 'marks:list'
  | 'marks:bin'
  | 'marks:erase'
  | 'marks:save'
  | 'marks:undo'
  | 'marks:redo'
  | 'marks:export'
  | 'marks:bring'
  | 'marks:import'
  | 'draft:save';

export interface MarkHandlerParts {
  readonly store: MarkStore;
  /** What the reader takes colours to mean. */
  readonly meanings: () => ColorMeanings;
  /** The open book, if it is the one that is asked for. */
  readonly bookOf: (bookId: string) => Result<Book>;
  /** Tells every page what has changed. */
  readonly tell: (change: EventPayload<'marks:changed'>) => void;
  /** Takes a snapshot of the store, where one is due: before an import. Fails with store-unavailable. */
  readonly snapshot: () => Promise<Result<unknown>>;
  /** Tells every page that it has to read all marks of a book again. */
  readonly tellOutdated: (of: EventPayload<'marks:outdated'>) => void;
}

/** So many marks go over at once: neither side is held up longer than a frame or two, and one part is all most readers have. */
const partLength = 2000;

/** What one step changed beyond that is read again, in parts. */
const toldOneByOne = 2000;

export function markHandlers({
  store,
  meanings,
  bookOf,
  tell,
  snapshot,
  tellOutdated,
}: MarkHandlerParts): Pick<Handlers, MarkChannels> {
  // A book that is opened again has other chapters.
  const known = new WeakMap<Book, Places>();
  const places = (book: Book): Places => {
    const found = known.get(book) ?? placesOf(book);
    known.set(book, found);
    return found;
  };

  const placed = async (book: Book, marks: readonly Mark[]): Promise<PlacedMark[]> => {
    const placements = await places(book).placementsOf(marks);
    return marks.map((mark, at) => ({ ...mark, placement: placements[at] ?? { kind: 'book' } }));
  };

  const answer = async (book: Book, done: Result<ChangedMarks>): Promise<Result<MarksChanged>> => {
    if (!done.ok) return done;
    const { changed, removed, history, sections = [] } = done.value;
    const bookId = book.manifest.id;
    if (changed.length + removed.length > toldOneByOne) {
      tellOutdated({ bookId });
      return success({ bookId, changed: [], removed: [], history, sections });
    }
    const change = { bookId, changed: await placed(book, changed), removed: [...removed], history, sections };
    tell(change);
    return success(change);
  };

  const turn = async (bookId: string, direction: 'undo' | 'redo'): Promise<Result<MarksChanged>> => {
    const book = bookOf(bookId);
    return book.ok ? answer(book.value, store.turn(bookId, direction)) : book;
  };

  return {
    ...exchangeHandlers({ store, meanings, bookOf, places, snapshot, tellChange: answer }),
    'marks:list': async ({ bookId, after = 0, chapterId }) => {
      const book = bookOf(bookId);
      if (!book.ok) return book;
      const found =
        chapterId === undefined ? store.part(bookId, after, partLength) : store.ofChapter(bookId, chapterId);
      const next = chapterId === undefined && found.length === partLength ? (found.at(-1)?.sequence ?? null) : null;
      const about = { total: store.count(bookId), drafts: store.drafts(bookId), history: store.history(bookId) };
      return success({ marks: await placed(book.value, found), next, ...about });
    },
    'marks:bin': async ({ bookId }) => {
      const book = bookOf(bookId);
      return book.ok ? success({ marks: await placed(book.value, store.bin(bookId)) }) : book;
    },
    'marks:erase': async ({ bookId, ids }) => {
      const book = bookOf(bookId);
      return book.ok ? answer(book.value, store.erase(bookId, ids)) : book;
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
  const { id, revision, patch, draft, spot } = change;
  if (spot === undefined) return success({ do: 'edit', id, revision, patch, draft });
  const fastening = await places.fasten(spot);
  return fastening.ok ? success({ do: 'edit', id, revision, patch, draft, fastening: fastening.value }) : fastening;
}
