/** The channels of the library. */
import type { Handlers } from '../../../core/contract/channels.ts';
import { failure, success } from '../../../core/contract/result.ts';
import type { Library } from './library.ts';

type ShelfChannels = 'shelf:list' | 'shelf:add' | 'shelf:update' | 'shelf:stop' | 'shelf:remove' | 'shelf:report';

/** Asks the reader for a folder or a zip: its path, nothing where none was chosen, `ask` where the page lets one be chosen. */
export type ChooseSource = (what: 'folder' | 'zip') => Promise<{ readonly path: string } | 'declined' | 'ask'>;

export interface ShelfOptions {
  readonly choose: ChooseSource;
  /** The path of a file that the system has handed over, once. */
  readonly takeArrived: (id: string) => string | undefined;
  /** Told of each book that came, is another now or is gone. */
  readonly onChange: (bookId: string) => void;
}

export function shelfHandlers(
  library: Library,
  { choose, takeArrived, onChange }: ShelfOptions,
): Pick<Handlers, ShelfChannels> {
  const arrived = async (work: ReturnType<Library['update']>): ReturnType<Library['update']> => {
    const done = await work;
    if (done.ok && 'book' in done.value) onChange(done.value.book.id);
    return done;
  };
  return {
    'shelf:list': async () => success({ books: await library.list() }),
    'shelf:add': async (order) => {
      if ('zip' in order) return arrived(library.add({ name: order.name, bytes: Buffer.from(order.zip, 'base64') }));
      if ('arrived' in order) {
        const path = takeArrived(order.arrived);
        return path === undefined ? failure('not-found', { what: order.arrived }) : arrived(library.add({ path }));
      }
      const chosen = await choose(order.from);
      return typeof chosen === 'string' ? success({ outcome: chosen }) : arrived(library.add(chosen));
    },
    'shelf:update': ({ bookId }) => arrived(library.update(bookId)),
    'shelf:stop': () => {
      library.stop();
      return Promise.resolve(success({}));
    },
    'shelf:remove': async ({ bookId }) => {
      const removed = await library.remove(bookId);
      if (removed.ok) onChange(bookId);
      return removed;
    },
    'shelf:report': ({ bookId }) => library.report(bookId),
  };
}
