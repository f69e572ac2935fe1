/** The books that are open: Recto's own, and the imported ones as they are asked for. */
import { failure, type Result } from '../../../core/contract/result.ts';
import { isId } from '../../../core/book/slug.ts';
import { bookPlaces } from './book-record.ts';
import { openBook, type Book } from './book.ts';

export interface OpenBooks {
  /** The first of the folders that Recto brings along: what is shown where nothing else can be. */
  readonly main: () => Promise<Result<Book>>;
  /** Recto's own books that can be opened. */
  readonly own: () => Promise<Book[]>;
  /** Opens a book by its id, own or imported. Fails with not-found, book-missing, book-damaged. */
  readonly open: (bookId: string) => Promise<Result<Book>>;
  /** A book that is open: for whoever cannot wait. Fails with not-found, and as the main book does where that cannot be opened. */
  readonly opened: (bookId: string) => Result<Book>;
  /** Ids of the books that are open. */
  readonly openedIds: () => string[];
  /** Forgets an imported book, which is to be read anew, or not at all. */
  readonly forget: (bookId: string) => void;
}

/** @param ownFolders bundles that come with Recto, the main one first */
export async function openBooks(ownFolders: readonly string[], booksFolder: string): Promise<OpenBooks> {
  const own = new Map<string, Result<Book>>();
  const imported = new Map<string, Book>();

  /** A book that was missing may have been put in its place since: "try again" has to be worth something. */
  async function ownBook(folder: string): Promise<Result<Book>> {
    const known = own.get(folder);
    if (known?.ok === true) return known;
    const book = await openBook(folder);
    own.set(folder, book);
    return book;
  }
  await Promise.all(ownFolders.map(ownBook));

  const [mainFolder = ''] = ownFolders;
  const ownOpened = (): Book[] =>
    ownFolders.flatMap((folder) => {
      const book = own.get(folder);
      return book?.ok === true ? [book.value] : [];
    });

  function opened(bookId: string): Result<Book> {
    const book = ownOpened().find(({ manifest }) => manifest.id === bookId) ?? imported.get(bookId);
    if (book !== undefined) return { ok: true, value: book };
    const main = own.get(mainFolder);
    return main?.ok === false ? main : failure('not-found', { what: bookId });
  }

  return {
    main: () => ownBook(mainFolder),
    own: async () => {
      await Promise.all(ownFolders.map(ownBook));
      return ownOpened();
    },
    opened,
    openedIds: () => [...ownOpened().map(({ manifest }) => manifest.id), ...imported.keys()],
    open: async (bookId) => {
      const known = opened(bookId);
      if (known.ok || !isId(bookId)) return known;
      const book = await openBook(bookPlaces(booksFolder, bookId).bundle);
      if (!book.ok) return book.error.code === 'book-missing' ? failure('not-found', { what: bookId }) : book;
      // A folder that somebody has copied under another name would mix up the notes of two books.
      if (book.value.manifest.id !== bookId) return failure('not-found', { what: bookId });
      imported.set(bookId, book.value);
      return book;
    },
    forget: (bookId) => imported.delete(bookId),
  };
}
