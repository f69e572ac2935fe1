import type { SearchActions } from '../commands/search.ts';
import type { Searching } from '../searching.ts';
import { hasText, type Around } from './around.ts';

/** `searching` loads search and find when it is first called. */
export function searchActions(
  { store, state, sayFailure }: Around,
  searching: () => Promise<Searching>,
): SearchActions {
  const find = (work: (finding: Searching['finding']) => void): void =>
    void searching().then(({ finding }) => work(finding), sayFailure);
  return {
    openPalette: () =>
      store.setState(({ panels }) => ({
        panels: { ...panels, paletteOpen: true, drawerOpen: false, shortcutsOpen: false, askedAddress: undefined },
      })),
    hasText: hasText(state),
    openFind: () => find((finding) => finding.begin()),
    canStepFind: () => state().finding.input !== '' && state().reading.shown.kind === 'chapter',
    stepFind: (direction) => find((finding) => finding.step(direction)),
    openSearch: () =>
      store.setState(({ panels }) => ({
        panels: { ...panels, searchOpen: true, paletteOpen: false, drawerOpen: false, shortcutsOpen: false },
      })),
  };
}
