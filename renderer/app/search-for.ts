import type { AppStore } from '../state/app-state.ts';

/** So many characters of what is selected make a search. */
const mostOfQuery = 200;

/** Opens the search panel with a text of the page as the question. */
export function searchFor({ store }: { readonly store: AppStore }, text: string): void {
  const input = text.replace(/\s+/g, ' ').slice(0, mostOfQuery);
  store.setState(({ finding, panels }) => ({
    finding: { ...finding, panel: { ...finding.panel, input } },
    panels: { ...panels, searchOpen: true, drawerOpen: false },
  }));
}
