/**
 * The browser's history, with the exact place of each entry. A place is kept in memory at once (going back changes the
 * entry before anyone is told) and written into the entry from time to time, so that it survives a reload.
 */
import type { Place } from '../state/reading.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

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

interface EntryState {
  readonly key: string;
  readonly place?: Place | undefined;
}

export function createReadingHistory(page: Window): ReadingHistory {
  const places = new Map<string, Place>();
  page.history.scrollRestoration = 'manual';
  let key = adoptEntry();

  /** The key of the current entry; a new one where the entry is not ours yet. */
  function adoptEntry(): string {
    const state = page.history.state as EntryState | null;
    if (!state?.key) {
      const fresh: EntryState = { key: crypto.randomUUID() };
      page.history.replaceState(fresh, '');
      return fresh.key;
    }
    if (state.place && !places.has(state.key)) places.set(state.key, state.place);
    return state.key;
  }

  function flush(): void {
    const state: EntryState = { key, place: places.get(key) };
    page.history.replaceState(state, '');
  }

  return {
    route: () => parseRoute(page.location.hash),
    place: () => places.get(key),
    push(route) {
      flush();
      key = crypto.randomUUID();
      page.history.pushState({ key } satisfies EntryState, '', formatRoute(route));
    },
    replace(route) {
      page.history.replaceState({ key, place: places.get(key) } satisfies EntryState, '', formatRoute(route));
    },
    notePlace: (place) => void places.set(key, place),
    flush,
    // Entries of this page alone: what the tab showed before is not the reader's way back.
    canGo: (direction) => (direction === 'back' ? page.navigation.canGoBack : page.navigation.canGoForward),
    go: (direction) => (direction === 'back' ? page.history.back() : page.history.forward()),
    onMove(listener) {
      const onPopState = (): void => {
        key = adoptEntry();
        listener();
      };
      page.addEventListener('popstate', onPopState);
      return () => page.removeEventListener('popstate', onPopState);
    },
  };
}
