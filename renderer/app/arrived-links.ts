/** Addresses of places (`recto://…`) that come from outside: from another program, or from the command line. */
import { flattenChapters } from '../../core/book/contents.ts';
import { parseDeepLink } from '../../core/book/deep-link.ts';
import type { HostApi } from '../../core/contract/channels.ts';
import type { AppStore } from '../state/app-state.ts';
import type { Reader } from './reader.ts';
import type { Route } from './route.ts';

export interface Ways {
  readonly reader: Pick<Reader, 'open'>;
  readonly openBook: (bookId: string, route: Route) => void;
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
    const route = { chapterId: link?.chapterId ?? '', targetId: link?.targetId };
    const isHere = link?.bookId === manifest.id;
    if (isHere && flattenChapters(manifest.contents).some(({ id }) => id === link.chapterId)) {
      await ways.reader.open(route);
      return;
    }
    const shelf = link === undefined || isHere ? undefined : await host['shelf:list']({});
    if (link && shelf?.ok === true && shelf.value.books.some(({ id, damaged }) => id === link.bookId && !damaged)) {
      ways.openBook(link.bookId, route);
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
