/** Addresses of places (`recto://…`) that come from outside: from another program, or from the command line. */
import { flattenChapters } from '../../core/book/contents.ts';
import { parseDeepLink } from '../../core/book/deep-link.ts';
import type { HostApi } from '../../core/contract/channels.ts';
import type { AppStore } from '../state/app-state.ts';
import type { Reader } from './reader.ts';

/** The host gives the page an address to begin with in its own: `/?link=recto%3A%2F%2F…`. */
const startParameter = 'link';

/**
 * Opens the places of links that arrive, now and later. One that leads to no place of this book is named in a remark,
 * and the reader stays where they are.
 */
export function followArrivedLinks(page: Window, host: Pick<HostApi, 'on'>, store: AppStore, reader: Reader): void {
  function follow(address: string): void {
    const { manifest } = store.getState().reading;
    const link = parseDeepLink(address);
    const isHere =
      link?.bookId === manifest.id && flattenChapters(manifest.contents).some(({ id }) => id === link.chapterId);
    if (isHere) void reader.open({ chapterId: link.chapterId, targetId: link.targetId });
    else {
      const remark = { code: 'not-found' as const, details: { what: address } };
      store.setState(({ notices }) => ({ notices: { ...notices, remark } }));
    }
  }

  host.on('link:arrived', ({ address }) => follow(address));
  const first = new URLSearchParams(page.location.search).get(startParameter);
  if (first === null) return;
  // Once: a reload is to show where the reader is then.
  page.history.replaceState(page.history.state, '', page.location.pathname + page.location.hash);
  follow(first);
}
