/** The cursor that goes from block to block. */
import { type Command } from './command.ts';

export type BlocksCommandId = 'block.next' | 'block.previous' | 'block.menu';

export interface BlocksActions {
  readonly hasText: () => boolean;
  readonly moveCursor: (direction: 'next' | 'previous') => void;
  readonly hasCursor: () => boolean;
  readonly openBlockMenu: () => void;
}

export function blocksCommands(actions: BlocksActions, mac: boolean): Command<BlocksCommandId>[] {
  return [
    {
      id: 'block.next',
      labelKey: 'blockNext',
      shortcuts: ['J', 'Alt+ArrowDown', ...(mac ? ['Mod+Alt+ArrowDown'] : [])],
      repeats: true,
      isAvailable: actions.hasText,
      run: () => actions.moveCursor('next'),
    },
    {
      id: 'block.previous',
      labelKey: 'blockPrevious',
      shortcuts: ['K', 'Alt+ArrowUp', ...(mac ? ['Mod+Alt+ArrowUp'] : [])],
      repeats: true,
      isAvailable: actions.hasText,
      run: () => actions.moveCursor('previous'),
    },
    {
      id: 'block.menu',
      labelKey: 'blockMenu',
      shortcuts: ['Enter'],
      isAvailable: actions.hasCursor,
      run: actions.openBlockMenu,
    },
  ];
}
