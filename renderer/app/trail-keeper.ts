/** Keeps the way through the book with the host, so that back and forward lead on after a restart. */
import type { HostApi } from '../../core/contract/channels.ts';
import type { AppStore } from '../state/app-state.ts';
import { warned } from '../state/notices.ts';
import { shownChapterId } from '../state/reading.ts';
import type { PageHistory } from './history.ts';
import { aroundChapter, knownPoints, newestPoints } from './trail.ts';

export interface TrailKeeper {
  /** Saves the trail, at once: a jump is rare, and the page may go away right after it. */
  readonly save: () => void;
  /** Puts the trail of the last run around where the reader is. */
  readonly restore: () => Promise<void>;
}

export function createTrailKeeper(host: HostApi, store: AppStore, history: PageHistory): TrailKeeper {
  return {
    save() {
      const bookId = store.getState().reading.manifest.id;
      void host['trail:save']({ bookId, trail: newestPoints(history.trail()) }).then((saved) => {
        const { notices } = store.getState();
        if (!saved.ok && saved.error.code !== 'host-gone') store.setState({ notices: warned(notices, saved.error) });
      });
    },
    async restore() {
      const { manifest } = store.getState().reading;
      const kept = await host['trail:read']({ bookId: manifest.id });
      // Nobody asked for it: without it the history just begins here.
      if (!kept.ok) return;
      const trail = knownPoints(kept.value, manifest.contents);
      await history.restore(aroundChapter(trail, shownChapterId(store.getState().reading.shown)));
      // Drawn again: back and forward lead somewhere now.
      store.setState((state) => ({ reading: { ...state.reading } }));
    },
  };
}
