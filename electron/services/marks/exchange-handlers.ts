/** The channels that bring marks out of the store as the text of a file, and into it. */
import type { BookManifest } from '../../../core/book/model.ts';
import type { Handlers } from '../../../core/contract/channels.ts';
import { failure, success, type Result } from '../../../core/contract/result.ts';
import { readAnnotations } from '../../../core/marks/exchange/annotation-file.ts';
import { exportMarks } from '../../../core/marks/exchange/export-marks.ts';
import { exportExtensions } from '../../../core/marks/exchange/formats.ts';
import { annotationsOf } from '../../../core/marks/exchange/html-file.ts';
import type { Book } from '../library/book.ts';
import type { MarkStore } from '../store/mark-store.ts';

export interface ExchangeParts {
  readonly store: MarkStore;
  readonly bookOf: (bookId: string) => Result<Book>;
  /** Tells every page that all marks of the open book are to be looked at again. */
  readonly tellAll: (book: Book) => Promise<void>;
}

/** As many bad entries are named; the rest is counted with them. */
const problemsNamed = 50;

export function exchangeHandlers({
  store,
  bookOf,
  tellAll,
}: ExchangeParts): Pick<Handlers, 'marks:export' | 'marks:import'> {
  return {
    'marks:export': ({ bookId, format, lang }) => {
      const book = bookOf(bookId);
      if (!book.ok) return Promise.resolve(book);
      const { manifest } = book.value;
      const now = new Date().toISOString();
      const text = exportMarks(manifest, store.list(bookId), { format, lang, now });
      return Promise.resolve(success({ name: fileName(manifest, now, exportExtensions[format]), text }));
    },
    'marks:import': async ({ bookId, text, take }) => {
      const book = bookOf(bookId);
      if (!book.ok) return book;
      const read = readAnnotations(annotationsOf(text));
      if (typeof read === 'string') return failure('import-refused', { what: read });
      const counts = take ? store.take(read.book, read.marks) : success(store.preview(read.marks));
      if (!counts.ok) return counts;
      if (take && read.book.id === bookId) await tellAll(book.value);
      const problems = read.problems.slice(0, problemsNamed).map(({ at, what }) => ({ at, what: what.slice(0, 300) }));
      return success({ bookId: read.book.id, counts: counts.value, problems, passedOver: read.problems.length });
    },
  };
}

/** `cncc marks 2026-11-27.md`: a name that every system takes. */
function fileName({ id }: BookManifest, now: string, extension: string): string {
  return `${id.replace(/[^\p{L}\p{N}_-]/gu, '-').slice(0, 50)} marks ${now.slice(0, 10)}.${extension}`;
}
