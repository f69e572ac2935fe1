/** The books that were read last, for the menu. */
import type { Handlers } from '../../core/contract/channels.ts';
import type { Services } from '../services/host-services.ts';
import { showRecentBooks } from './menu.ts';

/** After the start and whatever the page does first: books are looked at on the disk. */
const pauseMs = 1000;

/** The same handlers, where a book that is opened or taken away is soon seen in the menu. */
export function followingRecentBooks(handlers: Handlers, { recentBooks }: Pick<Services, 'recentBooks'>): Handlers {
  let timer: NodeJS.Timeout | undefined;
  /** The book that was read last, as the menu has it. */
  let newest: string | undefined;

  function lookSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      recentBooks().then(
        (books) => {
          newest = books[0]?.id;
          showRecentBooks(books);
        },
        (error: unknown) => console.error('recto: the books that were read last:', error),
      );
    }, pauseMs).unref();
  }

  return {
    ...handlers,
    'app:start': async (request) => {
      const started = await handlers['app:start'](request);
      lookSoon();
      return started;
    },
    'position:save': async (position) => {
      const saved = await handlers['position:save'](position);
      if (position.bookId !== newest) lookSoon();
      return saved;
    },
    'shelf:remove': async (request) => {
      const removed = await handlers['shelf:remove'](request);
      lookSoon();
      return removed;
    },
  };
}
