/** The channels that bring marks out of the store as the text of a file, and into it. */
import type { BookManifest } from '../../../core/book/model.ts';
import type { Handlers } from '../../../core/contract/channels.ts';
import { success, type Result } from '../../../core/contract/result.ts';
import { blockIdsOf } from '../../../core/marks/exchange/block-ids.ts';
import { exportExtensions } from '../../../core/marks/exchange/formats.ts';
import { placeNames } from '../../../core/marks/exchange/place-names.ts';
import { importRefused } from '../../../core/marks/exchange/import-refused.ts';
import { readMarks } from '../../../core/marks/exchange/read-marks.ts';
import { writeMarks } from '../../../core/marks/exchange/write-marks.ts';
import type { ColorMeanings } from '../../../core/marks/mark.ts';
import {
  countArrivals,
  nameOf,
  prepareImport,
  previewImport,
  takenByDefault,
  type SearchedBook,
} from '../exchange/import-marks.ts';
import { keepPieces } from '../exchange/pieces.ts';
import { marksOf } from '../exchange/restore.ts';
import type { Book } from '../library/book.ts';
import type { ChangedMarks, MarkStore } from '../store/mark-store.ts';
import type { Places } from './find-places.ts';

/** As many bad entries are named; the rest is counted with them. */
const problemsNamed = 50;

export interface ExchangeParts {
  readonly store: MarkStore;
  /** What the reader takes colours to mean. */
  readonly meanings: () => ColorMeanings;
  readonly bookOf: (bookId: string) => Result<Book>;
  readonly places: (book: Book) => Places;
  /** Takes a snapshot of the store, where one is due. Fails with store-unavailable. */
  readonly snapshot: () => Promise<Result<unknown>>;
  /** Tells every page what has changed in the open book. */
  readonly tellChange: (book: Book, done: Result<ChangedMarks>) => Promise<Result<unknown>>;
}

export function exchangeHandlers({
  store,
  meanings,
  bookOf,
  places,
  snapshot,
  tellChange,
}: ExchangeParts): Pick<Handlers, 'marks:export' | 'marks:bring' | 'marks:import'> {
  const brought = keepPieces();
  return {
    'marks:export': ({ bookId, format, lang }) => {
      const book = bookOf(bookId);
      if (!book.ok) return Promise.resolve(book);
      const { manifest } = book.value;
      const now = Date.now();
      const blockId = blockIdsOf(store.ids(bookId));
      const names = { ...placeNames(manifest, lang), meanings: meanings(), blockId };
      const text = writeMarks(format, marksOf(store, nameOf(book.value), now, false), names);
      return Promise.resolve(success({ name: fileName(manifest, now, exportExtensions[format]), text }));
    },
    'marks:bring': ({ file, text }) => {
      const kept = brought.add(file, text);
      return Promise.resolve(kept.ok ? success({}) : importRefused(kept.problem));
    },
    'marks:import': async ({ bookId, text: last, file, take }) => {
      const text = file === undefined ? { ok: true as const, value: last } : brought.take(file, last);
      const open = bookOf(bookId);
      if (!open.ok) return open;
      if (!text.ok) return importRefused(text.problem);
      const read = readMarks(text.value);
      if (!read.ok) return importRefused(read.problem);
      // Marks of another book are taken as well: they wait for it.
      const into = read.value.book ?? nameOf(open.value);
      const isOpen = into.id === bookId;
      const book: SearchedBook | undefined = isOpen
        ? { manifest: open.value.manifest, places: places(open.value) }
        : undefined;
      const incoming = await prepareImport(read.value, into, book);
      if (!incoming.ok) return importRefused(incoming.problem);
      const preview = await previewImport(incoming.value, store, book);
      if (!preview.ok) return preview;
      if (take) {
        const kept = await snapshot();
        if (!kept.ok) return kept;
        const done = store.import(incoming.value.book, incoming.value.marks, takenByDefault);
        const told = isOpen ? await tellChange(open.value, done) : done;
        if (!told.ok) return told;
      }
      const { passedOver } = read.value;
      const problems = passedOver.slice(0, problemsNamed);
      const counts = countArrivals(preview.value.arrivals);
      const notFound = preview.value.notFound?.length ?? null;
      return success({ bookId: into.id, counts, notFound, problems, passedOver: passedOver.length });
    },
  };
}

/** `cncc marks 2026-11-27.md`: a name that every system takes. */
function fileName({ id }: BookManifest, now: number, extension: string): string {
  const day = new Date(now).toISOString().slice(0, 10);
  return `${id.replace(/[^\p{L}\p{N}_-]/gu, '-').slice(0, 50)} marks ${day}.${extension}`;
}
