/** Where an address of a place (`recto://…`) leads that comes from outside. Fetched with the first of them. */
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

/**
 * Opens the place, or the book at the place where its reader is. An address that leads to no place of a book on the shelf is named in
 * a remark, and the reader stays where they are.
 */
export async function followLink(
  address: string,
  host: Pick<HostApi, 'shelf:list'>,
  store: AppStore,
  ways: Ways,
): Promise<void> {
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
