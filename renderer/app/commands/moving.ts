/** Through the book: back and forward, chapters, contents. */
import { always, type Command } from './command.ts';

export type MovingCommandId =
  'history.back' | 'history.forward' | 'chapter.previous' | 'chapter.next' | 'contents.toggle';

export interface MovingActions {
  readonly canGo: (direction: 'back' | 'forward') => boolean;
  readonly go: (direction: 'back' | 'forward') => void;
  readonly hasNeighbour: (side: 'previous' | 'next') => boolean;
  readonly openNeighbour: (side: 'previous' | 'next') => void;
  readonly toggleContents: () => void;
}

export function movingCommands(actions: MovingActions, mac: boolean): Command<MovingCommandId>[] {
  return [
    {
      id: 'history.back',
      labelKey: 'historyBack',
      shortcuts: mac ? ['Mod+['] : ['Alt+ArrowLeft'],
      isAvailable: () => actions.canGo('back'),
      run: () => actions.go('back'),
    },
    {
      id: 'history.forward',
      labelKey: 'historyForward',
      shortcuts: mac ? ['Mod+]'] : ['Alt+ArrowRight'],
      isAvailable: () => actions.canGo('forward'),
      run: () => actions.go('forward'),
    },
    {
      id: 'chapter.previous',
      labelKey: 'chapterPrevious',
      shortcuts: ['[', mac ? 'Mod+Alt+ArrowLeft' : 'Mod+PageUp'],
      isAvailable: () => actions.hasNeighbour('previous'),
      run: () => actions.openNeighbour('previous'),
    },
    {
      id: 'chapter.next',
      labelKey: 'chapterNext',
      shortcuts: [']', mac ? 'Mod+Alt+ArrowRight' : 'Mod+PageDown'],
      isAvailable: () => actions.hasNeighbour('next'),
      run: () => actions.openNeighbour('next'),
    },
    {
      id: 'contents.toggle',
      labelKey: 'contentsToggle',
      shortcuts: ['Mod+Shift+O'],
      isAvailable: always,
      run: actions.toggleContents,
    },
  ];
}
