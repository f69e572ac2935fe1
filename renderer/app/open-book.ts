/** Which book a page shows stands in its address, `/?book=ID#/…`: a reload, and the way back, lead to the same book. */
import type { Request } from '../../core/contract/channels.ts';
import { formatRoute, type Route } from './route.ts';

/** Where one more window begins: a place in a book, or where this one is. */
export type WindowPlace = Request<'window:open'>['place'];

const bookParameter = 'book';

/** The book that the page's address names; undefined where it names none, or what is no id. */
export function bookInAddress(location: Pick<Location, 'search'>): string | undefined {
  const id = new URLSearchParams(location.search).get(bookParameter) ?? '';
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,199}$/u.test(id) ? id : undefined;
}

/** Puts the book that is shown into the address. A place in another book, which could not be opened, goes out of it. */
export function adoptBook(page: Window, bookId: string): void {
  const named = bookInAddress(page.location);
  if (named === bookId) return;
  const hash = named === undefined ? page.location.hash : '';
  page.history.replaceState(page.history.state, '', addressOf(page.location, bookId) + hash);
}

/** Leaves the page for another book. Whatever is to be kept has to be kept before. */
export function goToBook(page: Window, bookId: string, route?: Route): void {
  const hash = route === undefined ? '' : formatRoute(route);
  page.location.assign(addressOf(page.location, bookId) + hash);
}

/**
 * Opens one more window of the browser, as large as this one; it belongs to this session. False where the browser does not.
 */
export function openBeside(page: Window, place: WindowPlace): boolean {
  const bookId = place === 'here' ? (bookInAddress(page.location) ?? '') : place.bookId;
  const address = addressOf(page.location, bookId) + (place === 'here' ? '' : formatRoute(place));
  // Without an opener it would have no part in this tab's session.
  return page.open(address, '_blank', `popup,width=${page.innerWidth},height=${page.innerHeight}`) !== null;
}

function addressOf({ pathname, search }: Location, bookId: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set(bookParameter, bookId);
  return `${pathname}?${parameters.toString()}`;
}
