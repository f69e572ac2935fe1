/** What can be done with the books on the shelf. Loaded when it is first opened. */
import type { HostApi } from '../../../core/contract/channels.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { BookArrival, BookReport, ShelfBook } from '../../../core/contract/shelf.ts';
import { mostUploadBytes } from '../../../core/contract/upload-limit.ts';
import type { PackedBook } from '../../state/packing.ts';

export interface Shelf {
  readonly list: () => Promise<Result<readonly ShelfBook[]>>;
  /** Lets the host ask; `ask` where it has no dialog. */
  readonly choose: (what: 'folder' | 'zip') => Promise<Result<BookArrival>>;
  /** Hands over files that the reader has chosen or dropped: a zip, or the files of a folder. */
  readonly hand: (book: PackedBook) => Promise<Result<BookArrival>>;
  /** A zip that the system handed over. */
  readonly take: (arrivedId: string) => Promise<Result<BookArrival>>;
  readonly update: (bookId: string) => Promise<Result<BookArrival>>;
  readonly remove: (bookId: string) => Promise<Result<unknown>>;
  readonly report: (bookId: string) => Promise<Result<BookReport>>;
  readonly stop: () => void;
  /** Something on the shelf is another now, by this window or another. */
  readonly onChange: (listener: () => void) => () => void;
  readonly onProgress: (listener: (done: number, total: number) => void) => () => void;
}

/** As the reader is told it. */
export const uploadMegabytes = mostUploadBytes / 1024 / 1024;

export function createShelf(host: HostApi): Shelf {
  return {
    list: async () => {
      const listed = await host['shelf:list']({});
      return listed.ok ? { ok: true, value: listed.value.books } : listed;
    },
    choose: (from) => host['shelf:add']({ from }),
    hand: async ({ name, bytes }) => host['shelf:add']({ name, zip: await base64Of(bytes) }),
    take: (arrived) => host['shelf:add']({ arrived }),
    update: (bookId) => host['shelf:update']({ bookId }),
    remove: (bookId) => host['shelf:remove']({ bookId }),
    report: (bookId) => host['shelf:report']({ bookId }),
    stop: () => void host['shelf:stop']({}),
    onChange: (listener) => host.on('shelf:changed', listener),
    onProgress: (listener) => host.on('shelf:progressed', ({ done, total }) => listener(done, total)),
  };
}

function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result.replace(/^[^,]*,/, ''));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read.')));
    reader.readAsDataURL(content);
  });
}
