/** Addresses of places (`recto://…`) that come from outside: from another program, or from the command line. */
import { flattenChapters } from '../../core/book/contents.ts';
import { bookInLink, parseDeepLink } from '../../core/book/deep-link.ts';
import type { HostApi } from '../../core/contract/channels.ts';
import type { AppStore } from '../state/app-state.ts';
import type { Reader } from './reader.ts';
import type { Route } from './route.ts';

export interface Ways {
  readonly reader: Pick<Reader, 'open'>;
  readonly openBook: (bookId: string, route: Route | undefined) => void;
}

/** The host gives the page an address to begin with in its own: `/?link=recto%3A%2F%2F…`. */
const startParameter = 'link';

/**
 * Opens the places of links that arrive, now and later. One that leads to no place of a book on the shelf is named in a remark,
 * and the reader stays where they are.
 */
export function followArrivedLinks(
  page: Window,
  host: Pick<HostApi, 'on' | 'shelf:list'>,
  store: AppStore,
  ways: Ways,
): void {
  async function follow(address: string): Promise<void> {
    const { manifest } = store.getState().reading;
    const link = parseDeepLink(address);
    const bookId = bookInLink(address);
    const route = link && { chapterId: link.chapterId, targetId: link.targetId };
    const isHere = bookId === manifest.id;
    if (isHere && route && flattenChapters(manifest.contents).some(({ id }) => id === route.chapterId)) {
      await ways.reader.open(route);
      return;
    }
    // A book alone: its reader is there.
    if (isHere && !route) return;
    const shelf = bookId === undefined || isHere ? undefined : await host['shelf:list']({});
    if (bookId !== undefined && shelf?.ok && shelf.value.books.some(({ id, damaged }) => id === bookId && !damaged)) {
      ways.openBook(bookId, route);
      return;
    }
    const remark = { code: 'not-found' as const, details: { what: address } };
    store.setState(({ notices }) => ({ notices: { ...notices, remark } }));
  }

  host.on('link:arrived', ({ address }) => void follow(address));
  const first = new URLSearchParams(page.location.search).get(startParameter);
  if (first === null) return;
  // Once: a reload is to show where the reader is then.
  const address = new URL(page.location.href);
  address.searchParams.delete(startParameter);
  page.history.replaceState(page.history.state, '', address);
  void follow(first);
}
