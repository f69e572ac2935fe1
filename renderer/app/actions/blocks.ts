import { cursorBlock, moveCursor } from '../../features/cursor/block-cursor.ts';
import type { BlocksActions } from '../commands/blocks.ts';
import { hasText, type Around } from './around.ts';

export function blocksActions({ page, store, state, words, announce }: Around): BlocksActions {
  return {
    hasText: hasText(state),
    moveCursor(direction) {
      const { shown } = state().reading;
      const moved = moveCursor(page, direction);
      if (!moved || shown.kind !== 'chapter') return;
      const block = shown.chapter.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === moved.blockId);
      if (block) announce(words().messages.cursor.at(moved.index + 1, moved.count, block.kind, block.text));
    },
    hasCursor: () => cursorBlock(page) !== undefined,
    openBlockMenu() {
      const menuBlockId = cursorBlock(page)?.dataset.block;
      store.setState(({ panels }) => ({ panels: { ...panels, menuBlockId } }));
    },
  };
}
