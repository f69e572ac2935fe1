/**
 * The browser's history, with the exact place of each entry. A place is kept in memory at once (going back changes the
 * entry before anyone is told) and written into the entry from time to time, so that it survives a reload.
 */
import type { Place } from '../state/reading.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';
import type { Trail } from './trail.ts';

export interface ReadingHistory {
  /** What the address names now. */
  readonly route: () => Route | null;
  /** The place at which the current entry was left, if it was here before. */
  readonly place: () => Place | undefined;
  readonly push: (route: Route) => void;
  /** Gives the current entry another address. */
  readonly replace: (route: Route) => void;
  /** Remembers the place in the current entry. */
  readonly notePlace: (place: Place) => void;
  /** Writes the noted place into the entry: for a reload. */
  readonly flush: () => void;
  readonly canGo: (direction: 'back' | 'forward') => boolean;
  readonly go: (direction: 'back' | 'forward') => void;
  /** Calls `listener` after the reader went back or forward, or typed another address. */
  readonly onMove: (listener: () => void) => () => void;
}

/** The history of a page, which can also be looked at as a whole. */
export interface PageHistory extends ReadingHistory {
  readonly trail: () => Trail;
}

/** What an entry keeps in the browser's own list. */
interface EntryState {
  readonly place?: Place | undefined;
}

export function createReadingHistory(page: Window): PageHistory {
  const { navigation } = page;
  /** Newer than what the entries hold, by their keys. */
  const places = new Map<string, Place>();
  page.history.scrollRestoration = 'manual';

  const placeOf = (entry: NavigationHistoryEntry | null): Place | undefined =>
    entry ? (places.get(entry.key) ?? (entry.getState() as EntryState | undefined)?.place) : undefined;
  const place = (): Place | undefined => placeOf(navigation.currentEntry);

  function flush(): void {
    navigation.updateCurrentEntry({ state: { place: place() } satisfies EntryState });
  }

  return {
    route: () => parseRoute(page.location.hash),
    place,
    push(route) {
      flush();
      page.history.pushState(null, '', formatRoute(route));
    },
    replace: (route) => page.history.replaceState(null, '', formatRoute(route)),
    notePlace(noted) {
      if (navigation.currentEntry) places.set(navigation.currentEntry.key, noted);
    },
    flush,
    trail() {
      const entries = navigation.entries().flatMap((entry) => {
        const route = parseRoute(URL.parse(entry.url ?? '')?.hash ?? '');
        return route ? [{ entry, point: { route, place: placeOf(entry) } }] : [];
      });
      return {
        points: entries.map(({ point }) => point),
        at: Math.max(
          0,
          entries.findIndex(({ entry }) => entry.key === navigation.currentEntry?.key),
        ),
      };
    },
    // Entries of this page alone: what the tab showed before is not the reader's way back.
    canGo: (direction) => (direction === 'back' ? navigation.canGoBack : navigation.canGoForward),
    go: (direction) => (direction === 'back' ? page.history.back() : page.history.forward()),
    onMove(listener) {
      page.addEventListener('popstate', listener);
      return () => page.removeEventListener('popstate', listener);
    },
  };
}
