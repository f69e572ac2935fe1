/**
 * The browser's history, with the exact place of each entry. A place is kept in memory at once (going back changes the
 * entry before anyone is told) and written into the entry from time to time, so that it survives a reload.
 */
import type { Trail, TrailPoint } from '../../core/contract/trail.ts';
import type { Place } from '../state/reading.ts';
import { bookInAddress } from './open-book.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

export interface ReadingHistory {
  /** What the address names now. */
  readonly route: () => Route | null;
  /** The place at which the current entry was left, if it was here before. */
  readonly place: () => Place | undefined;
  /**
   * Makes a new entry. A place that one only passed through, gone within two seconds and without having read on, is
   * not worth coming back to: the new entry takes its place.
   */
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
  /** Puts the entries of an earlier run around the current one, where the page has no history yet. */
  readonly restore: (trail: Trail) => Promise<void>;
}

/** What an entry keeps in the browser's own list. */
interface EntryState {
  /** The entry's own key: an address typed within the page gets a copy of the state of the entry before it. */
  readonly key: string;
  readonly place?: Place | undefined;
}

/** How the reader came to the current entry, as long as it may be one that is only passed through. */
interface Arrival {
  readonly timeMs: number;
  readonly blockId: string | undefined;
}

const passingMs = 2000;

/** @param onPush called after each new entry, with where the reader was before it. */
export function createReadingHistory(page: Window, onPush: (left: TrailPoint | undefined) => void): PageHistory {
  const { navigation } = page;
  /** Newer than what the entries hold, by their keys. */
  const places = new Map<string, Place>();
  let arrival: Arrival | undefined;
  /** The reader's place while a step of `restore` is under way, which is not the reader's. */
  let restoring: { readonly place: Place | undefined; readonly done: () => void } | undefined;
  const listeners = new Set<() => void>();
  page.history.scrollRestoration = 'manual';
  page.addEventListener('popstate', () => {
    arrival = undefined;
    if (restoring) {
      if (restoring.place) places.set(currentKey(), restoring.place);
      restoring.done();
      restoring = undefined;
    } else listeners.forEach((listener) => listener());
  });

  const currentKey = (): string => navigation.currentEntry?.key ?? '';
  function placeOf(entry: NavigationHistoryEntry | null): Place | undefined {
    if (!entry) return undefined;
    const state = entry.getState() as EntryState | undefined;
    return places.get(entry.key) ?? (state?.key === entry.key ? state.place : undefined);
  }

  function writeState(written: Place | undefined): void {
    navigation.updateCurrentEntry({ state: { key: currentKey(), place: written } satisfies EntryState });
  }

  const place = (): Place | undefined => placeOf(navigation.currentEntry);

  /** Entries of another book are other pages in the same list, and do not say what they are. */
  const ownBook = bookInAddress(page.location);
  const isOwn = (entry: NavigationHistoryEntry): boolean => {
    const url = URL.parse(entry.url ?? '');
    return url !== null && bookInAddress(url) === ownBook;
  };

  function pointOf(entry: NavigationHistoryEntry | null): TrailPoint | undefined {
    if (entry === null || !isOwn(entry)) return undefined;
    const route = parseRoute(URL.parse(entry.url ?? '')?.hash ?? '');
    return route ? { ...route, place: placeOf(entry) } : undefined;
  }

  function flush(): void {
    if (!restoring) writeState(place());
  }

  return {
    route: () => parseRoute(page.location.hash),
    place,
    push(route) {
      const passing = arrival !== undefined && page.performance.now() - arrival.timeMs < passingMs;
      const left = passing ? undefined : pointOf(navigation.currentEntry);
      if (passing) {
        places.delete(currentKey());
        page.history.replaceState(null, '', formatRoute(route));
      } else {
        flush();
        page.history.pushState(null, '', formatRoute(route));
      }
      arrival = { timeMs: page.performance.now(), blockId: undefined };
      onPush(left);
    },
    replace: (route) => page.history.replaceState(null, '', formatRoute(route)),
    notePlace(noted) {
      if (restoring) return;
      places.set(currentKey(), noted);
      if (arrival?.blockId === undefined) arrival &&= { ...arrival, blockId: noted.blockId };
      else if (arrival.blockId !== noted.blockId) arrival = undefined;
    },
    flush,
    trail() {
      const entries = navigation.entries().flatMap((entry) => {
        const point = pointOf(entry);
        return point ? [{ key: entry.key, point }] : [];
      });
      const at = entries.findIndex(({ key }) => key === currentKey());
      return { points: entries.map(({ point }) => point), at: Math.max(0, at) };
    },
    async restore({ points, at }) {
      if (navigation.entries().filter(isOwn).length > 1 || points.length < 2) return;
      const here = place();
      places.clear();
      for (const [index, { place: left, ...route }] of points.entries()) {
        if (index === 0) page.history.replaceState(null, '', formatRoute(route));
        else page.history.pushState(null, '', formatRoute(route));
        writeState(left);
      }
      if (at < points.length - 1) {
        await new Promise<void>((done) => {
          restoring = { place: here, done };
          page.history.go(at - (points.length - 1));
        });
      } else if (here) places.set(currentKey(), here);
    },
    // Entries of this page alone: what the tab showed before is not the reader's way back.
    canGo: (direction) => (direction === 'back' ? navigation.canGoBack : navigation.canGoForward),
    go: (direction) => (direction === 'back' ? page.history.back() : page.history.forward()),
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
