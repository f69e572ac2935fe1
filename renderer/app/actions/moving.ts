import type { MovingActions } from '../commands/moving.ts';
import { wideWindow } from '../use-media.ts';
import type { Around } from './around.ts';

export function movingActions({ page, store, state, reader, history, change }: Around): MovingActions {
  return {
    canGo: history.canGo,
    go: history.go,
    hasNeighbour: (side) => reader.neighbour(side) !== undefined,
    openNeighbour(side) {
      const chapter = reader.neighbour(side);
      if (chapter) void reader.open({ chapterId: chapter.id });
    },
    toggleContents() {
      const { panels, settings } = state();
      if (page.matchMedia(wideWindow).matches) change({ contentsOpen: !settings.contentsOpen });
      else store.setState({ panels: { ...panels, drawerOpen: !panels.drawerOpen } });
    },
  };
}
