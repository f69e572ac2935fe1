/** What the shelf says about each book. */
import { basename } from 'node:path';
import { flattenChapters } from '../../../core/book/contents.ts';
import { bookMinutes, chapterTimes } from '../../../core/book/reading-time.ts';
import { manualId } from '../../../core/contract/manual-id.ts';
import type { ShelfBook } from '../../../core/contract/shelf.ts';
import type { LastPlace, Store } from '../store/store.ts';
import type { BookRecord } from './book-record.ts';
import type { Book } from './book.ts';
import { sourceStamp } from './source-stamp.ts';

type Kept = Pick<Store, 'places' | 'marks'>;

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
    progress: place === undefined ? null : await progressIn(book, place),
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

/** The same share as the foot of the contents shows, at the block where the reader was. */
async function progressIn(book: Book, { chapterId, blockId, lang }: LastPlace): Promise<number> {
  const minutes = bookMinutes(book.manifest.contents, chapterId, lang);
  const chapter = await book.chapter(chapterId, lang);
  if (minutes === undefined || !chapter.ok) return 0;
  const { indexOf, minutesFrom } = chapterTimes(chapter.value);
  const left = minutesFrom[indexOf.get(blockId) ?? 0] ?? 0;
  return Math.min(1, (minutes.before + Math.max(0, minutes.own - left)) / minutes.total);
}

async function sourceOf({ source }: BookRecord): Promise<ShelfBook['source']> {
  if (source.kind === 'upload') return { kind: 'upload', name: source.name, state: 'kept' };
  const stamp = await sourceStamp(source.path);
  const state = stamp === undefined ? 'gone' : stamp === source.stamp ? 'same' : 'changed';
  return { kind: source.kind, name: basename(source.path), state };
}
