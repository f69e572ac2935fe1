import type { MarksActions } from '../commands/marks.ts';
import type { Marks } from '../marks/marks.ts';
import { hasText, type Around } from './around.ts';

/** `marks` loads them when it is first called. */
export function marksActions({ store, state, sayFailure }: Around, marks: () => Promise<Marks>): MarksActions {
  const withMarks = (use: (loaded: Marks) => unknown): void => void marks().then(use).catch(sayFailure);
  return {
    hasText: hasText(state),
    toggleBookmark: () => withMarks((loaded) => loaded.toggleBookmark()),
    highlight: () => withMarks((loaded) => loaded.highlight()),
    writeNote: () => withMarks((loaded) => loaded.note()),
    stepMark: (direction) => withMarks((loaded) => loaded.step(direction)),
    showMarks: () => store.setState((before) => ({ marks: { ...before.marks, panelOpen: true } })),
    showNotesFolder: () =>
      store.setState(({ panels }) => ({
        panels: { ...panels, notesFolderOpen: true, drawerOpen: false, paletteOpen: false, shortcutsOpen: false },
      })),
    canTurnMarks: (direction) => state().marks.history[direction] !== null,
    toggleRead: () => withMarks((loaded) => loaded.reads.toggleHere()),
    turnMarks: (direction) => withMarks((loaded) => loaded.turn(direction)),
  };
}
