/** Keeps the way through the book with the host, so that back and forward lead on after a restart. */
import type { HostApi } from '../../core/contract/channels.ts';
import type { AppStore } from '../state/app-state.ts';
import { warned } from '../state/notices.ts';
import { shownChapterId } from '../state/reading.ts';
import type { PageHistory } from './history.ts';
import { knownPoints, newestPoints } from './trail.ts';

export interface TrailKeeper {
  /** Saves the trail soon. */
  readonly save: () => void;
  /** Saves now what is waiting. */
  readonly flush: () => void;
  /** Puts the trail of the last run around where the reader is. */
  readonly restore: () => Promise<void>;
}

const delayMs = 300;

export function createTrailKeeper(host: HostApi, store: AppStore, history: PageHistory): TrailKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const bookId = store.getState().reading.manifest.id;
    void host['trail:save']({ bookId, trail: newestPoints(history.trail()) }).then((saved) => {
      const { notices } = store.getState();
      if (!saved.ok && saved.error.code !== 'host-gone') store.setState({ notices: warned(notices, saved.error) });
    });
  }

  return {
    save: () => void (timer ??= setTimeout(flush, delayMs)),
    flush,
    async restore() {
      const { manifest } = store.getState().reading;
      const kept = await host['trail:read']({ bookId: manifest.id });
      // Nobody asked for it: without it the history just begins here.
      if (!kept.ok) return;
      const trail = knownPoints(kept.value, manifest.contents);
      const { reading } = store.getState();
      if (trail.points[trail.at]?.chapterId !== shownChapterId(reading.shown)) return;
      await history.restore(trail);
      // Drawn again: back and forward lead somewhere now.
      store.setState((state) => ({ reading: { ...state.reading } }));
    },
  };
}
