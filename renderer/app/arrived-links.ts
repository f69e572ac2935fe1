/** Addresses of places (`recto://…`) that come from outside: from another program, or from the command line. */
import type { HostApi } from '../../core/contract/channels.ts';
import type { AppStore } from '../state/app-state.ts';
import type { Ways } from './follow-link.ts';

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
  sayFailure: (error: unknown) => void,
): void {
  const follow = (address: string): void =>
    void import('./follow-link.ts').then(({ followLink }) => followLink(address, host, store, ways)).catch(sayFailure);

  host.on('link:arrived', ({ address }) => follow(address));
  const first = new URLSearchParams(page.location.search).get(startParameter);
  if (first === null) return;
  // Once: a reload is to show where the reader is then.
  const address = new URL(page.location.href);
  address.searchParams.delete(startParameter);
  page.history.replaceState(page.history.state, '', address);
  follow(first);
}
