/** Palette, find and search. */
import { always, type Command } from './command.ts';

export type SearchCommandId = 'palette.open' | 'find.open' | 'find.next' | 'find.previous' | 'search.open';

export interface SearchActions {
  readonly hasText: () => boolean;
  readonly openPalette: () => void;
  readonly openFind: () => void;
  readonly canStepFind: () => boolean;
  readonly stepFind: (direction: 'next' | 'previous') => void;
  readonly openSearch: () => void;
}

export function searchCommands(actions: SearchActions, mac: boolean): Command<SearchCommandId>[] {
  return [
    {
      id: 'palette.open',
      labelKey: 'paletteOpen',
      shortcuts: ['Mod+K'],
      isAvailable: always,
      run: actions.openPalette,
    },
    {
      id: 'find.open',
      labelKey: 'findOpen',
      shortcuts: ['Mod+F'],
      isAvailable: actions.hasText,
      run: actions.openFind,
    },
    {
      id: 'find.next',
      labelKey: 'findNext',
      shortcuts: mac ? ['Mod+G', 'F3'] : ['F3'],
      repeats: true,
      isAvailable: actions.canStepFind,
      run: () => actions.stepFind('next'),
    },
    {
      id: 'find.previous',
      labelKey: 'findPrevious',
      shortcuts: mac ? ['Mod+Shift+G', 'Shift+F3'] : ['Shift+F3'],
      repeats: true,
      isAvailable: actions.canStepFind,
      run: () => actions.stepFind('previous'),
    },
    {
      id: 'search.open',
      labelKey: 'searchOpen',
      shortcuts: ['Mod+Shift+F'],
      isAvailable: always,
      run: actions.openSearch,
    },
  ];
}
