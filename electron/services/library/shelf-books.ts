/** What the shelf says about each book. */
import { basename } from 'node:path';
import { flattenChapters } from '../../../core/book/contents.ts';
import { bookMinutes } from '../../../core/book/reading-time.ts';
import { manualId } from '../../../core/contract/manual-id.ts';
import { summarizeReads, type SectionRead } from '../../../core/reading/section-read.ts';
import type { ShelfBook } from '../../../core/contract/shelf.ts';
import type { Store } from '../store/store.ts';
import type { BookRecord } from './book-record.ts';
import type { Book } from './book.ts';
import { sourceStamp } from './source-stamp.ts';

type Kept = Pick<Store, 'places' | 'marks' | 'reads'>;

/** An entry for a book that is open. `record` is there for an imported one. */
export async function shelfBook(book: Book, kept: Kept, record: BookRecord | 'own' | undefined): Promise<ShelfBook> {
  const { id, title, languages, contents } = book.manifest;
  const place = kept.places().find(({ bookId }) => bookId === id);
  const about = record === 'own' ? undefined : record;
  return {
    id,
    title,
    languages,
    kind: record !== 'own' ? 'imported' : id === manualId ? 'manual' : 'edition',
    chapters: flattenChapters(contents).length,
    progress: place === undefined ? null : shareRead(book, kept.reads.list(id), place.lang),
    lastReadAt: place?.savedAt ?? null,
    marks: kept.marks.list(id).length,
    source: about === undefined ? null : await sourceOf(about),
    errors: about?.errors ?? 0,
    warnings: about?.warnings ?? 0,
    damaged: false,
  };
}

/** An entry for an imported book that cannot be opened: it can be compiled again, or taken away. */
export async function damagedBook(id: string, kept: Kept, record: BookRecord | undefined): Promise<ShelfBook> {
  return {
    id,
    title: { en: id },
    languages: [],
    kind: 'imported',
    chapters: 0,
    progress: null,
    lastReadAt: null,
    marks: kept.marks.list(id).length,
    source: record === undefined ? null : await sourceOf(record),
    errors: record?.errors ?? 0,
    warnings: record?.warnings ?? 0,
    damaged: true,
  };
}

/** The same share as the foot of the contents shows. */
function shareRead({ manifest: { contents } }: Book, reads: readonly SectionRead[], lang: string): number {
  const minutes = bookMinutes(contents, lang, summarizeReads(contents, reads).chapterShare);
  return minutes ? minutes.read / minutes.total : 0;
}

async function sourceOf({ source }: BookRecord): Promise<ShelfBook['source']> {
  if (source.kind === 'upload') return { kind: 'upload', name: source.name, state: 'kept' };
  const stamp = await sourceStamp(source.path);
  const state = stamp === undefined ? 'gone' : stamp === source.stamp ? 'same' : 'changed';
  return { kind: source.kind, name: basename(source.path), state };
}
