/** The channels of the library. */
import type { Handlers } from '../../../core/contract/channels.ts';
import { success } from '../../../core/contract/result.ts';
import type { Library } from './library.ts';

type ShelfChannels = 'shelf:list' | 'shelf:add' | 'shelf:update' | 'shelf:stop' | 'shelf:remove' | 'shelf:report';

/** Asks the reader for a folder or a zip: its path, nothing where none was chosen, `ask` where the page lets one be chosen. */
export type ChooseSource = (what: 'folder' | 'zip') => Promise<{ readonly path: string } | 'declined' | 'ask'>;

export function shelfHandlers(library: Library, chooseSource: ChooseSource): Pick<Handlers, ShelfChannels> {
  return {
    'shelf:list': async () => success({ books: await library.list() }),
    'shelf:add': async (order) => {
      if ('zip' in order) return library.add({ name: order.name, bytes: Buffer.from(order.zip, 'base64') });
      const chosen = await chooseSource(order.from);
      return typeof chosen === 'string' ? success({ outcome: chosen }) : library.add(chosen);
    },
    'shelf:update': ({ bookId }) => library.update(bookId),
    'shelf:stop': () => {
      library.stop();
      return Promise.resolve(success({}));
    },
    'shelf:remove': ({ bookId }) => library.remove(bookId),
    'shelf:report': ({ bookId }) => library.report(bookId),
  };
}
